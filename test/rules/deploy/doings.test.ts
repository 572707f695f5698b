import { describe, expect, test } from "@jest/globals";
import { ACTIONS } from "../../../src/catalogue/deploy/actions.js";
import { COMMANDS } from "../../../src/catalogue/deploy/commands.js";
import type { ActionRecord, CommandRecord } from "../../../src/catalogue/deploy/kind.js";
import { plainWords, recognise } from "../../../src/rules/deploy/engine/commands.js";
import { actionRecord } from "../../../src/rules/deploy/engine/job.js";
import { parseShell } from "../../../src/text/shell.js";

const ALL: readonly CommandRecord[] = COMMANDS;
const idOf = (text: string) => parseShell(text).map((command) => recognise(command)?.id ?? null);

/** What must stand after the words of a record that asks for more than its words. */
const MORE: Readonly<Record<string, string>> = {
  helmsman: "-apply -f a.yaml",
  "aws s3 sync|cp|mv": "d s3://b --delete",
  "gcloud builds submit|triggers": "--config cloudbuild.yaml",
  "gsutil rsync|cp": "-r d gs://b",
  "gcloud storage rsync|cp": "d gs://b",
  "git push": "https://git.heroku.com/a.git main",
  "git push to a space": "https://huggingface.co/spaces/a/b",
  "copilot deploy|svc|env|job": "deploy",
  cap: "production deploy",
  "rsync|scp": "-a d/ app@web.acme.example:/srv",
  ssh: "app@web.acme.example uptime",
  "dagster-cloud ci|workspace|serverless|deployment": "deploy",
  "snow app|snowpark|streamlit|sql deploy|run": "deploy",
  "dbt run|build|seed|snapshot": "--target prod",
  "octodns-sync": "--doit",
  "salt|salt-ssh": "'*' state.apply",
  goreleaser: "--clean",
  "bundle exec fastlane": "release",
  "docker buildx push": "--push .",
};

describe("every command of the catalogue is recognised by every one of its programs", () => {
  const samples = ALL.flatMap((record) => {
    const [programs = "", ...words] = record.words.split(" ");
    return programs.split("|").map((program) => {
      const firsts = words.map((word) => word.split("|")[0] ?? "");
      const more = MORE[record.id] ?? MORE[record.words] ?? "";
      return [[program, ...firsts, more].join(" ").trim(), record] as const;
    });
  });

  test.each(samples)("%s", (text, record) => {
    const [id] = idOf(text);
    expect(ALL.find((one) => one.id === id)?.says).toBe(record.says);
  });

  test.each(ALL.map((record) => [record.id, record.words] as const))(
    "%s: every one of its words counts",
    (id, words) => {
      for (const [place, alternatives] of words.split(" ").entries()) {
        for (const alternative of place === 0 ? [] : alternatives.split("|")) {
          const argv = words.split(" ").map((word, i) => (i === place ? alternative : (word.split("|")[0] ?? "")));
          const found = idOf([...argv, MORE[id] ?? MORE[words] ?? ""].join(" "))[0];
          expect([argv.join(" "), found === null]).toEqual([argv.join(" "), false]);
        }
      }
    },
  );
});

test.each<[string, string | null]>([
  ["npx --yes vercel@latest deploy --prod", "vercel|vc deploy"],
  ["pnpm dlx wrangler deploy", "wrangler deploy|publish"],
  ["poetry run modal deploy a.py", "modal deploy"],
  ["python -m twine upload dist/*", "twine|uv|poetry|flit|hatch|pdm|maturin upload|publish"],
  [
    "/usr/local/bin/kubectl -n a apply -f b",
    "kubectl apply|create|replace|patch|set|scale|delete|autoscale|expose|run",
  ],
  ["gcloud beta run deploy a", "gcloud run deploy"],
  ["docker --context a stack deploy -c b c", "docker stack deploy"],
  ["kubectl get deploy", null],
  ["kubectl rollout status deploy/a", null],
  ["kubectl port-forward svc/a 1:1", null],
  ["helm template a ./c", null],
  ["helm lint ./c", null],
  ["helm repo add a b", null],
  ["terraform fmt -check", null],
  ["terraform init -backend=false", null],
  ["terraform validate", null],
  ["aws s3 cp s3://a/b .", null],
  ["aws sts get-caller-identity", null],
  ["aws ecs describe-services --services a", null],
  ["gcloud auth configure-docker", null],
  ["az account show", null],
  ["docker compose up --build -d", null],
  ["docker build -t a .", null],
  ["docker run --rm a kubectl", null],
  ["git push origin main", null],
  ["git commit -m 'terraform apply'", null],
  ["ssh-keyscan a.acme.example", null],
  ["ssh -T git@github.com", null],
  ["rsync -a a/ b/", null],
  ["scp app@web.acme.example:/var/log/a .", null],
  ["npm ci --production", null],
  ["npm run deploy", null],
  ["cdk synth", null],
  ["pulumi preview", null],
  ["sam local start-api", null],
  ["sam build", null],
  ["vercel pull --environment=production --token=a", null],
  ["vercel build --prod --token=a", null],
  ["modal run a.py", null],
  ["firebase emulators:start", "firebase emulators"],
  ["supabase start", null],
  ["supabase db push --local", null],
  ["ansible-playbook --check a.yml", null],
  ["ansible-lint", null],
  ["goreleaser check", null],
  ["goreleaser release --snapshot --clean", null],
  ["dbt run", null],
  ["flux check --pre", null],
])("%s", (text, expected) => expect(idOf(text)[0]).toBe(expected));

test("what only starts a command is taken off", () => {
  expect(plainWords(["npx", "-y", "cdk@2", "deploy"])).toEqual(["cdk", "deploy"]);
  expect(plainWords(["npm", "publish"])).toEqual(["npm", "publish"]);
  expect(plainWords([])).toEqual([""]);
});

/** Inputs with which a record that asks for more than its name counts. */
const INPUTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "netlify/actions/cli": { args: "deploy" },
  "superfly/flyctl-actions": { args: "deploy" },
  "w9jds/firebase-action": { args: "deploy" },
  "serverless/github-action": { args: "deploy" },
  "pulumi/actions": { command: "up" },
  "op5dev/tf-via-pr": { command: "apply" },
  "gruntwork-io/terragrunt-action": { tg_command: "run apply" },
  "goreleaser/goreleaser-action": { args: "release" },
  "bobheadxi/deployments": { step: "start" },
  "changesets/action": { publish: "npm run release" },
  "docker/build-push-action": { push: "true" },
  "docker/bake-action": { push: "${{ github.event_name != 'pull_request' }}" },
};

describe("every action of the catalogue", () => {
  const all = (ACTIONS as readonly ActionRecord[]).flatMap((record) =>
    record.uses.map((name) => [name, record] as const),
  );

  test.each(all)("%s", (name, record) => {
    const given = Object.entries(INPUTS[name] ?? {}).map(([key, value]) => [key, { value, start: 0, end: 0 }] as const);
    expect(actionRecord(`${name.toUpperCase()}@v1`, new Map(given))).toBe(record);
    expect(name).toBe(name.toLowerCase());
  });

  test.each(Object.keys(INPUTS))("%s without its inputs is none", (name) => {
    expect(actionRecord(`${name}@v1`, new Map())).toBeUndefined();
  });

  test("no name stands twice", () => {
    expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
  });
});
