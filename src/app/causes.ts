import type { Cause, Suggestion } from "../model/handoff.js";
import type { Manifest } from "../model/manifest.js";
import type { Policy } from "../model/policy.js";
import type { Verdict } from "../model/verdict.js";

/** Why a handoff is due, from the verdict: paths and lines, never what stands there. */
export function causesOf(verdict: Verdict, day: string): readonly Cause[] {
  return verdict.judged.flatMap(({ finding, disposition }): readonly Cause[] => {
    if (finding.trigger === null || (disposition.kind !== "handoff" && disposition.kind !== "stop")) return [];
    const declared = finding.family === "manifest";
    const { path, startLine } = finding.location;
    return [
      {
        trigger: finding.trigger,
        where: `${path}, line ${startLine}`,
        how: declared ? "declared" : "found",
        since: day,
      },
    ];
  });
}

/** What was known stays, with its day; what is new comes after it. */
export function mergeCauses(known: readonly Cause[], found: readonly Cause[]): readonly Cause[] {
  const keyOf = ({ trigger, where }: Cause) => JSON.stringify([trigger, where]);
  const there = new Set(known.map(keyOf));
  return [...known, ...found.filter((cause) => !there.has(keyOf(cause)))].slice(0, 60);
}

/** Teams that Dev may want to ask, by the policy's routing. Nobody is mentioned until Dev says so. */
export function suggestionsFor(manifest: Manifest | null, policy: Policy): readonly Suggestion[] {
  const byTeam = new Map<string, string[]>();
  for (const kind of manifest?.dataKinds ?? [])
    for (const team of policy.routing[kind] ?? []) byTeam.set(team, [...(byTeam.get(team) ?? []), kind]);
  const isNew = (manifest?.ai ?? []).some(
    ({ service }) => policy["ai-services"]?.every(({ id }) => id !== service) === true,
  );
  if (isNew)
    for (const team of policy.routing["new-ai-service"] ?? [])
      byTeam.set(team, [...(byTeam.get(team) ?? []), "a new AI service"]);
  return [...byTeam].map(([team, kinds]) => ({
    team,
    because: `it uses ${kinds.join(", ")}${kinds.includes("a new AI service") ? "" : " data"}.`,
  }));
}
