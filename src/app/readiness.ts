import type { GitHub } from "../github/client.js";
import { type Machine, machineChecks } from "../github/readiness.js";
import type { ReadinessItem, ReadinessState } from "../model/handoff.js";
import type { Manifest } from "../model/manifest.js";
import type { Policy } from "../model/policy.js";
import { ALWAYS, itemTitle, ticksIn } from "../report/dev-items.js";
import type { InventoryRow } from "../store/repositories.js";
import { type Application, clientFor, nameOf } from "./application.js";
import { isoDay } from "./working-days.js";

/**
 * The list that must be complete before a handoff is accepted: the five that are always there, and what the policy's
 * tier adds. GitHub is asked where it can tell; people's ticks in the issue say the rest.
 */
export async function readiness(
  app: Application,
  repository: InventoryRow,
  policy: Policy,
  issueBody: string,
  isAccepted = false,
): Promise<readonly ReadinessItem[]> {
  const manifest = repository.manifest as Manifest | null;
  const tier = manifest?.production?.tier ?? "standard";
  const ids = [...new Set([...(policy.handoff.tiers[tier] ?? []), ...ALWAYS])];
  const github: GitHub = await clientFor(app, repository);
  const asked = ids.filter((id): id is Machine => id in TITLES);
  const found = await machineChecks(github, nameOf(repository), repository.defaultBranch, asked);
  const ticks = ticksIn(issueBody);
  const day = isoDay(app.now());
  return ids.map((id) => {
    const machine = found.get(id);
    if (machine !== undefined) return { id, title: TITLES[id as Machine], state: byMachine(machine, day, isAccepted) };
    return { id, title: itemTitle(ALIASES[id] ?? id), state: byPeople(id, manifest, ticks) };
  });
}

/** What was fine when the handoff was accepted and is not any more has changed; before that it is only open. */
function byMachine(isFine: boolean, day: string, isAccepted: boolean): ReadinessState {
  if (isFine) return { kind: "verified", on: day };
  return isAccepted ? { kind: "changed" } : { kind: "open" };
}

const TITLES: Readonly<Record<Machine, string>> = {
  codeowners: "CODEOWNERS, without errors",
  "protected-branch": "Rules on the default branch, with review",
  ci: "CI is green on the default branch",
  "security-md": "SECURITY.md",
  "dependency-updates": "Dependency updates are set up",
};

/** Words of a policy for boxes of the issue. */
const ALIASES: Readonly<Record<string, string>> = {
  "on-call": "incident-response",
  slo: "monitoring",
  runbook: "incident-response",
  "data-retention": "data",
  secrets: "production-access",
};

function byPeople(id: string, manifest: Manifest | null, ticks: ReturnType<typeof ticksIn>): ReadinessState {
  const written = manifest?.production ?? null;
  if (id === "on-call" && written?.["on-call"] !== undefined) return { kind: "confirmed", by: "ai-experiment.yml" };
  if (id === "slo" && written?.slo !== undefined) return { kind: "confirmed", by: "ai-experiment.yml" };
  if (id === "runbook" && written?.runbook !== undefined) return { kind: "confirmed", by: "ai-experiment.yml" };
  if (id === "data-retention" && written?.["keeps-data-for"] !== undefined)
    return { kind: "confirmed", by: "ai-experiment.yml" };
  const tick = ticks.get(id) ?? ticks.get(ALIASES[id] ?? "");
  if (tick === undefined || !tick.ticked) return { kind: "open" };
  return tick.notNeeded === null
    ? { kind: "confirmed", by: "people, in the boxes above" }
    : { kind: "not-needed", reason: tick.notNeeded };
}
