import type { GitHub } from "./client.js";

export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  /** ISO 8601. */
  readonly deliveredAt: string;
  readonly status: number;
  readonly redelivery: boolean;
}

/** GitHub's own list of webhook deliveries since an instant, newest first. Asked as the App, not an installation. */
export async function deliveriesSince(app: GitHub, since: Date): Promise<readonly Delivery[]> {
  const found: Delivery[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 100; page++) {
    const { data, headers } = await app.request("GET /app/hook/deliveries", {
      per_page: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const recent = data.filter((one) => Date.parse(one.delivered_at) >= since.getTime());
    found.push(
      ...recent.map((one) => ({
        id: Number(one.id),
        guid: one.guid,
        event: one.event,
        action: one.action,
        deliveredAt: one.delivered_at,
        status: one.status_code,
        redelivery: one.redelivery,
      })),
    );
    cursor = /[?&]cursor=([^&>]+)[^>]*>; rel="next"/.exec(headers.link ?? "")?.[1];
    if (cursor === undefined || recent.length < data.length) break;
  }
  return found;
}

export async function redeliver(app: GitHub, id: number): Promise<void> {
  await app.request("POST /app/hook/deliveries/{delivery_id}/attempts", { delivery_id: id });
}
