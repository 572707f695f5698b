import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { stringAt, type Tree } from "../../text/tree.js";
import { yamlOf } from "../../text/yaml.js";
import { mayNameProduction } from "./evidence/mentions.js";
import type { Position } from "./evidence/production.js";
import { REFERENCE_WORDS, referenceMatch } from "./evidence/reference.js";
import { pathEnvironment } from "./evidence/surroundings.js";
import { secretUses } from "./kubernetes/uses.js";

const deployment = (namespace: string, secret: string) => ({
  path: "k8s/web.yaml",
  text: `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: ${namespace}\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          env:\n            - name: DB\n              valueFrom:\n                secretKeyRef: { name: ${secret}, key: url }\n`,
});
const external = (key: string) => ({
  path: "k8s/db.yaml",
  text: `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: db\nspec:\n  secretStoreRef: { name: vault, kind: ClusterSecretStore }\n  data:\n    - secretKey: password\n      remoteRef: { key: ${key}, property: password }\n`,
});

export default defineRule({
  ...REFERENCE_WORDS,
  id: "secrets/kubernetes-secret",
  summary: "This Kubernetes object uses a secret of a production namespace.",
  appliesTo: {
    paths: ["**/*.{yml,yaml}"],
    keywords: [
      "secretKeyRef",
      "secretRef",
      "secretName",
      "remoteRef",
      "SealedSecret",
      "envSlug",
      "itemPath",
      "objectName",
    ],
  },
  detect: (file, surroundings) =>
    fromPath(file, surroundings).length > 0 || mayNameProduction(file, surroundings.production)
      ? yamlOf(file).documents.flatMap((document) => look(document, file, surroundings))
      : [],
  limits: "A namespace that is set only on the command line isn't seen here.",
  examples: {
    match: [
      { ...deployment("production", "db"), suggests: "handoff" },
      { ...deployment("web", "prod-db"), suggests: "handoff" },
      { ...external("prod/orders/db"), suggests: "handoff" },
      {
        path: "overlays/production/sealed.yaml",
        text: "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: db, namespace: production }\nspec: { encryptedData: { password: AgB } }\n",
        suggests: "handoff",
      },
    ],
    skip: [
      deployment("staging", "db"),
      deployment("web", "db"),
      deployment("non-prod", "db"),
      external("dev/orders/db"),
      external("products/db"),
      {
        path: "k8s/ingress.yaml",
        text: "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web }\nspec: { tls: [{ secretName: letsencrypt-prod }] }\n",
      },
    ],
  },
});

/** Their secret is a certificate, and `letsencrypt-prod` is the everyday name of its issuer. */
const CERTIFICATES = new Set(["Ingress", "Certificate", "Issuer", "ClusterIssuer", "Gateway"]);

function look(document: Tree, file: SourceFile, surroundings: Surroundings): readonly Match[] {
  const kind = stringAt(document, "kind");
  if (kind === undefined || CERTIFICATES.has(kind)) return [];
  const uses = secretUses(document, kind);
  const [first] = uses;
  if (first === undefined) return [];
  const namespace = stringAt(document, "metadata", "namespace");
  const positions: readonly Position[] = [
    ...(namespace === undefined ? [] : [{ kind: "namespace" as const, value: namespace }]),
    ...uses.map(({ value }) => ({ kind: "word" as const, value })),
    ...fromPath(file, surroundings),
  ];
  const name = stringAt(document, "metadata", "name") ?? "";
  const quoted = `${kind} ${name}: ${uses
    .map(({ value }) => value)
    .slice(0, 4)
    .join(", ")}`;
  const place = { range: [first.start, Math.max(first.end, first.start + 1)] as const };
  const message = `${kind} \`${name}\` uses a secret of a production namespace.`;
  return referenceMatch({ what: "a Kubernetes secret", message, quoted, positions, place }, file, surroundings);
}

/** `overlays/production/` says it for every object below it. */
function fromPath({ path }: SourceFile, { production }: Surroundings): readonly Position[] {
  const folder = path.split("/").slice(-2).join("/");
  return pathEnvironment(path, production.words) === "none" ? [] : [{ kind: "word", value: folder }];
}
