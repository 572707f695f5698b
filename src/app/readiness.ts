import type { GitHub } from "../github/client.js";
import { type Machine, machineChecks } from "../github/readiness.js";
import type { ReadinessItem, ReadinessState } from "../model/handoff.js";
import type { Manifest } from "../model/manifest.js";
import type { Policy } from "../model/policy.js";
import { ALWAYS, itemTitle, ticksIn } from "../report/dev-items.js";
import type { InventoryRow } from "../store/repositories.js";
import { type Application, clientFor, nameOf } from "./application.js";
import { isoDay } from "./working-days.js";

interface Asked {
  /** The issue's. */
  readonly body: string;
  /** What GitHub confirmed when the handoff was accepted; nothing before that. */
  readonly promised: readonly string[];
}

/**
 * The list that must be complete before a handoff is accepted: the five that are always there, and what the policy's
 * tier adds. GitHub is asked where it can tell; people's ticks in the issue say the rest.
 */
export async function readiness(
  app: Application,
  repository: InventoryRow,
  policy: Policy,
  { body, promised }: Asked,
): Promise<readonly ReadinessItem[]> {
  const manifest = repository.manifest as Manifest | null;
  const tier = manifest?.production?.tier ?? "standard";
  const ids = [...new Set([...(policy.handoff.tiers[tier] ?? []), ...ALWAYS])];
  const github: GitHub = await clientFor(app, repository);
  const asked = ids.filter((id): id is Machine => id in TITLES);
  const found = await machineChecks(github, nameOf(repository), repository.defaultBranch, asked);
  const ticks = ticksIn(body);
  const day = isoDay(app.now());
  return ids.map((id) => {
    const machine = found.get(id);
    const title = id in TITLES ? TITLES[id as Machine] : itemTitle(ALIASES[id] ?? id);
    if (machine === true) return { id, title, state: { kind: "verified", on: day } };
    if (machine === false) return { id, title, state: { kind: promised.includes(id) ? "changed" : "open" } };
    const state = byPeople(id, manifest, ticks);
    const isUnsaid = machine === null && state.kind === "open";
    return { id, title, state: isUnsaid ? { kind: "open", hint: "GitHub could not tell us this time" } : state };
  });
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
