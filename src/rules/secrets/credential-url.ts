import { defineRule, type Example, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { isTestPath, isVendoredPath } from "../../text/path-roles.js";
import { sampleOf, seeded } from "../../text/shape.js";
import { judgePositions, type Position } from "./evidence/production.js";
import { pathEnvironment } from "./evidence/surroundings.js";
import { nameBefore } from "./reading/names.js";
import { type Segment, segmentsOf } from "./reading/segments.js";
import {
  type CredentialUrl,
  credentialUrls,
  isHarmlessHost,
  isPasswordLike,
  isPlaceholderPassword,
  URL_KEYWORDS,
} from "./values/urls.js";

const url = (host: string, password = sampleOf("{an:20}", seeded(12)), name = "DATABASE_URL"): Example => ({
  path: "app.env",
  text: `${name}=postgres://app:${password}@${host}/orders\n`,
  shown: `${name}=postgres://app:…@${host}/orders`,
});

export default defineRule({
  id: "secrets/credential-url",
  family: "production-secret",
  summary: "The address of a service with its password is written into this file.",
  why: "Whoever reads the file can log in to that service.",
  remedy:
    "Take the address out of the file and have the password replaced, because the history keeps it. The new one belongs in an environment variable or a repository secret.",
  trigger: null,
  confidence: "medium",
  suggests: "advice",
  appliesTo: { keywords: URL_KEYWORDS },
  detect: (file, surroundings) =>
    isVendoredPath(file.path)
      ? []
      : segmentsOf(file).flatMap((segment) =>
          credentialUrls(segment).flatMap((one) => look(one, segment, file, surroundings)),
        ),
  limits: "Addresses on the own computer, in compose files and in documentation are left alone.",
  get examples() {
    return {
      match: [
        { ...url("orders-prod.c9akciq32rgz.eu-west-1.rds.amazonaws.com"), suggests: "stop" as const },
        { ...url("db.acme.example", undefined, "PROD_DATABASE_URL"), suggests: "stop" as const },
        { ...url("orders.c9akciq32rgz.eu-west-1.rds.amazonaws.com"), suggests: "advice" as const },
      ],
      skip: [
        url("localhost:5432"),
        url("db:5432"),
        url("db.example.com"),
        url("orders-dev.c9akciq32rgz.eu-west-1.rds.amazonaws.com"),
        url("orders-prod.c9akciq32rgz.eu-west-1.rds.amazonaws.com", "password"),
        url("orders-prod.c9akciq32rgz.eu-west-1.rds.amazonaws.com", "${DB_PASSWORD}"),
      ],
    };
  },
});

function look(one: CredentialUrl, segment: Segment, file: SourceFile, surroundings: Surroundings): readonly Match[] {
  if (isHarmlessHost(one.host) || isPlaceholderPassword(one.password, one.user) || !isPasswordLike(one.password))
    return [];
  const verdict = judgePositions(positionsOf(one, segment, file, surroundings), surroundings.production);
  if (verdict.says === "other") return [];
  const live = verdict.says === "production";
  const trial = isTestPath(file.path) || file.kind === "docs";
  if (!live && (trial || one.host.endsWith(".example"))) return [];
  return [
    {
      ...segment.place(one.start, one.end),
      message: live
        ? `The address of a production ${one.scheme} service, with its password, is in this file.`
        : `The address of a ${one.scheme} service, with its password, is in this file.`,
      evidence: `${one.scheme}://…@${one.host}, with a password of ${one.password.length} characters`,
      because: live ? verdict.because : ["Nothing in the address says which environment it belongs to."],
      secrets: [one.password, segment.text.slice(one.start, segment.text.indexOf("@", one.start))],
      identity: `${one.user}:${one.password}@${one.host}`,
      ...(live ? { ...STOP, confidence: trial ? "medium" : verdict.confidence } : {}),
    },
  ];
}

function positionsOf(
  one: CredentialUrl,
  segment: Segment,
  file: SourceFile,
  { production }: Surroundings,
): readonly Position[] {
  const name = nameBefore(segment.text, one.start);
  const path = file.kind === "config" && pathEnvironment(file.path, production.words) !== "none" ? file.path : null;
  return [
    { kind: "host", value: one.host },
    ...[name, one.database, one.user, path?.split("/").slice(-1)[0]].flatMap((value) =>
      value ? [{ kind: "word" as const, value }] : [],
    ),
  ];
}

const STOP = {
  suggests: "stop",
  trigger: "production-systems",
  remedy:
    "Ask the owner of that database to replace the password first; deleting it here isn't enough, because the history keeps it. For the experiment, use a test database with made-up rows.",
} as const;
