import { describe, expect, test } from "@jest/globals";
import type { DeployLevel } from "../../../src/model/vocabulary.js";
import { RULES } from "../../../src/rules/index.js";
import { scan } from "../../../src/scan/scan.js";
import { rawFile, surroundings } from "../../support/run-rule.js";

/** A repository of a few files, and the level that its worst finding comes to. */
type Files = Readonly<Record<string, string>>;
type Pair = readonly [title: string, crossing: Files, level: DeployLevel, twin: Files, twinLevel: DeployLevel];

const DEPLOY = RULES.filter(({ id }) => id.startsWith("deploy/"));

async function worst(files: Files, given = {}): Promise<DeployLevel> {
  const raw = Object.entries(files).map(([path, text]) => rawFile(path, text));
  const { findings, failures } = await scan(raw, DEPLOY, surroundings(raw, given), "test");
  expect(failures).toEqual([]);
  return (
    findings
      .map(({ level }) => level ?? "L0")
      .sort()
      .at(-1) ?? "L0"
  );
}

const job = (body: string, on = "push: { branches: [main] }"): Files => ({
  ".github/workflows/a.yml": `on: { ${on} }\njobs:\n  a:\n    runs-on: ubuntu-latest\n${body.replace(/^/gm, "    ")}\n`,
});
const run = (command: string, more = ""): Files =>
  job(`${more}steps:\n  - run: |\n${command.replace(/^/gm, "      ")}`);
const uses = (action: string, inputs = "{}", more = ""): Files =>
  job(`${more}steps:\n  - uses: ${action}\n    with: ${inputs}`);
const env = (name: string) => `environment: ${name}\n`;
const file = (path: string, text: string): Files => ({ [path]: text });
const manifest = (namespace: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n  namespace: ${namespace}\n`;
const bucket = (more: string) => `resource "aws_s3_bucket" "b" {}\n${more}`;
const APPLY = "kubectl apply -f k8s/";

const PRODUCTION: readonly Pair[] = [
  ["a named environment", run(APPLY, env("production")), "L3", run(APPLY, env("staging")), "L2"],
  ["a short name", run(APPLY, env("prod")), "L3", run(APPLY, env("dev")), "L2"],
  ["a region", run(APPLY, env("prod-eu")), "L3", run(APPLY, env("qa-eu")), "L2"],
  ["a negation", run(APPLY, env("production")), "L3", run(APPLY, env("non-production")), "L2"],
  ["pre-production", run(APPLY, env("prod")), "L3", run(APPLY, env("pre-prod")), "L2"],
  ["like production", run(APPLY, env("prod")), "L3", run(APPLY, env("prod-like")), "L2"],
  [
    "a map",
    run(APPLY, "environment: { name: production }\n"),
    "L3",
    run(APPLY, "environment: { name: review }\n"),
    "L2",
  ],
  [
    "a choice by branch",
    run(APPLY, env("${{ github.ref == 'refs/heads/main' && 'production' || 'staging' }}")),
    "L3",
    run(APPLY, env("${{ github.ref == 'refs/heads/main' && 'staging' || 'dev' }}")),
    "L2",
  ],
  [
    "a matrix",
    run(APPLY, "strategy: { matrix: { env: [dev, prod] } }\nenvironment: ${{ matrix.env }}\n"),
    "L3",
    run(APPLY, "strategy: { matrix: { env: [dev, test] } }\nenvironment: ${{ matrix.env }}\n"),
    "L2",
  ],
  [
    "an input with choices",
    job(
      `environment: \${{ inputs.env }}\nsteps:\n  - run: ${APPLY}`,
      "workflow_dispatch: { inputs: { env: { options: [dev, production] } } }",
    ),
    "L3",
    job(
      `environment: \${{ inputs.env }}\nsteps:\n  - run: ${APPLY}`,
      "workflow_dispatch: { inputs: { env: { options: [dev, qa] } } }",
    ),
    "L2",
  ],
  ["a namespace flag", run("kubectl -n prod apply -f a.yaml"), "L3", run("kubectl -n dev apply -f a.yaml"), "L2"],
  [
    "a context flag",
    run("kubectl --context prod-eu apply -f a.yaml"),
    "L3",
    run("kubectl --context stage-eu apply -f a.yaml"),
    "L2",
  ],
  [
    "a folder argument",
    run("kubectl apply -k overlays/production"),
    "L3",
    run("kubectl apply -k overlays/staging"),
    "L2",
  ],
  [
    "a values file",
    run("helm upgrade a ./c -f values-prod.yaml"),
    "L3",
    run("helm upgrade a ./c -f values-dev.yaml"),
    "L2",
  ],
  ["a stage flag", run("npx serverless deploy --stage prod"), "L3", run("npx serverless deploy --stage dev"), "L2"],
  [
    "a variables file",
    run("terraform apply -var-file=prod.tfvars"),
    "L3",
    run("terraform apply -var-file=qa.tfvars"),
    "L2",
  ],
  [
    "a folder for Terraform",
    run("terraform -chdir=envs/prod apply"),
    "L3",
    run("terraform -chdir=envs/non-prod apply"),
    "L2",
  ],
  ["a stack", run("pulumi up -s acme/prod"), "L3", run("pulumi up -s acme/sandbox"), "L2"],
  ["a profile", run("aws --profile prod s3 sync d s3://b"), "L3", run("aws --profile sandbox s3 sync d s3://b"), "L2"],
  [
    "a project",
    run("gcloud run deploy a --project acme-prod"),
    "L3",
    run("gcloud run deploy a --project acme-test"),
    "L2",
  ],
  ["an app name", run("az webapp up --name acme-prod"), "L3", run("az webapp up --name acme-demo"), "L2"],
  ["a bundle target", run("databricks bundle deploy -t prod"), "L3", run("databricks bundle deploy -t dev"), "L2"],
  ["a Capistrano stage", run("bundle exec cap production deploy"), "L3", run("bundle exec cap staging deploy"), "L2"],
  ["a Kamal destination", run("kamal deploy -d production"), "L3", run("kamal deploy -d staging"), "L2"],
  [
    "a host",
    run("rsync -a d/ app@web.prod.acme.example:/srv"),
    "L3",
    run("rsync -a d/ app@web.test.acme.example:/srv"),
    "L2",
  ],
  [
    "an inventory",
    run("ansible-playbook -i inventories/production site.yml"),
    "L3",
    run("ansible-playbook -i inventories/staging site.yml"),
    "L2",
  ],
  ["a production flag of Vercel", run("vercel deploy --prod"), "L3", run("vercel deploy"), "L1"],
  ["a production flag of Netlify", run("netlify deploy --prod --dir d"), "L3", run("netlify deploy --dir d"), "L1"],
  [
    "a secret's name",
    run("kubectl apply -f a --token ${{ secrets.PROD_TOKEN }}"),
    "L3",
    run("kubectl apply -f a --token ${{ secrets.TEST_TOKEN }}"),
    "L2",
  ],
  [
    "an input of Azure",
    uses("azure/webapps-deploy@v3", "{ app-name: shop-prod }"),
    "L3",
    uses("azure/webapps-deploy@v3", "{ app-name: shop-dev }"),
    "L2",
  ],
  [
    "a slot",
    uses("azure/webapps-deploy@v3", "{ slot-name: production }"),
    "L3",
    uses("azure/webapps-deploy@v3", "{ slot-name: staging }"),
    "L2",
  ],
  [
    "a cluster",
    uses("aws-actions/amazon-ecs-deploy-task-definition@v2", "{ cluster: prod }"),
    "L3",
    uses("aws-actions/amazon-ecs-deploy-task-definition@v2", "{ cluster: dev }"),
    "L2",
  ],
  [
    "a Firebase channel",
    uses("FirebaseExtended/action-hosting-deploy@v0", "{ channelId: live }"),
    "L3",
    uses("FirebaseExtended/action-hosting-deploy@v0", "{ channelId: pr-1 }"),
    "L1",
  ],
  [
    "a Vercel action",
    uses("amondnet/vercel-action@v25", "{ vercel-args: --prod }"),
    "L3",
    uses("amondnet/vercel-action@v25"),
    "L1",
  ],
  [
    "a Netlify action",
    uses("nwtgck/actions-netlify@v3", "{ production-deploy: true }"),
    "L3",
    uses("nwtgck/actions-netlify@v3", "{ production-deploy: false }"),
    "L1",
  ],
  [
    "a variable that names a place",
    run(APPLY, "env: { CLUSTER_NAME: prod }\n"),
    "L3",
    run(APPLY, "env: { NODE_ENV: production }\n"),
    "L2",
  ],
  [
    "a release",
    job(`steps:\n  - run: ${APPLY}`, "release: { types: [published] }"),
    "L3",
    job(`steps:\n  - run: ${APPLY}`, "pull_request: {}"),
    "L2",
  ],
  [
    "two hints",
    job(`concurrency: production\nsteps:\n  - run: ${APPLY}`),
    "L3",
    job(`steps:\n  - run: ${APPLY}`),
    "L2",
  ],
  [
    "a called workflow",
    job("uses: acme/p/.github/workflows/deploy.yml@v1\nwith: { environment: production }\nsecrets: inherit"),
    "L3",
    job("uses: acme/p/.github/workflows/deploy.yml@v1\nwith: { environment: dev }\nsecrets: inherit"),
    "L2",
  ],
  [
    "a called workflow of the same repository",
    {
      ...job("uses: ./.github/workflows/d.yml\nwith: { env: prod }"),
      ".github/workflows/d.yml": `on: workflow_call\njobs: { d: { runs-on: x, steps: [{ run: ${APPLY} }] } }`,
    },
    "L3",
    {
      ...job("uses: ./.github/workflows/d.yml\nwith: { env: qa }"),
      ".github/workflows/d.yml": `on: workflow_call\njobs: { d: { runs-on: x, steps: [{ run: ${APPLY} }] } }`,
    },
    "L2",
  ],
  [
    "GitLab",
    file(".gitlab-ci.yml", "d:\n  script: x\n  environment: production\n"),
    "L3",
    file(".gitlab-ci.yml", "d:\n  script: x\n  environment: review/a\n"),
    "L2",
  ],
  [
    "a GitLab tier",
    file(".gitlab-ci.yml", "d:\n  script: x\n  environment: { name: eu, deployment_tier: production }\n"),
    "L3",
    file(".gitlab-ci.yml", "d:\n  script: x\n  environment: { name: eu, deployment_tier: testing }\n"),
    "L2",
  ],
  [
    "Bitbucket",
    file("bitbucket-pipelines.yml", "pipelines: { default: [{ step: { deployment: production, script: [x] } }] }\n"),
    "L3",
    file("bitbucket-pipelines.yml", "pipelines: { default: [{ step: { deployment: test, script: [x] } }] }\n"),
    "L2",
  ],
  [
    "Azure Pipelines",
    file("azure-pipelines.yml", "jobs:\n- deployment: d\n  environment: prod\n"),
    "L3",
    file("azure-pipelines.yml", "jobs:\n- deployment: d\n  environment: dev\n"),
    "L2",
  ],
  [
    "Jenkins",
    file("Jenkinsfile", "node {\n  sh 'helm upgrade a b -n production'\n}\n"),
    "L3",
    file("Jenkinsfile", "node {\n  sh 'helm upgrade a b -n staging'\n}\n"),
    "L2",
  ],
  [
    "CircleCI",
    file(".circleci/config.yml", "jobs:\n  d:\n    steps:\n      - run: kubectl -n prod apply -f a.yaml\n"),
    "L3",
    file(".circleci/config.yml", "jobs:\n  d:\n    steps:\n      - run: kubectl -n qa apply -f a.yaml\n"),
    "L2",
  ],
  [
    "Cloud Build",
    file(
      "cloudbuild.yaml",
      "steps:\n- name: gcr.io/cloud-builders/gcloud\n  args: [run, deploy, a, --project, acme-prod]\n",
    ),
    "L3",
    file(
      "cloudbuild.yaml",
      "steps:\n- name: gcr.io/cloud-builders/gcloud\n  args: [run, deploy, a, --project, acme-dev]\n",
    ),
    "L2",
  ],
  ["a Terraform folder", file("envs/prod/main.tf", bucket("")), "L3", file("envs/dev/main.tf", bucket("")), "L2"],
  [
    "a state key",
    file("main.tf", bucket('terraform {\n  backend "s3" {\n    key = "prod/a"\n  }\n}')),
    "L3",
    file("main.tf", bucket('terraform {\n  backend "s3" {\n    key = "nonprod/a"\n  }\n}')),
    "L2",
  ],
  [
    "a workspace",
    file("main.tf", bucket('terraform {\n  cloud {\n    workspaces {\n      name = "shop-prod"\n    }\n  }\n}')),
    "L3",
    file("main.tf", bucket('terraform {\n  cloud {\n    workspaces {\n      name = "shop-lab"\n    }\n  }\n}')),
    "L2",
  ],
  [
    "a tag",
    file("main.tf", bucket('provider "aws" {\n  default_tags {\n    tags = { Environment = "prod" }\n  }\n}')),
    "L3",
    file("main.tf", bucket('provider "aws" {\n  default_tags {\n    tags = { Environment = "dev" }\n  }\n}')),
    "L2",
  ],
  [
    "a default",
    file("main.tf", bucket('variable "environment" {\n  default = "production"\n}')),
    "L3",
    file("main.tf", bucket('variable "environment" {\n  default = "staging"\n}')),
    "L2",
  ],
  [
    "Terragrunt",
    file("prod/eu/terragrunt.hcl", "inputs = {}\n"),
    "L3",
    file("non-prod/eu/prod-db/terragrunt.hcl", "inputs = {}\n"),
    "L2",
  ],
  ["a namespace", file("a.yaml", manifest("production")), "L3", file("a.yaml", manifest("default")), "L1"],
  [
    "an overlay",
    file("overlays/prod/kustomization.yaml", "resources: [../../base]\n"),
    "L3",
    file("overlays/dev/kustomization.yaml", "resources: [../../base]\n"),
    "L1",
  ],
  [
    "Flux",
    file(
      "clusters/production/a.yaml",
      "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: a }\n",
    ),
    "L3",
    file(
      "clusters/staging/a.yaml",
      "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: a }\n",
    ),
    "L2",
  ],
  [
    "Argo CD",
    file(
      "a.yaml",
      "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\nspec: { destination: { namespace: prod } }\n",
    ),
    "L3",
    file(
      "a.yaml",
      "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\nspec: { destination: { namespace: qa } }\n",
    ),
    "L2",
  ],
  [
    "a Serverless stage",
    file("serverless.yml", "service: a\nprovider: { name: aws, stage: prod }\n"),
    "L3",
    file("serverless.yml", "service: a\nprovider: { name: aws, stage: \"${opt:stage, 'dev'}\" }\n"),
    "L2",
  ],
  ["a Pulumi stack", file("Pulumi.prod.yaml", "config: {}\n"), "L3", file("Pulumi.dev.yaml", "config: {}\n"), "L2"],
  [
    "SAM",
    file("samconfig.toml", "[prod.deploy.parameters]\na = 1\n"),
    "L3",
    file("samconfig.toml", "[dev.deploy.parameters]\na = 1\n"),
    "L2",
  ],
  [
    "Cloudflare",
    file("wrangler.toml", 'name = "a"\nmain = "b"\n[env.production]\nvars = {}\n'),
    "L3",
    file("wrangler.toml", 'name = "a"\nmain = "b"\n[env.preview]\nvars = {}\n'),
    "L1",
  ],
  [
    "Databricks",
    file("databricks.yml", "bundle: { name: a }\ntargets: { a: { mode: production } }\n"),
    "L3",
    file("databricks.yml", "bundle: { name: a }\ntargets: { a: { mode: development } }\n"),
    "L2",
  ],
  [
    "dbt",
    file("profiles.yml", "a: { target: prod, outputs: { prod: { type: x } } }\n"),
    "L3",
    file("profiles.yml", "a: { target: dev, outputs: { prod: { type: x } } }\n"),
    "L1",
  ],
  [
    "who applies a manifest, and where",
    { "k8s/a.yaml": manifest("default"), ...run(APPLY, env("production")) },
    "L3",
    { "k8s/a.yaml": manifest("default"), ...run(APPLY, env("staging")) },
    "L2",
  ],
  [
    "a Makefile target",
    file("Makefile", "deploy-prod:\n\tkubectl apply -f k8s\n"),
    "L3",
    file("Makefile", "deploy-dev:\n\tkubectl apply -f k8s\n"),
    "L1",
  ],
];

const LOCAL: readonly Pair[] = [
  ["a throw-away cluster", run(APPLY), "L2", job(`steps:\n  - uses: helm/kind-action@v1\n  - run: ${APPLY}`), "L0"],
  ["a cluster made by a command", run(APPLY), "L2", run(`kind create cluster\n${APPLY}`), "L0"],
  [
    "minikube",
    run("helm install a ./c"),
    "L2",
    job("steps:\n  - uses: medyagh/setup-minikube@v1\n  - run: helm install a ./c"),
    "L0",
  ],
  ["a dry run", run(APPLY), "L2", run(`${APPLY} --dry-run=server`), "L0"],
  ["a plan", run("terraform apply -auto-approve"), "L2", run("terraform plan -out apply"), "L0"],
  [
    "a preview",
    uses("pulumi/actions@v6", "{ command: up }"),
    "L2",
    uses("pulumi/actions@v6", "{ command: preview }"),
    "L0",
  ],
  [
    "a local context",
    run("kubectl --context prod apply -f a"),
    "L3",
    run("kubectl --context kind-prod apply -f a"),
    "L0",
  ],
  [
    "an imitation of AWS",
    run("aws s3 sync a s3://b"),
    "L2",
    run("aws --endpoint-url http://localhost:4566 s3 sync a s3://b"),
    "L0",
  ],
  ["a local twin", run("terraform apply"), "L2", run("tflocal apply"), "L0"],
  [
    "a service of the job",
    run("aws s3 sync a s3://b"),
    "L2",
    run("aws s3 sync a s3://b", "services: { aws: { image: localstack/localstack } }\n"),
    "L0",
  ],
  ["a download", run("aws s3 cp a s3://b/c"), "L2", run("aws s3 cp s3://b/c a"), "L0"],
  ["an echo", run(APPLY), "L2", run(`echo "${APPLY}"`), "L0"],
  ["a comment", run(APPLY), "L2", run(`# ${APPLY}\nls`), "L0"],
  ["a heredoc", run(APPLY), "L2", run(`cat <<EOF > notes\n${APPLY}\nEOF`), "L0"],
  ["a job that is off", run(APPLY), "L2", run(APPLY, "if: false\n"), "L0"],
  [
    "a playbook for this computer",
    file("p.yml", "- hosts: web\n  tasks: []\n"),
    "L2",
    file("p.yml", "- hosts: localhost\n  tasks: []\n"),
    "L0",
  ],
  ["compose in a pipeline", run("docker stack deploy -c compose.yml a"), "L2", run("docker compose up -d"), "L0"],
  ["an installer", run("flux bootstrap github"), "L2", uses("fluxcd/flux2/action@main"), "L0"],
  ["publishing", run("npm publish"), "L3", run("npm publish --dry-run"), "L0"],
  [
    "a test registry",
    uses("pypa/gh-action-pypi-publish@release/v1"),
    "L3",
    uses("pypa/gh-action-pypi-publish@release/v1", "{ repository-url: https://test.pypi.example }"),
    "L0",
  ],
  [
    "a snapshot",
    uses("goreleaser/goreleaser-action@v6", "{ args: release --clean }"),
    "L3",
    uses("goreleaser/goreleaser-action@v6", "{ args: release --snapshot }"),
    "L0",
  ],
  [
    "a push of an image",
    uses("docker/build-push-action@v6", "{ push: true }"),
    "L1",
    uses("docker/build-push-action@v6", "{ push: false }"),
    "L0",
  ],
  [
    "who applies it",
    { "k8s/a.yaml": manifest("default"), ...run(APPLY) },
    "L2",
    { "k8s/a.yaml": manifest("default"), ...run("kubectl get pods") },
    "L1",
  ],
  [
    "a script that a pipeline runs",
    { "deploy.sh": "kubectl apply -f k8s\n", ...run("./deploy.sh") },
    "L2",
    { "deploy.sh": "kubectl apply -f k8s\n", ...run("./test.sh") },
    "L1",
  ],
  [
    "a target that a pipeline runs",
    { Makefile: "ship:\n\thelm upgrade a b\n", ...run("make ship") },
    "L2",
    { Makefile: "ship:\n\thelm upgrade a b\n", ...run("make test") },
    "L1",
  ],
  [
    "a script for a cluster on one's own computer",
    { Makefile: "start-e2e:\n\tkubectl apply -f k8s/\n", ...run("make start-e2e") },
    "L2",
    { Makefile: "start-e2e-local:\n\tkubectl apply --server-side -f k8s/\n", ...run("make start-e2e-local") },
    "L1",
  ],
  [
    "a script that is called local and names another cluster",
    { Makefile: "up-local:\n\tkubectl --context shared apply -f k8s/\n", ...run("make up-local") },
    "L2",
    { Makefile: "up-local:\n\tkubectl --context kind-try apply -f k8s/\n", ...run("make up-local") },
    "L0",
  ],
  [
    "a script that is called local and fetches the keys of a cluster",
    { "local.sh": "aws eks update-kubeconfig --name a\nkubectl apply -f k8s/\n", ...run("./local.sh") },
    "L2",
    { "local.sh": "kubectl config use-context minikube\nkubectl apply -f k8s/\n", ...run("./local.sh") },
    "L1",
  ],
  [
    "a script that is called local and publishes",
    { Makefile: "push-local:\n\tterraform apply\n", ...run("make push-local") },
    "L2",
    { Makefile: "push-minikube:\n\thelm upgrade a ./chart\n", ...run("make push-minikube") },
    "L1",
  ],
  [
    "a package script that a pipeline runs",
    { "package.json": '{"scripts": {"ship": "wrangler deploy"}}', ...run("npm run ship") },
    "L2",
    { "package.json": '{"scripts": {"ship": "wrangler deploy"}}', ...run("npm test") },
    "L1",
  ],
  [
    "a service that a pipeline copies to a server",
    {
      "a.service": "[Unit]\nA=b\n[Service]\nExecStart=/a\n",
      ...run("scp a.service app@web.acme.example:/etc/systemd/system/"),
    },
    "L2",
    { "a.service": "[Unit]\nA=b\n[Service]\nExecStart=/a\n", ...run("ls a.service") },
    "L1",
  ],
  ["an example folder", file("infra/main.tf", bucket("")), "L2", file("examples/basic/main.tf", bucket("")), "L1"],
];

describe.each([...PRODUCTION, ...LOCAL])("%s", (_, crossing, level, twin, twinLevel) => {
  test(`comes to ${level}`, async () => expect(await worst(crossing)).toBe(level));
  test(`its twin comes to ${twinLevel}`, async () => expect(await worst(twin)).toBe(twinLevel));
});

test("there are enough twins", () => {
  expect(PRODUCTION.length + LOCAL.length).toBeGreaterThanOrEqual(60);
});

describe("the organisation's own names", () => {
  const names = surroundings().production;
  const production = {
    ...names,
    words: ["live-eu"],
    accounts: ["111122223333"],
    projects: ["acme-shop"],
    namespaces: ["shop-*"],
  };

  test("replace the usual words", async () => {
    expect(await worst(run(APPLY, env("live-eu")), { production })).toBe("L3");
    expect(await worst(run(APPLY, env("production")), { production })).toBe("L2");
  });

  test("facts beat words", async () => {
    const role =
      "steps:\n  - run: aws s3 sync a s3://b --profile dev\n    env: { ROLE: 'arn:aws:iam::111122223333:role/x' }";
    expect(await worst(job(role), { production })).toBe("L3");
    expect(await worst(job(role.replace("111122223333", "444455556666")), { production })).toBe("L2");
    expect(await worst(file("a.yaml", manifest("shop-eu")), { production })).toBe("L3");
  });
});
