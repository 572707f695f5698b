import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { isTestPath, isVendoredPath } from "../../text/path-roles.js";
import { sampleOf, seeded } from "../../text/shape.js";
import { byName, byPath } from "./evidence/surroundings.js";
import { keysIn } from "./keys/find.js";
import { around, type Segment, segmentsOf } from "./reading/segments.js";
import { type Candidate, candidatesIn } from "./values/candidates.js";

const random = (shape: string, seed: number) => sampleOf(shape, seeded(seed));
const line = (name: string, value: string, path = "app.py") => ({
  path,
  text: `${name} = "${value}"\n`,
  shown: `${name} = "…"`,
});

export default defineRule({
  id: "secrets/generic-credential",
  family: "production-secret",
  summary: "A password or key is written into this file.",
  why: "Everybody who can see the repository can read it, and it stays in the history.",
  remedy:
    "Take it out of the file and get a new one, because the history keeps this one. The new one belongs in an environment variable or a repository secret.",
  trigger: null,
  confidence: "low",
  suggests: "advice",
  appliesTo: {
    kinds: ["code", "config", "notebook", "data"],
    keywords: [
      "password",
      "passwd",
      "passphrase",
      "secret",
      "token",
      "api_key",
      "apikey",
      "api-key",
      "access_key",
      "private_key",
      "auth_key",
      "credential",
      "master_key",
    ],
  },
  detect: (file, surroundings) => {
    if (isTestPath(file.path) || isVendoredPath(file.path) || IGNORED.test(file.path)) return [];
    return segmentsOf(file).flatMap((segment) => {
      const candidates = candidatesIn(segment, file.kind === "config");
      if (candidates.length === 0 || ENCODED.test(segment.text)) return [];
      const known = new Set(keysIn(file).map(({ value }) => value));
      return candidates
        .filter(({ value }) => !known.has(value))
        .flatMap((one) => match(one, segment, file, surroundings));
    });
  },
  limits: "A password made of words isn't told from any other word, and isn't mentioned.",
  get examples() {
    return {
      match: [
        { ...line("PROD_DB_PASSWORD", random("{an:24}", 3)), suggests: "stop" as const },
        { ...line("DB_PASSWORD", random("{url:24}", 4), "config/production.py.env"), suggests: "advice" as const },
        { ...line("client_secret", random("{an:40}", 5)), suggests: "advice" as const },
      ],
      skip: [
        line("DB_PASSWORD", "changeme-please-now"),
        line("password_hash", random("{hex:64}", 6)),
        line("next_page_token", random("{an:40}", 7)),
        line("api_key_env", "MY_COMPANY_SECRET1"),
        line("password", "customerInvoiceNumber"),
        { path: "app.py", text: 'password = os.environ["DB_PASSWORD_PROD_1"]\n' },
        line("secret", random("{uuid}", 8)),
        line("PROD_DB_PASSWORD", random("{an:24}", 3), "tests/test_login.py"),
      ],
    };
  },
});

/** Lock files, sources made by machines, and descriptions of interfaces with their examples. */
const IGNORED =
  /(^|\/)(docs?|api-reference|swagger|openapi|\.yarn)\/|(^|\/)([^/]*[-.]lock(\.\w+)?|go\.sum|[^/]*\.(map|svg|snap|min\.js)|package-lock\.json|\.secrets\.baseline|(swagger|openapi)[^/]*)$/i;
/** The secret that belongs to the id of an AWS key is told of together with the id. */
const AWS_ID = /\bA[KS]IA[A-Z2-7]{16}\b/;
/** Values in a Kubernetes secret are read by a rule of their own. */
const ENCODED = /^kind:\s{1,4}["']?Secret\b/m;
/** A search key of Algolia is made to be public; it stands with the name of its index. */
const SEARCH = /algolia|indexname|docsearch/i;

function match(one: Candidate, segment: Segment, file: SourceFile, { production }: Surroundings): readonly Match[] {
  const evidence = byName(one.name, production.words) ?? byPath(file, production.words);
  if (evidence?.says === "other" || SEARCH.test(around(segment.text, one.start, one.end, 300))) return [];
  if (AWS_ID.test(around(segment.text, one.start, one.end, 600))) return [];
  const live = evidence?.says === "production";
  return [
    {
      ...segment.place(one.start, one.end),
      message: live
        ? `A production password or key is written into this file, under \`${one.name}\`.`
        : `A password or key is written into this file, under \`${one.name}\`.`,
      evidence: `${one.name}: ${one.value.length} characters`,
      because: [
        "The value is as random as a key and no known placeholder, hash or id.",
        evidence?.because ?? "Nothing near it says which environment it belongs to.",
      ],
      secrets: [one.value],
      identity: one.value,
      ...(live ? STOP : {}),
    },
  ];
}

const STOP = {
  suggests: "stop",
  trigger: "production-systems",
  confidence: "medium",
  remedy:
    "Ask the owner of that system to replace it first; deleting it here isn't enough, because the history keeps it. For the experiment, use a test account.",
} as const;
