import type { PipelineRecord } from "./kind.js";

const CHECKED = "2026-11-24";

/** Pipelines of other systems: where their jobs are, what deploys by itself, and where an environment is named. */
export const PIPELINES = [
  {
    id: "gitlab",
    name: "GitLab",
    format: "yaml",
    path: /(^|\/)[\w.-]{0,60}\.?gitlab-ci[\w.-]{0,60}\.ya?ml$|(^|\/)\.gitlab\/ci\/[^/]{1,80}\.ya?ml$/i,
    confirm: { any: [{ has: "*.script" }, { has: "stages" }, { has: "include" }, { has: "*.trigger" }] },
    jobs: ["*"],
    deploys: [
      {
        when: {
          all: [
            { any: [{ has: "environment.name" }, { at: "environment", matches: /\S/ }] },
            { not: { at: "environment.action", is: ["stop", "verify", "access", "prepare"] } },
            { any: [{ has: "script" }, { has: "trigger" }, { has: "run" }] },
          ],
        },
        says: "the job deploys to an environment",
      },
      { when: { at: "release.tag_name", matches: /\S/ }, says: "it makes a release", level: "L1" },
    ],
    environment: ["environment", "environment.name", "environment.deployment_tier"],
    source: "the GitLab CI/CD YAML reference",
    checked: CHECKED,
  },
  {
    id: "circleci",
    name: "CircleCI",
    format: "yaml",
    path: /(^|\/)\.circleci\/[^/]{1,80}\.ya?ml$/i,
    confirm: { any: [{ has: "jobs" }, { has: "workflows" }, { has: "orbs" }] },
    jobs: ["jobs.*", "workflows.*.jobs.*", "commands.*"],
    deploys: [
      {
        when: { at: "steps.**.name", matches: /^(aws-ecs|aws-eks|gcp-gke)\/deploy/ },
        says: "it deploys with a ready-made part",
      },
      { when: { has: "aws-ecs/deploy-service-update" }, says: "it runs a new version of a service on AWS" },
      { when: { has: "aws-ecs/deploy_service_update" }, says: "it runs a new version of a service on AWS" },
      { when: { has: "aws-eks/update-container-image" }, says: "it changes what runs on a Kubernetes cluster" },
      { when: { has: "**.aws-s3/sync" }, says: "it copies files to cloud storage" },
      { when: { has: "**.aws-elastic-beanstalk/deploy" }, says: "it runs a new version on AWS" },
      { when: { has: "**.aws-code-deploy/deploy" }, says: "it starts a deployment on AWS" },
      {
        when: {
          any: [{ has: "gcp-cloud-run/deploy" }, { has: "**.gcp-cloud-run/deploy" }, { has: "**.cloud-run/deploy" }],
        },
        says: "it runs a new version of a service on Google Cloud",
      },
      {
        when: {
          any: [
            { has: "**.heroku/deploy-via-git" },
            { has: "heroku/deploy-via-git" },
            { has: "**.heroku/push-docker-image" },
          ],
        },
        says: "it deploys to Heroku",
      },
      {
        when: {
          any: [
            { has: "**.kubernetes/create-or-update-resource" },
            { has: "**.helm/upgrade-helm-chart" },
            { has: "**.helm/install-helm-chart" },
          ],
        },
        says: "it changes what runs on a Kubernetes cluster",
      },
      { when: { has: "**.serverless-framework/deploy" }, says: "it deploys with the Serverless Framework" },
      {
        when: { any: [{ has: "**.azure-aks/update-kubeconfig-with-credentials" }, { has: "**.azure-cli/deploy" }] },
        says: "it changes what runs on Azure",
      },
    ],
    environment: ["*.context", "*.context.*", "*.name", "context", "name"],
    source: "the CircleCI configuration reference and the orbs' own pages",
    checked: CHECKED,
  },
  {
    id: "bitbucket",
    name: "Bitbucket Pipelines",
    format: "yaml",
    path: /(^|\/)bitbucket-pipelines\.ya?ml$/i,
    confirm: { has: "pipelines" },
    jobs: ["pipelines.**.step", "definitions.steps.*.step"],
    deploys: [
      { when: { at: "deployment", matches: /\S/ }, says: "the step deploys to an environment" },
      {
        when: {
          at: "script.*.pipe",
          matches:
            /(aws-[\w-]{1,40}-deploy|azure-[\w-]{1,40}-deploy|google-[\w-]{1,40}(deploy|run)|heroku-deploy|firebase-deploy|ssh-run|ftp-deploy|sftp-deploy|scp-deploy|rsync-deploy|kubectl-run|aws-eks-kubectl-run|aws-s3-deploy|aws-cloudformation-deploy|azure-cli-run|terraform)/,
        },
        says: "it deploys with a ready-made pipe",
      },
    ],
    environment: ["deployment"],
    source: "the Bitbucket Pipelines configuration reference",
    checked: CHECKED,
  },
  {
    id: "azure-pipelines",
    name: "Azure Pipelines",
    format: "yaml",
    path: /(^|\/)(azure[._-]?pipelines?[\w.-]{0,60}|\.azure-pipelines\/.{1,120}|\.?pipelines\/.{1,120}|\.azuredevops\/.{1,120})\.ya?ml$/i,
    confirm: { any: [{ has: "trigger" }, { has: "stages" }, { has: "jobs" }, { has: "steps" }, { has: "pr" }] },
    jobs: ["stages.*", "jobs.*", "steps.*"],
    deploys: [
      {
        when: {
          at: "**.task",
          matches:
            /^(AzureWebApp|AzureFunctionApp|AzureRmWebAppDeployment|AzureContainerApps|AzureResourceManagerTemplateDeployment|AzureResourceGroupDeployment|KubernetesManifest|Kubernetes|HelmDeploy|TerraformTaskV\d|TerraformTask|TerraformCLI|TerraformInstaller\.Apply|AzureStaticWebApp|AzureAppServiceManage|AzureSpringCloud|AzureFileCopy|SqlAzureDacpacDeployment|CopyFilesOverSSH|SSH|AWSShellScript|S3Upload|CloudFormationCreateOrUpdateStack|ECSDeploy|BeanstalkDeployApplication|LambdaDeployFunction|IISWebAppDeploymentOnMachineGroup|ServiceFabricDeploy|AppStoreRelease|GooglePlayRelease)[\w]{0,20}@\d/i,
        },
        says: "it deploys with a ready-made task",
      },
      { when: { has: "deployment" }, says: "the job deploys to an environment" },
      { when: { has: "jobs.*.deployment" }, says: "a job deploys to an environment" },
    ],
    environment: [
      "environment",
      "environment.name",
      "jobs.*.environment",
      "jobs.*.environment.name",
      "stage",
      "**.azureSubscription",
      "**.connectedServiceNameARM",
      "**.appName",
      "**.WebAppName",
      "**.namespace",
    ],
    source: "the Azure Pipelines YAML schema and task reference",
    checked: CHECKED,
  },
  {
    id: "cloud-build",
    name: "Cloud Build",
    format: "yaml",
    path: /(^|\/)[\w.-]{0,60}cloudbuild[\w.-]{0,60}\.(ya?ml|json)$/i,
    confirm: { has: "steps.*.name" },
    jobs: ["steps.*"],
    deploys: [
      {
        when: { at: "name", matches: /(gke-deploy|cloud-builders\/kubectl|helm$|\/firebase$)/ },
        says: "it changes what runs on Google Cloud",
      },
    ],
    environment: ["env.*", "args.*"],
    source: "the Cloud Build configuration schema",
    checked: CHECKED,
  },
  {
    id: "aws-codebuild",
    name: "AWS CodeBuild",
    format: "yaml",
    path: /(^|\/)buildspec[\w.-]{0,60}\.ya?ml$/i,
    confirm: { has: "phases" },
    jobs: ["phases.*"],
    deploys: [],
    environment: [],
    source: "the AWS CodeBuild buildspec reference",
    checked: CHECKED,
  },
  {
    id: "buildkite",
    name: "Buildkite",
    format: "yaml",
    path: /(^|\/)\.buildkite\/.{1,120}\.ya?ml$/i,
    confirm: { has: "steps" },
    jobs: ["steps.*", "steps.*.steps.*"],
    deploys: [],
    environment: ["concurrency_group", "label", "env.ENVIRONMENT", "env.STAGE", "agents.queue"],
    source: "the Buildkite pipeline reference",
    checked: CHECKED,
  },
  {
    id: "travis",
    name: "Travis CI",
    format: "yaml",
    path: /(^|\/)\.travis\.ya?ml$/i,
    confirm: { any: [{ has: "language" }, { has: "script" }, { has: "deploy" }, { has: "jobs" }] },
    jobs: [],
    deploys: [
      {
        when: {
          any: [
            { at: "deploy.provider", matches: /^(?!pages|script|releases|npm|pypi|rubygems)/ },
            { at: "deploy.*.provider", matches: /^(?!pages|script|releases|npm|pypi|rubygems)/ },
          ],
        },
        says: "it has a place to deploy to",
      },
      {
        when: {
          any: [
            { at: "deploy.provider", matches: /^(npm|pypi|rubygems)/ },
            { at: "deploy.*.provider", matches: /^(npm|pypi|rubygems)/ },
          ],
        },
        says: "it publishes a package for everyone",
        level: "L3",
      },
      {
        when: {
          any: [
            { at: "deploy.provider", is: ["pages", "pages:git", "releases"] },
            { at: "deploy.*.provider", is: ["pages", "releases"] },
          ],
        },
        says: "it publishes a site or a release",
        level: "L1",
      },
    ],
    environment: ["deploy.app", "deploy.bucket", "deploy.*.app", "deploy.*.bucket", "deploy.env"],
    source: "the Travis CI build configuration reference",
    checked: CHECKED,
  },
  {
    id: "appveyor",
    name: "AppVeyor",
    format: "yaml",
    path: /(^|\/)\.?appveyor\.ya?ml$/i,
    confirm: {
      any: [{ has: "build" }, { has: "build_script" }, { has: "deploy" }, { has: "image" }, { has: "environment" }],
    },
    jobs: [],
    deploys: [
      {
        when: {
          any: [
            { at: "deploy.provider", matches: /^(?!github|nuget)/i },
            { at: "deploy.*.provider", matches: /^(?!github|nuget)/i },
          ],
        },
        says: "it has a place to deploy to",
      },
      {
        when: {
          any: [
            { at: "deploy.provider", is: ["NuGet"] },
            { at: "deploy.*.provider", is: ["NuGet"] },
          ],
        },
        says: "it publishes a package for everyone",
        level: "L3",
      },
    ],
    environment: ["deploy.*.name", "deploy.*.environment"],
    source: "the AppVeyor appveyor.yml reference",
    checked: CHECKED,
  },
  {
    id: "drone",
    name: "Drone or Woodpecker",
    format: "yaml",
    path: /(^|\/)(\.drone|\.woodpecker|\.vela|\.crow)(\.ya?ml|\/[^/]{1,80}\.ya?ml)$/i,
    confirm: { any: [{ has: "steps" }, { has: "pipeline" }, { has: "stages" }] },
    jobs: ["steps.*", "pipeline.*"],
    deploys: [
      {
        when: {
          at: "image",
          matches:
            /drone-(ssh|scp|kubernetes|helm3?|ecs|cloud-run|rsync|terraform|lambda)|plugins\/(s3-sync|heroku|ecs|gcs|lambda|kubernetes|ansible)|quay\.io\/.{1,40}\/drone-kube/,
        },
        says: "it deploys with a ready-made plugin",
      },
    ],
    environment: ["environment.STAGE", "environment.ENVIRONMENT", "settings.namespace", "name"],
    source: "the Drone and Woodpecker pipeline references",
    checked: CHECKED,
  },
  {
    id: "semaphore",
    name: "Semaphore",
    format: "yaml",
    path: /(^|\/)\.semaphore\/[^/]{1,80}\.ya?ml$/i,
    confirm: { any: [{ has: "blocks" }, { has: "promotions" }] },
    jobs: ["blocks.*"],
    deploys: [],
    environment: ["name", "task.secrets.*.name"],
    source: "the Semaphore pipeline YAML reference",
    checked: CHECKED,
  },
  {
    id: "codefresh",
    name: "Codefresh",
    format: "yaml",
    path: /(^|\/)\.?codefresh[\w./-]{0,80}\.ya?ml$/i,
    confirm: { has: "steps" },
    jobs: ["steps.*"],
    deploys: [
      {
        when: { at: "type", matches: /^(deploy|helm|launch-composition|kubernetes|argo-?cd|.{0,40}-deploy)/i },
        says: "it deploys with a ready-made step",
      },
    ],
    environment: ["arguments.kube_context", "arguments.namespace", "environment.name", "kubernetes.namespace", "title"],
    source: "the Codefresh pipeline YAML reference",
    checked: CHECKED,
  },
  {
    id: "harness",
    name: "Harness",
    format: "yaml",
    path: /(^|\/)\.harness\/.{1,200}\.ya?ml$/i,
    confirm: { any: [{ has: "pipeline" }, { has: "service" }, { has: "environment" }] },
    jobs: ["pipeline.stages.*.stage"],
    deploys: [{ when: { at: "type", is: ["Deployment", "Custom.Deployment"] }, says: "the stage deploys" }],
    environment: ["spec.environment.environmentRef", "name", "identifier"],
    source: "the Harness pipeline YAML reference",
    checked: CHECKED,
  },
  {
    id: "tekton",
    name: "Tekton",
    format: "yaml",
    path: /\.ya?ml$/i,
    keyword: "tekton.dev/",
    confirm: { at: "apiVersion", matches: /^tekton\.dev\// },
    jobs: ["spec.steps.*", "spec.tasks.*"],
    deploys: [],
    environment: ["params.*.value"],
    source: "the Tekton API reference",
    checked: CHECKED,
  },
  {
    id: "concourse",
    name: "Concourse",
    format: "yaml",
    path: /(^|\/)(concourse|ci)\/.{0,120}pipeline[\w.-]{0,60}\.ya?ml$|(^|\/)concourse[\w.-]{0,40}\.ya?ml$/i,
    confirm: { all: [{ has: "jobs.*.plan" }] },
    jobs: ["jobs.*"],
    deploys: [
      {
        when: { at: "plan.*.put", matches: /(^|-)(cf|prod|production|deploy|k8s|kubernetes|helm|terraform|pcf)(-|$)/ },
        says: "it puts something where it runs",
      },
    ],
    environment: ["name", "plan.*.put"],
    source: "the Concourse pipeline reference",
    checked: CHECKED,
  },
  {
    id: "spinnaker",
    name: "Spinnaker",
    format: "json",
    path: /(^|\/)[\w./-]{0,120}(spinnaker|pipeline)[\w.-]{0,60}\.json$/i,
    confirm: {
      all: [
        { has: "stages.*.refId" },
        { at: "stages.*.type", matches: /^(deploy|deployManifest|bake|runJobManifest|patchManifest|scaleManifest)/ },
      ],
    },
    jobs: ["stages.*"],
    deploys: [
      { when: { at: "type", matches: /^(deploy|patchManifest|scaleManifest|runJob)/ }, says: "the stage deploys" },
    ],
    environment: ["account", "namespaceOverride", "name"],
    source: "the Spinnaker pipeline JSON reference",
    checked: CHECKED,
  },
  {
    id: "bamboo",
    name: "Bamboo",
    format: "yaml",
    path: /(^|\/)bamboo-specs\/.{1,120}\.ya?ml$/i,
    confirm: { any: [{ has: "plan" }, { has: "deployment" }, { has: "stages" }] },
    jobs: [],
    deploys: [{ when: { has: "deployment" }, says: "it has places to deploy to" }],
    environment: ["environments.*", "deployment.name"],
    source: "the Bamboo YAML specs reference",
    checked: CHECKED,
  },
  {
    id: "octopus",
    name: "Octopus Deploy",
    format: "text",
    path: /(^|\/)\.octopus\/.{1,120}\.ocl$/i,
    confirm: { line: /^\s*(step|action)\s+"/ },
    jobs: [],
    deploys: [{ when: { line: /^\s*(action_type|Octopus\.Action\.)/ }, says: "its steps deploy" }],
    environment: [],
    source: "the Octopus configuration-as-code reference",
    checked: CHECKED,
  },
  {
    id: "jenkins",
    name: "Jenkins",
    format: "text",
    path: /(^|\/)([\w.-]{0,60}\.)?jenkinsfile([._-][\w.-]{0,60})?$/i,
    confirm: { line: /\b(pipeline|node|stage)\s*[({]/ },
    jobs: [],
    deploys: [
      {
        when: {
          line: /^\s*(kubernetesDeploy|sshPublisher|azureWebAppPublish|deployArtifacts|openshiftDeploy|ansiblePlaybook|withHelm|step\(\[\$class: '(AWSCodeDeploy|AWSEBDeployment))/,
        },
        says: "it deploys with a ready-made step",
      },
    ],
    environment: [],
    source: "the Jenkins pipeline syntax and step reference",
    checked: CHECKED,
  },
] as const satisfies readonly PipelineRecord[];
