// How well kinds are told apart, on the test folders of a public scanner (bridgecrewio/checkov at 03d5fda): the folder is the label.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { engine, filesBelow } from "./lib.mjs";

/** What a folder's files are, by our kinds; and what of a folder is not of its kind (results, policies, broken on purpose). */
const FAMILIES = [
  {
    label: "terraform",
    kinds: ["terraform"],
    file: /\.(tf|tofu)$/,
    truth: (text) => /^\s*(resource|module)\s+"/m.test(text),
  },
  {
    label: "kubernetes",
    kinds: ["kubernetes-manifest", "argo-cd", "argo-workflow", "flux", "model-serving", "cluster-resources"],
    file: /\.(ya?ml|json)$/,
    truth: (text) => /^\s*"?apiVersion"?\s*:/m.test(text) && /^\s*"?kind"?\s*:/m.test(text),
  },
  {
    label: "cloudformation",
    kinds: ["cloudformation"],
    file: /\.(ya?ml|json|template)$/,
    truth: (text) => /^\s*"?Resources"?\s*:/m.test(text),
  },
  { label: "arm", kinds: ["arm-template"], file: /\.json$/, truth: (text) => /deploymentTemplate\.json/i.test(text) },
  { label: "bicep", kinds: ["bicep"], file: /\.bicep$/, truth: (text) => /^\s*(resource|module)\s/m.test(text) },
  {
    label: "serverless",
    kinds: ["serverless-framework"],
    file: /\.ya?ml$/,
    truth: (text) => /^service\s*:/m.test(text) && /^provider\s*:/m.test(text),
  },
  {
    label: "ansible",
    kinds: ["ansible-playbook"],
    file: /\.ya?ml$/,
    truth: (text) => /^\s*-?\s*hosts\s*:/m.test(text),
  },
  {
    label: "dockerfile",
    kinds: ["dockerfile"],
    file: /dockerfile(\..+)?$/i,
    truth: (text) => /^\s*FROM\s/im.test(text),
  },
  { label: "kustomize", kinds: ["kustomize"], file: /kustomization\.ya?ml$/i, truth: () => true },
  { label: "helm", kinds: ["helm-chart"], file: /Chart\.ya?ml$/, truth: () => true },
  {
    label: "github_actions",
    kinds: ["github-workflow"],
    file: /\.github\/workflows\/.+\.ya?ml$/,
    truth: (text) => /^jobs\s*:/m.test(text),
  },
  { label: "gitlab_ci", kinds: ["pipeline-gitlab"], file: /gitlab-ci.*\.ya?ml$/, truth: () => true },
  { label: "circleci_pipelines", kinds: ["pipeline-circleci"], file: /\.circleci\/.+\.ya?ml$/, truth: () => true },
  {
    label: "bitbucket_pipelines",
    kinds: ["pipeline-bitbucket"],
    file: /bitbucket-pipelines\.ya?ml$/,
    truth: () => true,
  },
  {
    label: "azure_pipelines",
    kinds: ["pipeline-azure-pipelines"],
    file: /azure-pipelines.*\.ya?ml$/,
    truth: () => true,
  },
];
const KNOWN = new Set(FAMILIES.flatMap((family) => family.kinds));
/** Custom policies of the scanner are YAML of its own; expected results and broken files are no examples of a kind. */
const NOT_LABELLED = /(^|\/)(custom_|extra_|policies|checks\/?[^/]*policy|.*_expected|skip_check|expected)/i;

/** One row for each family, then all files together and the mean of the families. */
export function kinds(root) {
  const paths = filesBelow(join(root, "tests"));
  const rows = FAMILIES.map((family) => {
    const counts = { right: 0, missed: 0, wrong: 0 };
    for (const path of paths.filter((one) => one.startsWith(`${family.label}/`))) {
      count(counts, family, path, readFileSync(join(root, "tests", path)));
    }
    return { kind: family.label, ...counts, F1: f1(counts) };
  });
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const all = { right: sum("right"), missed: sum("missed"), wrong: sum("wrong") };
  return [
    ...rows,
    { kind: "all files", ...all, F1: f1(all) },
    { kind: "mean of families", F1: Number((sum("F1") / rows.length).toFixed(3)) },
  ];
}

function count(counts, family, path, bytes) {
  const text = bytes.toString("utf8");
  if (/^metadata:/m.test(text) && /^definition:/m.test(text)) return;
  const fits = family.truth(text);
  const labelled = fits && family.file.test(path) && !NOT_LABELLED.test(path);
  const found = engine.kindsOf({ path, bytes });
  const own = found.some((kind) => family.kinds.includes(kind));
  if (labelled && own) counts.right++;
  else if (labelled) counts.missed++;
  else if (own && !fits) counts.wrong++;
  if (labelled) counts.wrong += found.filter((kind) => !family.kinds.includes(kind) && KNOWN.has(kind)).length;
}

function f1({ right, missed, wrong }) {
  return right === 0 ? 0 : Number(((2 * right) / (2 * right + missed + wrong)).toFixed(3));
}
