import type { DeployRule } from "./kind.js";

/** The rules of the family, in the reader's words, each with a few examples for its page. */
export const DEPLOY_RULES = [
  {
    id: "terraform",
    summary: "Terraform, OpenTofu or Terragrunt creates cloud resources.",
    why: "It makes real things outside your computer that cost money and that others may come to depend on.",
    examples: {
      match: [
        {
          path: "infra/main.tf",
          text: 'resource "aws_s3_bucket" "files" {\n  bucket = "acme-demo"\n}\n',
          level: "L2",
          suggests: "handoff",
        },
        {
          path: "envs/prod/main.tf",
          text: 'module "app" {\n  source = "../../modules/app"\n}\n',
          level: "L3",
          suggests: "handoff",
        },
        {
          path: "main.tf",
          text: 'terraform {\n  backend "s3" { key = "prod/app.tfstate" }\n}\nresource "google_sql_database_instance" "db" {}\n',
          level: "L3",
        },
      ],
      skip: [
        {
          path: "main.tf",
          text: 'resource "random_id" "x" { byte_length = 4 }\nresource "local_file" "y" { filename = "y" }\n',
        },
        {
          path: "main.tf",
          text: 'provider "aws" {\n  endpoints { s3 = "http://localhost:4566" }\n}\nresource "aws_s3_bucket" "b" {}\n',
        },
        { path: "data.tf", text: 'data "aws_caller_identity" "me" {}\n' },
      ],
    },
  },
  {
    id: "cloudformation",
    summary: "CloudFormation, SAM or CDK creates AWS resources.",
    why: "It makes real things in an AWS account that cost money and that others may come to depend on.",
    examples: {
      match: [
        {
          path: "template.yaml",
          text: "Resources:\n  Files:\n    Type: AWS::S3::Bucket\n",
          level: "L2",
          suggests: "handoff",
        },
        { path: "cdk.json", text: '{"app": "npx ts-node bin/app.ts"}', level: "L2" },
        { path: "samconfig.toml", text: '[prod.deploy.parameters]\nstack_name = "app"\n', level: "L3" },
      ],
      skip: [
        { path: "strings.yaml", text: "Resources:\n  Title: Hello\n  Type: AWS:: is a prefix\n" },
        { path: "notes.json", text: '{"Resources": {"a": {"Type": "Text"}}, "about": "AWS::S3::Bucket"}' },
      ],
    },
  },
  {
    id: "pulumi",
    summary: "Pulumi creates cloud resources.",
    why: "It makes real things outside your computer that cost money and that others may come to depend on.",
    examples: {
      match: [
        { path: "Pulumi.yaml", text: "name: demo\nruntime: python\n", level: "L2", suggests: "handoff" },
        { path: "Pulumi.prod.yaml", text: "config:\n  aws:region: eu-west-1\n", level: "L3" },
      ],
      skip: [{ path: "Pulumi.md.yaml", text: "title: about Pulumi\n" }],
    },
  },
  {
    id: "azure-templates",
    summary: "An Azure template creates Azure resources.",
    why: "It makes real things in an Azure subscription that cost money and that others may come to depend on.",
    examples: {
      match: [
        {
          path: "infra/main.bicep",
          text: "resource site 'Microsoft.Web/sites@2023-01-01' = {\n  name: 'demo'\n}\n",
          level: "L2",
          suggests: "handoff",
        },
        {
          path: "azuredeploy.json",
          text: '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "resources": []}',
          level: "L2",
        },
      ],
      skip: [
        {
          path: "ui.json",
          text: '{"$schema": "https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#", "handler": "x", "resources": []}',
        },
        { path: "azure.yaml", text: "color: azure\n" },
      ],
    },
  },
  {
    id: "google-templates",
    summary: "A Google Deployment Manager file creates cloud resources.",
    why: "It makes real things in a Google Cloud project that cost money.",
    examples: {
      match: [
        {
          path: "vm.yaml",
          text: "resources:\n- name: vm\n  type: compute.v1.instance\n",
          level: "L2",
          suggests: "handoff",
        },
      ],
      skip: [{ path: "links.yaml", text: "resources:\n- name: book\n  type: compute.v1 is a book\n" }],
    },
  },
  {
    id: "serverless",
    summary: "A serverless framework runs code in a cloud account.",
    why: "It makes real things in a cloud account: addresses that anyone may call, and a bill.",
    examples: {
      match: [
        {
          path: "serverless.yml",
          text: "service: demo\nprovider:\n  name: aws\nfunctions:\n  hi: { handler: h.hi }\n",
          level: "L2",
          suggests: "handoff",
        },
        {
          path: "serverless.yml",
          text: "service: demo\nprovider:\n  name: aws\n  stage: prod\nfunctions:\n  hi: { handler: h.hi }\n",
          level: "L3",
        },
      ],
      skip: [{ path: "vars.yml", text: "service: cleaning\nprovider: acme\n" }],
    },
  },
  {
    id: "server-configuration",
    summary: "A playbook or recipe changes servers.",
    why: "It changes real servers, all of them in one go.",
    examples: {
      match: [
        {
          path: "deploy.yml",
          text: "- hosts: web\n  tasks:\n    - name: hi\n      command: uptime\n",
          level: "L2",
          suggests: "handoff",
        },
      ],
      skip: [
        { path: "setup.yml", text: "- hosts: localhost\n  tasks:\n    - name: hi\n      command: uptime\n" },
        { path: "guests.yml", text: "hosts:\n  - Ada\ntasks: []\n" },
      ],
    },
  },
  {
    id: "dns",
    summary: "A file decides public DNS records.",
    why: "It changes where people and mail end up, everywhere, within minutes.",
    examples: {
      match: [
        {
          path: "dnsconfig.js",
          text: 'var R = NewRegistrar("none");\nD("acme.example", R, DnsProvider("x"));\n',
          level: "L3",
          suggests: "handoff",
        },
      ],
      skip: [{ path: "zones.yaml", text: "providers: []\nzones: []\n# octodns\n" }],
    },
  },
  {
    id: "kubernetes",
    summary: "A Kubernetes manifest describes what a cluster runs.",
    why: "A cluster runs it for as long as nobody stops it, with its own keys, address and bill.",
    examples: {
      match: [
        {
          path: "k8s/app.yaml",
          text: "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: app\n",
          level: "L1",
          suggests: "note",
        },
        {
          path: "k8s/app.yaml",
          text: "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: app\n",
          around: {
            ".github/workflows/d.yml":
              "on: push\njobs:\n  d:\n    runs-on: x\n    steps:\n      - run: kubectl apply -f k8s/\n",
          },
          level: "L2",
          suggests: "handoff",
        },
        {
          path: "app.yaml",
          text: "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: app\n  namespace: prod\n",
          level: "L3",
        },
        { path: "overlays/production/kustomization.yaml", text: "resources:\n- ../../base\n", level: "L3" },
      ],
      skip: [
        { path: "kind.yaml", text: "apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nname: local\n" },
        {
          path: "catalog-info.yaml",
          text: "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: app\n",
        },
        { path: "config.yaml", text: "apiVersion: v1\nkind: Config\nclusters: []\n" },
      ],
    },
  },
  {
    id: "helm",
    summary: "A Helm chart, its values or a list of releases.",
    why: "It is how an app is installed on a cluster, where it keeps running.",
    examples: {
      match: [
        {
          path: "chart/Chart.yaml",
          text: "apiVersion: v2\nname: app\nversion: 0.1.0\n",
          level: "L1",
          suggests: "note",
        },
        {
          path: "chart/values-prod.yaml",
          text: "replicaCount: 3\n",
          around: { "chart/Chart.yaml": "apiVersion: v2\nname: app\nversion: 0.1.0\n" },
          level: "L3",
        },
        { path: "helmfile.yaml", text: "releases:\n- name: app\n  chart: ./chart\n", level: "L2" },
      ],
      skip: [
        { path: "lib/Chart.yaml", text: "apiVersion: v2\nname: lib\nversion: 0.1.0\ntype: library\n" },
        { path: "values.yaml", text: "image: a picture\n" },
      ],
    },
  },
  {
    id: "gitops",
    summary: "A cluster fetches this repository and runs it by itself.",
    why: "A merge is enough: the cluster notices it and changes what runs.",
    examples: {
      match: [
        {
          path: "app.yaml",
          text: "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: app }\nspec:\n  destination: { namespace: demo }\n",
          level: "L2",
          suggests: "handoff",
        },
        {
          path: "clusters/production/apps.yaml",
          text: "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: apps }\n",
          level: "L3",
        },
      ],
      skip: [{ path: "about.yaml", text: "title: argoproj.io and toolkit.fluxcd.io\n" }],
    },
  },
  {
    id: "nomad",
    summary: "A Nomad job describes what a cluster runs.",
    why: "A cluster runs it for as long as nobody stops it.",
    examples: {
      match: [{ path: "app.nomad", text: 'job "app" {\n  group "web" {}\n}\n', level: "L2", suggests: "handoff" }],
      skip: [{ path: "notes.hcl", text: 'job "gardener" { hours = "group" }\n' }],
    },
  },
  {
    id: "containers",
    summary: "A Compose file or a development tool that is meant for a server or a shared cluster.",
    why: "Containers on your own computer are welcome. This one is written for machines that others use.",
    examples: {
      match: [
        {
          path: "docker-compose.prod.yml",
          text: "services:\n  web: { image: acme/web }\n",
          level: "L2",
          suggests: "handoff",
        },
        {
          path: "skaffold.yaml",
          text: "apiVersion: skaffold/v4beta6\nkind: Config\ndeploy: { kubeContext: gke_acme_eu_main }\n",
          level: "L2",
        },
      ],
      skip: [
        { path: "Dockerfile", text: "# production stage\nFROM node:20\nENV NODE_ENV=production\n" },
        {
          path: "docker-compose.yml",
          text: "services:\n  web:\n    build: .\n    restart: always\n    environment: { NODE_ENV: production }\n",
        },
        { path: "docker-compose.nonprod.yml", text: "services:\n  web: { build: . }\n" },
      ],
    },
  },
  {
    id: "servers",
    summary: "A file that makes a server run or show something.",
    why: "It decides what runs on a server that others use.",
    examples: {
      match: [
        {
          path: "config/deploy.yml",
          text: "service: demo\nimage: acme/demo\nservers: [192.0.2.1]\n",
          level: "L2",
          suggests: "handoff",
        },
        {
          path: "demo.service",
          text: "[Unit]\nDescription=Demo\n[Service]\nExecStart=/opt/demo\n",
          level: "L1",
          suggests: "note",
        },
      ],
      skip: [
        { path: "user.service", text: "export class UserService {}\n" },
        { path: "nginx.conf", text: "server {\n  listen 80;\n  server_name localhost;\n}\n" },
        { path: "ecosystem.config.js", text: "module.exports = { apps: [{ name: 'demo', script: 'app.js' }] };\n" },
      ],
    },
  },
  {
    id: "cloud-apps",
    summary: "A file with which a cloud account runs an app.",
    why: "It runs for others in a cloud account, with its own address and bill.",
    examples: {
      match: [
        {
          path: "task-definition.json",
          text: '{"family": "demo", "containerDefinitions": [{"name": "web", "image": "acme/web"}]}',
          level: "L2",
          suggests: "handoff",
        },
        { path: "app.yaml", text: "runtime: python312\n", level: "L1", suggests: "note" },
      ],
      skip: [
        { path: "app.yaml", text: "command: [streamlit, run, app.py]\n" },
        { path: "host.json", text: '{"hostname": "localhost"}' },
      ],
    },
  },
  {
    id: "hosting",
    summary: "A file with which a hosting service shows an app to others.",
    why: "A demo that others can open is a fine thing. It is worth one thought: who can open it, and with what data?",
    examples: {
      match: [
        {
          path: "render.yaml",
          text: "services:\n  - type: web\n    name: demo\n    runtime: python\n",
          level: "L1",
          suggests: "note",
        },
        {
          path: "wrangler.toml",
          text: 'name = "demo"\nmain = "src/index.ts"\nroutes = ["demo.acme.example/*"]\n',
          level: "L2",
          suggests: "handoff",
        },
        {
          path: "wrangler.toml",
          text: 'name = "demo"\nmain = "src/index.ts"\n[env.production]\nname = "demo-live"\n',
          level: "L3",
        },
      ],
      skip: [
        { path: "vercel.json", text: '{"framework": "nextjs"}' },
        { path: "firebase.json", text: '{"emulators": {"auth": {"port": 9099}}}' },
        { path: "supabase/config.toml", text: 'project_id = "demo"\n[api]\nport = 54321\n' },
        { path: "app.json", text: '{"expo": {"name": "demo"}}' },
      ],
    },
  },
  {
    id: "app-stores",
    summary: "A file with which an app goes to a store.",
    why: "What goes through a store is on other people's phones, and can't be taken back at once.",
    examples: {
      match: [
        {
          path: "fastlane/Fastfile",
          text: "lane :release do\n  upload_to_app_store\nend\n",
          level: "L3",
          suggests: "handoff",
        },
      ],
      skip: [
        { path: "fastlane/Fastfile", text: "lane :test do\n  run_tests\nend\n" },
        { path: "public/manifest.json", text: '{"start_url": ".", "icons": []}' },
      ],
    },
  },
  {
    id: "ai-platforms",
    summary: "A model or an AI app that others can open or call.",
    why: "Sharing a demo is a fine thing. It is worth one thought: who can open it, and with what data?",
    examples: {
      match: [
        {
          path: "README.md",
          text: "---\ntitle: Demo\nsdk: gradio\napp_file: app.py\n---\n# Demo\n",
          level: "L1",
          suggests: "note",
        },
        {
          path: "app.py",
          text: "import gradio as gr\ndemo = gr.Interface(fn=f)\ndemo.launch(share=True)\n",
          level: "L1",
        },
        {
          path: "serve.py",
          text: "import sagemaker\npredictor = model.deploy(initial_instance_count=1, instance_type='ml.m5.large')\n",
          level: "L2",
          suggests: "handoff",
        },
      ],
      skip: [
        { path: "README.md", text: "---\nlicense: mit\ndatasets: [demo]\n---\n# Model\nsdk: gradio\n" },
        { path: "app.py", text: "demo.launch(share=False)\n# demo.launch(share=True)\n" },
        { path: "langgraph.json", text: '{"graphs": {"agent": "./agent.py:graph"}, "dependencies": ["."]}' },
      ],
    },
  },
  {
    id: "data-platforms",
    summary: "A data flow or a table that others read.",
    why: "Others may take their figures from it, and it runs while nobody watches.",
    examples: {
      match: [
        {
          path: "databricks.yml",
          text: "bundle: { name: demo }\ntargets:\n  prod: { mode: production }\n",
          level: "L3",
          suggests: "handoff",
        },
        {
          path: "profiles.yml",
          text: "demo:\n  target: dev\n  outputs:\n    dev: { type: snowflake }\n",
          level: "L1",
          suggests: "note",
        },
      ],
      skip: [
        { path: "profiles.yml", text: "demo:\n  target: dev\n  outputs:\n    dev: { type: duckdb, path: demo.db }\n" },
        { path: "prefect.yaml", text: "name: demo\n" },
      ],
    },
  },
  {
    id: "low-code",
    summary: "An exported automation that acts in other systems.",
    why: "An automation acts in other people's mail, files or records, also while nobody watches.",
    examples: {
      match: [
        {
          path: "appsscript.json",
          text: '{"timeZone": "Etc/UTC", "webapp": {"access": "ANYONE_ANONYMOUS"}}',
          level: "L2",
          suggests: "handoff",
        },
        {
          path: "flow.json",
          text: '{"nodes": [{"type": "n8n-nodes-base.gmail"}], "connections": {}, "active": true}',
          level: "L2",
        },
      ],
      skip: [
        {
          path: "flow.json",
          text: '{"nodes": [{"type": "n8n-nodes-base.gmail"}], "connections": {}, "active": false}',
        },
        { path: "graph.json", text: '{"nodes": [], "connections": {}, "about": "n8n-nodes-base"}' },
      ],
    },
  },
  {
    id: "workplace-apps",
    summary: "An app inside Slack, Teams or Microsoft 365.",
    why: "It reads and writes where colleagues talk.",
    examples: {
      match: [
        {
          path: "manifest.yaml",
          text: "display_information: { name: Demo }\nfeatures: {}\n",
          level: "L1",
          suggests: "note",
        },
      ],
      skip: [{ path: "card.yaml", text: "display_information: yes\n" }],
    },
  },
  {
    id: "publishing",
    summary: "A package or a release that is set up to be published.",
    why: "What is published is there for everybody, and can't be taken back.",
    examples: {
      match: [{ path: ".goreleaser.yaml", text: "builds: []\n", level: "L1", suggests: "note" }],
      skip: [
        { path: "package.json", text: '{"name": "demo", "private": true, "publishConfig": {"access": "public"}}' },
      ],
    },
  },
] as const satisfies readonly DeployRule[];
