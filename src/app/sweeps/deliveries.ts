import { deliveriesSince, redeliver } from "../../github/deliveries.js";
import { completedEvents } from "../../store/events.js";
import type { Application } from "../application.js";

const WINDOW = 24 * 3_600_000;
const MOST = 200;

/** GitHub's own list of deliveries: what failed there and was never handled here is asked for again. */
export async function sweepDeliveries(app: Application, isDryRun: boolean): Promise<readonly string[]> {
  const github = await app.clients.app();
  const since = new Date(app.now().getTime() - WINDOW);
  const deliveries = await deliveriesSince(github, since);
  const arrived = new Set(deliveries.filter(({ status }) => status >= 200 && status < 300).map(({ guid }) => guid));
  const handled = await completedEvents(
    app.database.pool,
    deliveries.map(({ guid }) => guid),
  );
  const failed = new Map(
    deliveries.filter(({ guid }) => !arrived.has(guid) && !handled.has(guid)).map((one) => [one.guid, one] as const),
  );
  const wanted = [...failed.values()].slice(0, MOST);
  if (!isDryRun) for (const { id } of wanted) await redeliver(github, id);
  return wanted.map(({ event, action, deliveredAt }) => {
    const what = [event, action].filter((word) => word !== null).join(".");
    return `Ask GitHub again for the ${what} of ${deliveredAt}, which did not reach us.`;
  });
}
