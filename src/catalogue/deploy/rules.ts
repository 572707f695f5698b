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
] as const satisfies readonly DeployRule[];
