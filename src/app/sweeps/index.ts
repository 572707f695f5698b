import type { Application } from "../application.js";
import { sweepChecks } from "./checks.js";
import { sweepDates } from "./dates.js";
import { sweepDeliveries } from "./deliveries.js";
import { sweepHandoffs } from "./handoffs.js";

/** What a sweep found and does about it, one sentence each. With a dry run it only says so. */
export type Sweep = (app: Application, isDryRun: boolean) => Promise<readonly string[]>;

export const SWEEPS: Readonly<Record<string, Sweep>> = {
  deliveries: sweepDeliveries,
  checks: sweepChecks,
  handoffs: sweepHandoffs,
  dates: sweepDates,
};

export async function sweepJob(app: Application, { name }: { readonly name: string }): Promise<void> {
  const sweep = SWEEPS[name];
  if (sweep === undefined) return;
  const lines = await app.lock(`sweep:${name}`, () => sweep(app, false));
  if (lines.length > 0) app.log.info("A sweep repaired something.", { sweep: name, lines });
}
