import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { decodeBase64Text } from "../../text/base64.js";
import { environmentOf } from "../../text/environment-words.js";
import { isTestPath } from "../../text/path-roles.js";
import { sampleOf, seeded } from "../../text/shape.js";
import { at, entriesOf, stringAt, type Tree, textOf } from "../../text/tree.js";
import { yamlOf } from "../../text/yaml.js";
import { pathEnvironment } from "./evidence/surroundings.js";
import { keysOf } from "./keys/find.js";
import { keyMatch } from "./keys/key-match.js";
import { segmentOf } from "./reading/segments.js";
import { isSecretValue } from "./values/candidates.js";
import { credentialUrls, isHarmlessHost, isPasswordLike, isPlaceholderPassword } from "./values/urls.js";

const secret = (namespace: string, value: string, path = "k8s/secret.yaml") => ({
  path,
  text: `apiVersion: v1\nkind: Secret\nmetadata: { name: db, namespace: ${namespace} }\ndata:\n  password: ${Buffer.from(value).toString("base64")}\n`,
  shown: `kind: Secret\nmetadata: { namespace: ${namespace} }\ndata: { password: … }`,
});
const password = () => sampleOf("{an:24}", seeded(90));

export default defineRule({
  id: "secrets/kubernetes-secret-value",
  family: "production-secret",
  summary: "A Kubernetes secret is in this file with its value.",
  why: "Base 64 hides nothing: everybody who can see the repository can read the value.",
  remedy:
    "Take the value out and have it replaced, because the history keeps it. Sealed secrets or an external store keep values out of the repository.",
  trigger: null,
  confidence: "medium",
  suggests: "advice",
  appliesTo: { paths: ["**/*.{yml,yaml}"], keywords: ["kind: Secret", 'kind: "Secret"'] },
  detect: (file, surroundings) => yamlOf(file).documents.flatMap((document) => look(document, file, surroundings)),
  get examples() {
    return {
      match: [
        { ...secret("production", password()), suggests: "stop" as const },
        { ...secret("web", password()), suggests: "advice" as const },
        { ...secret("web", password(), "overlays/prod/secret.yaml"), suggests: "stop" as const },
      ],
      skip: [secret("staging", password()), secret("production", "changeme"), secret("production", "password123")],
    };
  },
});

function look(document: Tree, file: SourceFile, surroundings: Surroundings): readonly Match[] {
  if (stringAt(document, "kind") !== "Secret" || isTestPath(file.path)) return [];
  const says = environmentIn(document, file, surroundings);
  return ["data", "stringData"].flatMap((part) =>
    entriesOf(at(document, part)).flatMap(({ key, value }) => {
      const text = textOf(value);
      if (text === undefined) return [];
      const plain = part === "data" ? decodeBase64Text(text.value) : text.value;
      const place = { range: [text.start, text.end] as const };
      return plain === null ? [] : valueMatches({ key, plain, encoded: text.value, place, says }, file, surroundings);
    }),
  );
}

function environmentIn(document: Tree, file: SourceFile, { production }: Surroundings): string {
  const namespace = stringAt(document, "metadata", "namespace") ?? "";
  if (production.namespaces.includes(namespace)) return "production";
  const names = [namespace, stringAt(document, "metadata", "name") ?? ""];
  const said = names.map((name) => environmentOf(name, production.words)).find((word) => word !== "none");
  return said ?? pathEnvironment(file.path, production.words);
}

interface Value {
  readonly key: string;
  readonly plain: string;
  readonly encoded: string;
  readonly place: Pick<Match, "range">;
  readonly says: string;
}

function valueMatches(one: Value, file: SourceFile, surroundings: Surroundings): readonly Match[] {
  const segment = segmentOf(one.plain, () => one.place);
  const known = keysOf(segment).flatMap((hit) => keyMatch(hit, file, surroundings));
  if (known.length > 0) return known.map((match) => ({ ...match, secrets: [...(match.secrets ?? []), one.encoded] }));
  if (one.says === "other" || !isCredential(one.plain.trim(), segment)) return [];
  const live = one.says === "production";
  return [
    {
      ...one.place,
      evidence: `${one.key}: ${one.plain.length} characters`,
      because: [
        "Decoded, the value is as random as a key or holds the login of a service.",
        live ? "Its namespace, name or folder says production." : "Nothing says which environment it belongs to.",
      ],
      secrets: [one.plain, one.encoded],
      identity: one.plain,
      ...(live
        ? {
            suggests: "stop",
            trigger: "production-systems",
            message: "A production secret is in this file with its value.",
          }
        : {}),
    },
  ];
}

function isCredential(plain: string, segment: ReturnType<typeof segmentOf>): boolean {
  if (plain.length >= 12 && plain.length <= 200 && isSecretValue(plain)) return true;
  return credentialUrls(segment).some(
    ({ host, user, password: word }) =>
      !isHarmlessHost(host) && !isPlaceholderPassword(word, user) && isPasswordLike(word),
  );
}
