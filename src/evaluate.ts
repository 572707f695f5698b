import type { Change, NamedText } from "./model/change.js";
import type { Finding } from "./model/finding.js";
import type { LoadedPolicy } from "./model/loaded-policy.js";
import { type Manifest, NOTHING_DECLARED } from "./model/manifest.js";
import { productionNames } from "./model/policy.js";
import type { RawFile } from "./model/source-file.js";
import type { Surroundings } from "./model/surroundings.js";
import type { ManifestReading, Verdict } from "./model/verdict.js";
import { added } from "./policy/added.js";
import { decide } from "./policy/decide.js";
import { declarations } from "./policy/declarations.js";
import { hideInFinding, hideInReading } from "./policy/hide.js";
import { MANIFEST_RULES } from "./policy/manifest-rules.js";
import { type ManifestContext, readManifest } from "./policy/read-manifest.js";
import { RULES } from "./rules/index.js";
import { type Briefing, type Crew, surroundingsOf } from "./scan/crew.js";
import { type Looker, looker } from "./scan/look.js";
import { scan } from "./scan/scan.js";
import { sourceFile } from "./scan/source-file.js";

export { type MadeUpTwin, twinOf } from "./rules/data/twin/twin.js";
export { type Briefing, type Crew, forEachFile } from "./scan/crew.js";
export type { Looker, Sightings } from "./scan/look.js";

export interface Circumstances {
  readonly now: Date;
  /** Who looks at the files; without one, this thread alone. */
  readonly crew?: Crew;
  /** The key of every fingerprint. Without an organisation's own: {@link OPEN_KEY}. */
  readonly fingerprintKey: string;
}

/** The fingerprint key where no organisation gave one, so that two runs agree. */
export const OPEN_KEY = "handrail";

/** Every rule there is, those of the manifest included: what a report, `explain` and `rules` tell of. */
export const RULE_TEXTS = [...RULES, ...Object.values(MANIFEST_RULES)];

/** Looks at files with every rule, in another thread than the one that evaluates. */
export function lookerFor(briefing: Briefing): Looker {
  return looker(RULES, surroundingsOf(briefing), briefing.fingerprintKey);
}

/** The story: read the manifest, look at the files, say what the change adds, and decide by the policy. */
export async function evaluate(
  change: Change,
  policy: LoadedPolicy,
  { now, fingerprintKey, crew }: Circumstances,
): Promise<Verdict> {
  const context = manifestContext(policy, now);
  const law = read(change.manifest, context);
  const proposed = change.proposedManifest == null ? null : read(change.proposedManifest, context);
  const handoff = standing(change, law.manifest);
  const around = surroundings(change, policy, law.manifest);

  const after = await scan(change.files, RULES, around, fingerprintKey, crew);
  const earlier = await standingBefore(change, after.findings, around, fingerprintKey);

  const manifests = [change.manifest, change.proposedManifest].flatMap((file) => (file == null ? [] : [rawFile(file)]));
  const own = await scan(manifests, RULES, around, fingerprintKey);
  const hide = (text: string) => own.hide(after.hide(text));

  const declare = ({ path, manifest }: ManifestReading) =>
    path === null || manifest === null
      ? []
      : declarations(manifest, path, policy.policy, { now, fingerprintKey, isAccepted: handoff === "accepted" });
  const declared = change.isRange ? added(declare(proposed ?? law), declare(law)) : declare(law);

  return decide({
    findings: [...declared, ...added(after.findings, earlier)].map((finding) => hideInFinding(finding, hide)),
    gaps: [...change.gaps, ...after.gaps],
    failures: after.failures,
    stats: after.stats,
    policy,
    manifest: law.manifest,
    reading: hideInReading(proposed ?? law, hide),
    change: { ...change, handoff },
    now,
  });
}

/** Only a rule that found something can have found the same thing before: a fingerprint has the rule in it. */
async function standingBefore(
  { before }: Change,
  found: readonly Finding[],
  around: Surroundings,
  fingerprintKey: string,
): Promise<readonly Finding[]> {
  if (found.length === 0) return [];
  const ids = new Set(found.map(({ ruleId }) => ruleId));
  const rules = RULES.filter(({ id }) => ids.has(id));
  return (await scan(before, rules, around, fingerprintKey)).findings;
}

function manifestContext({ policy }: LoadedPolicy, today: Date): ManifestContext {
  const known = { services: policy["ai-services"] ?? [], environments: policy.environments.map(({ id }) => id) };
  return { today, longestWaiver: policy.waivers["max-days"], known };
}

function read(file: NamedText | null, context: ManifestContext): ManifestReading {
  if (file === null) return { path: null, state: "missing", manifest: null, problems: [] };
  return { path: file.path, ...readManifest(file, context) };
}

function rawFile({ path, text }: NamedText): RawFile {
  return { path, bytes: Buffer.from(text, "utf8") };
}

/** Only the App can know how a handoff stands. Elsewhere the manifest's link at the base is what there is to go by. */
function standing({ handoff }: Change, manifest: Manifest | null): Change["handoff"] {
  return handoff === "none" && manifest?.handoff != null ? "open" : handoff;
}

function surroundings(change: Change, { policy }: LoadedPolicy, manifest: Manifest | null): Surroundings {
  return {
    paths: change.paths,
    context: change.context.map(sourceFile),
    production: productionNames(policy),
    organization: { emailDomains: policy.organization["email-domains"], hosts: policy.organization.hosts },
    declared:
      manifest === null
        ? NOTHING_DECLARED
        : { data: manifest.data, ai: manifest.ai.map(({ service }) => service), environments: manifest.environments },
  };
}
