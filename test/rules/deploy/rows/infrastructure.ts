import type { Row } from "./row.js";

const CHART = { "chart/Chart.yaml": "apiVersion: v2\nname: app\nversion: 0.1.0\n" };

export const INFRASTRUCTURE_ROWS: readonly Row[] = [
  {
    kind: "terraform",
    yes: [
      ["main.tf", 'resource "azurerm_resource_group" "r" { name = "r" }', "L2"],
      ["stack.tofu", 'module "vpc" { source = "acme/vpc/aws" }', "L2"],
      ["main.tf.json", '{"resource": {"aws_s3_bucket": {"b": {}}}}', "L2"],
      ["backend.tf", 'terraform {\n  backend "gcs" { prefix = "prod/app" }\n}', "L3"],
      ["main.tf", 'resource "aws_db_instance" "d" {\n  tags = {\n    Environment = "production"\n  }\n}', "L3"],
      ["main.tf", 'resource "aws_db_instance" "d" {\n  multi_az = true\n  deletion_protection = true\n}', "L3"],
      ["main.tf", 'provider "kubernetes" { config_context = "kind-demo" }\nresource "kubernetes_pod" "p" {}', "L0"],
      [
        "main.tf",
        'provider "aws" {\n  endpoints {\n    s3 = "http://localhost:4566"\n  }\n}\nresource "aws_s3_bucket" "b" {}',
        "L0",
      ],
    ],
    no: [
      ["main.tf", 'resource "random_pet" "p" {}\nresource "docker_image" "i" { name = "x" }'],
      ["data.tf", 'data "aws_region" "r" {}'],
      ["variables.tf", 'variable "env" { default = "prod" }'],
      ["main.tf", '# resource "aws_s3_bucket" "b" {}\nlocals { text = "resource aws_s3_bucket" }'],
    ],
  },
  {
    kind: "terraform-values",
    yes: [
      ["prod.tfvars", 'environment = "prod"', "L3", { "main.tf": "" }],
      ["dev.tfvars", 'size = "s"', "L0", { "main.tf": "" }],
    ],
    no: [["prod.tfvars", 'a = "b"']],
  },
  {
    kind: "terragrunt",
    yes: [
      ["qa/db/terragrunt.hcl", 'include "root" { path = find_in_parent_folders() }', "L2"],
      ["prod/db/terragrunt.hcl", 'terraform { source = "x" }', "L3"],
    ],
    no: [
      ["_envcommon/db/terragrunt.hcl", 'terraform { source = "x" }'],
      ["terragrunt.hcl", "# nothing"],
    ],
  },
  {
    kind: "cloudformation",
    yes: [
      ["a.yml", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Condition: !If [A, !Ref B, C]\n", "L2"],
      ["a.template", '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"X": {"Type": "Custom::Y"}}}', "L2"],
      [
        "sam.yaml",
        "Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n",
        "L2",
      ],
    ],
    no: [
      ["i18n.yml", "Resources:\n  Hello:\n    Type: text about AWS::S3\n"],
      ["x.json", '{"text": "AWSTemplateFormatVersion"}'],
    ],
  },
  {
    kind: "sam-config",
    yes: [["samconfig.toml", "[default.deploy.parameters]\nstack_name = 'app'\n", "L2"]],
    no: [["samconfig.toml", "[default.build.parameters]\ncached = true\n# deploy\n"]],
  },
  {
    kind: "cdk",
    yes: [["cdk.json", '{"app": "python app.py"}', "L2"]],
    no: [
      ["cdk.json", '{"context": {"app": 1}, "watch": {}}'],
      ["cdk.context.json", '{"app": "x"}'],
    ],
  },
  {
    kind: "pulumi-project",
    yes: [["Pulumi.yml", "name: a\nruntime: { name: nodejs }\n", "L2"]],
    no: [["Pulumi.yaml", "title: notes\n"]],
  },
  {
    kind: "pulumi-stack",
    yes: [
      ["Pulumi.dev.yaml", "config: { a:b: c }\n", "L2"],
      ["Pulumi.prod.yaml", "encryptionsalt: v1\n", "L3"],
    ],
    no: [["pulumi.notes.yaml", "about: config\n"]],
  },
  {
    kind: "arm-template",
    yes: [
      [
        "t.json",
        '{"$schema": "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#", "resources": []}',
        "L2",
      ],
    ],
    no: [
      [
        "p.json",
        '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#", "parameters": {}}',
      ],
    ],
  },
  {
    kind: "arm-parameters",
    yes: [
      [
        "app.parameters.json",
        '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#", "parameters": {}}',
        "L1",
      ],
    ],
    no: [["x.json", '{"about": "deploymentParameters.json"}']],
  },
  {
    kind: "bicep",
    yes: [["main.bicep", "module app 'app.bicep' = {\n  name: 'x'\n}\n", "L2"]],
    no: [["main.bicep", "// resource a 'Microsoft.Web/sites@1'\nparam name string\n"]],
  },
  {
    kind: "bicep-parameters",
    yes: [["main.bicepparam", "using 'main.bicep'\n", "L1"]],
    no: [["main.bicepparam", "// using 'x'\nparam a = 1\n"]],
  },
  {
    kind: "azd",
    yes: [["azure.yaml", "name: demo\nservices: { web: { host: appservice } }\n", "L2"]],
    no: [["azure.yaml", "name: a colour\n"]],
  },
  {
    kind: "serverless-framework",
    yes: [
      ["serverless.yml", "service: a\nprovider: { name: aws }\n", "L2"],
      ["infra.yml", "service: a\nprovider: { name: google }\nfunctions: {}\n", "L2"],
    ],
    no: [
      ["vars.yml", "service: foo\nprovider: a\n"],
      ["component.yml", "component: x\ninputs: { provider: aws }\n"],
    ],
  },
  {
    kind: "serverless-code",
    yes: [["serverless.ts", "const c = {\n  service: 'a',\n  provider: { name: 'aws' },\n};\n", "L2"]],
    no: [["serverless.ts", "// service: a\n// provider: b\nexport {};\n"]],
  },
  {
    kind: "sst",
    yes: [["sst.config.ts", "export default $config({ app() {} });\n", "L2"]],
    no: [["sst.config.ts", "export default {};\n// sst $config(\n"]],
  },
  {
    kind: "google-deployment-manager",
    yes: [["vm.yaml", "resources:\n- name: a\n  type: vm.jinja\n", "L2"]],
    no: [["x.yaml", "resources:\n- type: book.v1.edition\n"]],
  },
  {
    kind: "ansible-playbook",
    yes: [
      ["site.yml", "- hosts: web\n  roles: [nginx]\n", "L2"],
      ["a.yml", "- import_playbook: b.yml\n", "L2"],
      ["local.yml", "- hosts: localhost\n  tasks: []\n", "L0"],
      ["c.yml", "- hosts: all\n  connection: local\n  tasks: []\n", "L0"],
      ["p.yml", "- hosts: production\n  tasks: []\n", "L3"],
    ],
    no: [
      ["tasks/main.yml", "- name: x\n  command: hosts:\n"],
      ["site.yml", "on: push\njobs: { hosts: {} }\n# hosts:\n"],
    ],
  },
  {
    kind: "ansible-inventory",
    yes: [
      ["hosts", "[web]\na.internal ansible_user=x\n[all:vars]\n", "L1"],
      ["hosts.ini", "[prod]\na.internal ansible_user=x\n", "L3"],
    ],
    no: [["php.ini", "[Session]\nsession.save_handler = files\n; ansible_\n"]],
  },
  {
    kind: "server-configuration",
    yes: [
      ["Puppetfile", "mod 'acme/x', '1.0'\n", "L2"],
      ["site.pp", "node 'web' {\n}\n", "L2"],
      ["Berksfile", "cookbook 'x'\n", "L2"],
      ["top.sls", "base:\n  '*': [a]\n", "L2"],
    ],
    no: [["main.pp", "program Pascal;\nuses node;\nbegin end.\n"]],
  },
  {
    kind: "packer",
    yes: [["a.pkr.hcl", 'source "amazon-ebs" "a" {}\nbuild { sources = [] }', "L2"]],
    no: [["a.pkr.hcl", 'source "docker" "a" {}\nbuild { sources = [] }']],
  },
  {
    kind: "dns-control",
    yes: [["dnsconfig.js", 'var P = NewDnsProvider("x");\nD("acme.example", P);\n', "L3"]],
    no: [["dnsconfig.js", "// NewDnsProvider( later\nvar x = 1; // DnsProvider\n"]],
  },
  {
    kind: "octodns",
    yes: [
      [
        "dns.yaml",
        "providers:\n  c: { class: octodns_cloudflare.CloudflareProvider }\nzones: { acme.example.: {} }\n",
        "L3",
      ],
    ],
    no: [["dns.yaml", "providers: { a: { class: mine } }\nzones: {}\n# octodns\n"]],
  },
  {
    kind: "kubernetes-manifest",
    yes: [
      ["a.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: a }\n", "L1"],
      ["a.json", '{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "a"}}', "L1"],
      ["two.yml", "a: 1\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a, namespace: prod }\n", "L3"],
      ["a.yaml", "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  labels: { env: production }\n", "L3"],
      [
        "t.yaml",
        "{{ if .Values.a }}\napiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\n{{ end }}\n",
        "L1",
      ],
    ],
    no: [
      ["kubeconfig.yaml", "apiVersion: v1\nkind: Config\nmetadata: { name: x }\n"],
      ["crd.yaml", "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: x }\n"],
      ["catalog-info.yaml", "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: x }\n"],
      ["openapi.yaml", "apiVersion: 1.0\nkind: car\nmetadata: { name: x }\n"],
    ],
  },
  {
    kind: "kustomize",
    yes: [
      ["base/kustomization.yaml", "resources: [a.yaml]\n", "L1"],
      ["overlays/prod/kustomization.yml", "bases: [../../base]\n", "L3"],
      ["overlays/staging/kustomization.yml", "resources: [../../base]\n", "L1"],
      ["Kustomization", "namespace: production\n", "L3"],
    ],
    no: [["kustomization.yaml", "title: resources\n"]],
  },
  {
    kind: "argo-cd",
    yes: [
      ["a.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: { name: a }\n", "L2"],
      [
        "a.yaml",
        "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\nspec: { destination: { name: prod-eu } }\n",
        "L3",
      ],
    ],
    no: [["w.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: { name: a }\n"]],
  },
  {
    kind: "argo-workflow",
    yes: [["w.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: CronWorkflow\nmetadata: { name: a }\n", "L1"]],
    no: [["a.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\n"]],
  },
  {
    kind: "flux",
    yes: [
      ["f.yaml", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: a }\n", "L2"],
      [
        "clusters/prod/f.yaml",
        "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: { name: a }\n",
        "L3",
      ],
    ],
    no: [["x.yaml", "apiVersion: v1\nkind: ConfigMap\nabout: toolkit.fluxcd.io\n"]],
  },
  {
    kind: "cluster-resources",
    yes: [
      ["b.yaml", "apiVersion: s3.services.k8s.aws/v1alpha1\nkind: Bucket\nmetadata: { name: a }\n", "L2"],
      ["c.yaml", "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: prod }\n", "L3"],
    ],
    no: [["x.yaml", "apiVersion: v1\nkind: ConfigMap\nabout: a.crossplane.io\n"]],
  },
  {
    kind: "model-serving",
    yes: [["m.yaml", "apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: a }\n", "L2"]],
    no: [["j.yaml", "apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nmetadata: { name: a }\n"]],
  },
  {
    kind: "helm-chart",
    yes: [["chart/Chart.yaml", CHART["chart/Chart.yaml"], "L1"]],
    no: [
      ["Chart.yaml", "apiVersion: v2\nname: l\nversion: 1.0.0\ntype: library\n"],
      ["Chart.yaml", "title: a bar chart\n# apiVersion\n"],
    ],
  },
  {
    kind: "helm-values",
    yes: [
      ["chart/values-prod.yaml", "image: x\n", "L3", CHART],
      ["chart/values-staging.yaml", "image: x\n", "L0", CHART],
      ["chart/values.yaml", "image: x\n", "L0", CHART],
    ],
    no: [["values.yaml", "image: x\n"]],
  },
  {
    kind: "helmfile",
    yes: [
      ["helmfile.yaml", "releases: []\n", "L2"],
      ["helmfile.yaml", "environments: { production: {} }\nreleases: []\n", "L3"],
      ["werf.yaml", "configVersion: 1\nproject: a\n", "L2"],
    ],
    no: [["helmfile.yaml", "title: releases\n"]],
  },
  {
    kind: "nomad",
    yes: [
      ["a.nomad.hcl", 'job "a" {\n  group "g" {}\n}', "L2"],
      ["a.nomad", 'job "a" {\n  namespace = "prod"\n  group "g" {}\n}', "L3"],
    ],
    no: [["a.hcl", 'job "a" {}\n# group']],
  },
  {
    kind: "kind-cluster",
    yes: [["kind.yaml", "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\n", "L0"]],
    no: [["c.yaml", "kind: Cluster\napiVersion: cluster.x-k8s.io/v1\n# kind.x-k8s.io\n"]],
  },
];
