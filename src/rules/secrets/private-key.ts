import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { isTestPath, isVendoredPath } from "../../text/path-roles.js";
import { looksRandom } from "../../text/randomness.js";
import { sampleOf, seeded } from "../../text/shape.js";
import { byName, byPath } from "./evidence/surroundings.js";
import { nameBefore } from "./reading/names.js";
import { around, type Segment, segmentsOf } from "./reading/segments.js";

const BLOCK =
  /-----BEGIN (?<kind>(?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY(?: BLOCK)?)-----(?<body>[A-Za-z0-9+/=\s\\rn:,.-]{64,12000}?)-----END /g;

const pem = (body: string, path = "deploy.key") => ({
  path,
  text: [`-----BEGIN ${"PRIVATE"} KEY-----`, body, `-----END ${"PRIVATE"} KEY-----`, ""].join("\n"),
  shown: "-----BEGIN … KEY-----",
});
const body = () => Array.from({ length: 12 }, (_, seed) => sampleOf("{b64:64}", seeded(seed + 60))).join("\n");

export default defineRule({
  id: "secrets/private-key",
  family: "production-secret",
  summary: "A private key is in this file.",
  why: "Whoever has the file can pose as the owner of the key.",
  remedy: "Take the key out, make a new pair, and give the new private key to the program from outside.",
  trigger: null,
  confidence: "medium",
  suggests: "advice",
  appliesTo: { keywords: ["PRIVATE KEY-----", "PRIVATE KEY BLOCK-----"] },
  detect: (file, surroundings) =>
    isVendoredPath(file.path)
      ? []
      : segmentsOf(file).flatMap((segment) =>
          [...segment.text.matchAll(BLOCK)].flatMap((hit) => look(hit, segment, file, surroundings)),
        ),
  get examples() {
    return {
      match: [
        { ...pem(body()), suggests: "advice" as const },
        { ...pem(body(), "keys/prod.pem"), suggests: "stop" as const },
      ],
      skip: [
        pem("...your key here..."),
        pem("MIIEvQIBADANBgkq...\n".repeat(8)),
        { path: "a.pem", text: "-----BEGIN CERTIFICATE-----\n" },
      ],
    };
  },
});

function look(
  hit: RegExpMatchArray,
  segment: Segment,
  file: SourceFile,
  { production }: Surroundings,
): readonly Match[] {
  const at = hit.index ?? 0;
  const dense = (hit.groups?.body ?? "").replace(/\\[rn]|\s+/g, "");
  // The key of a service account is read by a rule of its own.
  if (around(segment.text, at, at, 4000).includes('"service_account"')) return [];
  if (dense.length < 64 || dense.includes("...") || !looksRandom(dense.slice(0, 400))) return [];
  const evidence = byName(nameBefore(segment.text, at), production.words) ?? byFile(file, production.words);
  const live = evidence?.says === "production";
  const trial = isTestPath(file.path) || file.kind === "docs" || evidence?.says === "other";
  return [
    {
      ...segment.place(at, at + hit[0].length),
      evidence: `${(hit.groups?.kind ?? "").toLowerCase()}, ${dense.length} characters`,
      because: [evidence?.because ?? "Nothing near it says what it opens.", "Its text is random, as in a real key."],
      secrets: [hit.groups?.body ?? "", dense],
      identity: dense,
      ...(trial ? { suggests: "note", confidence: "low" } : {}),
      ...(live && !trial
        ? { suggests: "stop", trigger: "production-systems", message: "A production private key is in this file." }
        : {}),
    },
  ];
}

/** Key files are of no other kind: their own name decides. */
function byFile(file: SourceFile, words: readonly string[]) {
  return byPath({ ...file, kind: file.kind === "other" ? "config" : file.kind, path: file.path }, words);
}
