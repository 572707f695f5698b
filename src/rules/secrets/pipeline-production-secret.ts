import { defineRule, type Match } from "../../model/rule.js";
import { environmentOf } from "../../text/environment-words.js";
import { isTestPath } from "../../text/path-roles.js";
import { entriesOf, hasKeys, itemsOf, type PlacedText, scalarsIn, type Tree, textAt } from "../../text/tree.js";
import { parseYaml, yamlOf } from "../../text/yaml.js";
import { REFERENCE_WORDS } from "./evidence/reference.js";

const gitlab = (environment: string, script: string) => ({
  path: ".gitlab-ci.yml",
  text: `report:\n  environment: ${environment}\n  script:\n    - ${script}\n`,
});
const bitbucket = (deployment: string) => ({
  path: "bitbucket-pipelines.yml",
  text: `pipelines:\n  default:\n    - step:\n        deployment: ${deployment}\n        script:\n          - python report.py $DB_PASSWORD\n`,
});

/** `$DB_PASSWORD`, `$\{API_TOKEN}`: variables that pipelines keep as secrets. */
const SECRET_VARIABLE =
  /\$\{?[A-Z0-9_]{0,60}(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PWD|CREDENTIALS?|DSN|_URL)(?:_[A-Z0-9]{1,20})?\b/;

export default defineRule({
  ...REFERENCE_WORDS,
  id: "secrets/pipeline-production-secret",
  summary: "A job of this pipeline works with production secrets.",
  appliesTo: { paths: ["**/.gitlab-ci.yml", "**/*.gitlab-ci.yml", "**/bitbucket-pipelines.yml"] },
  detect: (file, { production }) =>
    (isTestPath(file.path) ? parseYaml("") : yamlOf(file)).documents
      .flatMap(jobsIn)
      .flatMap((job) => look(job, (name) => environmentOf(name, production.words) === "production")),
  examples: {
    match: [
      { ...gitlab("production", "python report.py $DB_PASSWORD"), suggests: "handoff" },
      { ...gitlab("{ name: prod/eu }", "python report.py $API_TOKEN"), suggests: "handoff" },
      { ...gitlab("staging", "python report.py $PROD_DB_PASSWORD"), suggests: "handoff" },
      { ...bitbucket("production"), suggests: "handoff" },
    ],
    skip: [
      gitlab("staging", "python report.py $DB_PASSWORD"),
      gitlab("production", "echo hello"),
      gitlab("review/$CI_COMMIT_REF_SLUG", "python report.py $API_TOKEN"),
      bitbucket("staging"),
    ],
  },
});

/** Maps with a script, however deep: jobs of GitLab, steps of Bitbucket. */
function jobsIn(tree: Tree): readonly Tree[] {
  const below = [...entriesOf(tree).map(({ value }) => value), ...itemsOf(tree)].flatMap(jobsIn);
  return hasKeys(tree, "script") ? [tree, ...below] : below;
}

function look(job: Tree, isProduction: (name: string) => boolean): readonly Match[] {
  const environment = textAt(job, "environment", "name") ?? textAt(job, "environment") ?? textAt(job, "deployment");
  const tier = textAt(job, "environment", "deployment_tier");
  const reads = scalarsIn(job).filter(({ value }) => SECRET_VARIABLE.test(value));
  const bound = [tier, environment].find((name) => name !== undefined && isProduction(name.value));
  if (bound !== undefined && (reads.length > 0 || hasKeys(job, "secrets") || hasKeys(job, "id_tokens"))) {
    return [match(bound, `The job runs in the environment \`${bound.value}\` and reads secrets there.`)];
  }
  const named = reads.find(({ value }) => isProduction(SECRET_VARIABLE.exec(value)?.[0].replace(/[${]/g, "") ?? ""));
  return named === undefined ? [] : [match(named, "The name of a variable that it reads says production.")];
}

function match({ start, end, value }: PlacedText, because: string): Match {
  return {
    range: [start, end],
    evidence: value.slice(0, 120),
    because: [because, "I looked for a word like test, dev, staging or non-prod and found none."],
    identity: value,
  };
}
