import type { DeployKind } from "./kind.js";

const CHECKED = "2026-11-24";
const YAML = ["**/*.{yml,yaml}", "**/*.json"] as const;
const KUBERNETES = "the Kubernetes API conventions and the project's own API reference";
const WHY = "A cluster runs it for as long as nobody stops it, with its own keys, address and bill.";

/** API groups that have a kind of their own below, or that are read by tools on a computer. */
const OTHER_GROUPS =
  /^(argoproj\.io|.*\.toolkit\.fluxcd\.io|kustomize\.config\.k8s\.io|.*\.?kind\.x-k8s\.io|.*\.crossplane\.io|.*\.upbound\.io|.*\.services\.k8s\.aws|.*\.cnrm\.cloud\.google\.com|.*cluster\.x-k8s\.io|serving\.kserve\.io|machinelearning\.seldon\.io|ray\.io|.*kubeflow\.org|serving\.knative\.dev|skaffold|backstage\.io|scaffolder\.backstage\.io|tilt\.dev|ctlptl\.dev|config\.kubernetes\.io|apiextensions\.k8s\.io|kubeadm\.k8s\.io|audit\.k8s\.io|eksctl\.io|k3d\.io|minikube|krew\.googlecontainertools|helm\.toolkit|devfile|core\.oam\.dev|tekton\.dev|deploy\.cloud\.google\.com|client\.authentication|test\.|kuttl\.dev|chainsaw|cli\.kyverno\.io)/i;

const MANIFEST = {
  all: [
    { at: "apiVersion", matches: /^([a-z0-9.-]+\/)?v\d+((alpha|beta)\d+)?$/i },
    { at: "kind", matches: /^[A-Z]\w+$/ },
    { not: { at: "apiVersion", matches: OTHER_GROUPS } },
    {
      not: {
        at: "kind",
        is: [
          "Config",
          "CustomResourceDefinition",
          "Kustomization",
          "Component",
          "Template",
          "KubeletConfiguration",
          "List.Example",
        ],
      },
    },
  ],
} as const;

const NAMESPACES = [
  "path",
  { at: "metadata.namespace" },
  { key: "env" },
  { key: "environment" },
  { key: "stage" },
  { key: "app.kubernetes.io/environment" },
] as const;

/** What clusters run, and the tools that put it there. */
export const KUBERNETES_KINDS = [
  {
    id: "kubernetes-manifest",
    rule: "kubernetes",
    saw: "a Kubernetes manifest",
    why: WHY,
    format: "yaml",
    paths: YAML,
    keywords: ["apiVersion"],
    telling: true,
    confirm: {
      all: [
        ...MANIFEST.all,
        {
          any: [
            { has: "metadata.name" },
            { has: "metadata.generateName" },
            { has: "items" },
            { all: [{ has: "metadata" }, { has: "spec" }] },
          ],
        },
      ],
    },
    level: "L1",
    environment: NAMESPACES,
    hints: [
      {
        when: { all: [{ at: "kind", is: ["Ingress"] }, { has: "spec.tls" }] },
        says: "it takes traffic from outside over TLS",
      },
      { when: { at: "kind", is: ["HorizontalPodAutoscaler"] }, says: "it scales by itself" },
      { when: { at: "kind", is: ["PodDisruptionBudget"] }, says: "it must not be interrupted" },
      {
        when: { at: "metadata.annotations.cert-manager&io/cluster-issuer", matches: /letsencrypt-prod/i },
        says: "it asks for a real certificate",
      },
    ],
    appliedBy: ["kubectl", "gitops"],
    source: KUBERNETES,
    checked: CHECKED,
  },
  {
    id: "kustomize",
    rule: "kubernetes",
    saw: "a Kustomize overlay for Kubernetes",
    why: WHY,
    format: "yaml",
    paths: ["**/kustomization.{yml,yaml}", "**/kustomization"],
    keywords: ["kustomize", "resources", "patches", "bases", "components", "configMapGenerator", "namespace"],
    confirm: {
      all: [
        { not: { at: "apiVersion", matches: /toolkit\.fluxcd\.io/ } },
        {
          any: [
            { at: "apiVersion", matches: /^kustomize\.config\.k8s\.io\// },
            { has: "resources" },
            { has: "bases" },
            { has: "patches" },
            { has: "patchesStrategicMerge" },
            { has: "components" },
            { has: "configMapGenerator" },
            { has: "namespace" },
          ],
        },
      ],
    },
    level: "L1",
    environment: [
      "path",
      { at: "namespace" },
      { at: "namePrefix" },
      { at: "nameSuffix" },
      { at: "commonLabels.env" },
      { at: "commonLabels.environment" },
    ],
    appliedBy: ["kubectl", "gitops"],
    source: KUBERNETES,
    checked: CHECKED,
  },
  {
    id: "argo-cd",
    rule: "gitops",
    saw: "an Argo CD application",
    why: "Argo CD fetches what it points at by itself and runs it on a cluster, also after the next merge.",
    format: "yaml",
    paths: YAML,
    keywords: ["argoproj.io"],
    confirm: {
      all: [
        { at: "apiVersion", matches: /^argoproj\.io\// },
        { at: "kind", is: ["Application", "ApplicationSet", "AppProject"] },
      ],
    },
    level: "L2",
    environment: [
      "path",
      { at: "spec.destination.name" },
      { at: "spec.destination.namespace" },
      { at: "spec.destination.server" },
      { at: "spec.template.spec.destination.name" },
      { at: "spec.template.spec.destination.namespace" },
      { at: "spec.source.path" },
      { at: "metadata.name" },
    ],
    source: KUBERNETES,
    checked: CHECKED,
  },
  {
    id: "argo-workflow",
    rule: "gitops",
    saw: "an Argo workflow",
    why: "A cluster runs these steps, again and again where there is a schedule.",
    format: "yaml",
    paths: YAML,
    keywords: ["argoproj.io"],
    confirm: {
      all: [
        { at: "apiVersion", matches: /^argoproj\.io\// },
        {
          at: "kind",
          is: [
            "Workflow",
            "CronWorkflow",
            "WorkflowTemplate",
            "ClusterWorkflowTemplate",
            "Rollout",
            "EventSource",
            "Sensor",
            "AnalysisTemplate",
          ],
        },
      ],
    },
    level: "L1",
    environment: NAMESPACES,
    appliedBy: ["kubectl", "gitops"],
    source: KUBERNETES,
    checked: CHECKED,
  },
  {
    id: "flux",
    rule: "gitops",
    saw: "a Flux resource",
    why: "Flux fetches what it points at by itself and runs it on a cluster, also after the next merge.",
    format: "yaml",
    paths: YAML,
    keywords: ["toolkit.fluxcd.io"],
    confirm: { all: [{ at: "apiVersion", matches: /\.toolkit\.fluxcd\.io\// }, { has: "kind" }] },
    level: "L2",
    environment: ["path", { at: "spec.path" }, { at: "spec.targetNamespace" }],
    source: KUBERNETES,
    checked: CHECKED,
  },
  {
    id: "cluster-resources",
    rule: "kubernetes",
    saw: "a resource that makes a cluster create cloud resources",
    why: "It creates real cloud resources that cost money and that others may depend on.",
    format: "yaml",
    paths: YAML,
    keywords: [
      ".crossplane.io",
      ".upbound.io",
      ".services.k8s.aws",
      ".cnrm.cloud.google.com",
      "cluster.x-k8s.io",
      "eksctl.io",
    ],
    confirm: {
      all: [
        {
          at: "apiVersion",
          matches:
            /^([a-z0-9.-]*\.)?(crossplane\.io|upbound\.io|services\.k8s\.aws|cnrm\.cloud\.google\.com|cluster\.x-k8s\.io|eksctl\.io)\//,
        },
        { has: "kind" },
      ],
    },
    level: "L2",
    environment: [...NAMESPACES, { at: "metadata.name" }],
    source: KUBERNETES,
    checked: CHECKED,
  },
  {
    id: "model-serving",
    rule: "kubernetes",
    saw: "a service on a cluster that serves a model or an app",
    why: "Others can send it their data, and a cluster keeps it running.",
    format: "yaml",
    paths: YAML,
    keywords: ["serving.kserve.io", "machinelearning.seldon.io", "ray.io", "kubeflow.org", "serving.knative.dev"],
    confirm: {
      all: [
        {
          at: "apiVersion",
          matches:
            /^([a-z0-9.-]*\.)?(serving\.kserve\.io|machinelearning\.seldon\.io|ray\.io|kubeflow\.org|serving\.knative\.dev)\//,
        },
        { not: { at: "kind", matches: /^(PyTorch|TF|MPI|XGBoost|Paddle|Ray|Train)Job$|^Experiment$/ } },
      ],
    },
    level: "L2",
    environment: NAMESPACES,
    source: KUBERNETES,
    checked: CHECKED,
  },
  {
    id: "helm-chart",
    rule: "helm",
    saw: "a Helm chart",
    why: "A chart is how an app is installed on a cluster, where it keeps running.",
    format: "yaml",
    paths: ["**/Chart.{yml,yaml}"],
    keywords: ["apiVersion"],
    confirm: {
      all: [
        { has: "name" },
        { has: "version" },
        { at: "apiVersion", is: ["v1", "v2"] },
        { not: { at: "type", is: ["library"] } },
      ],
    },
    level: "L1",
    environment: ["path"],
    appliedBy: ["helm", "gitops"],
    source: "the Helm documentation on Chart.yaml",
    checked: CHECKED,
  },
  {
    id: "helm-values",
    rule: "helm",
    saw: "settings for a Helm chart",
    why: "They decide how an app runs on a cluster.",
    format: "yaml",
    paths: ["**/values*.{yml,yaml}", "**/*[-._]values.{yml,yaml}"],
    keywords: ["replica", "image", "ingress", "resources", "env", "host", "tag", "enabled", "name"],
    confirm: {
      all: [
        { path: /(^|\/)(values([._-][\w.-]{1,60})?|[\w-]{1,60}[._-]values)\.ya?ml$/i },
        { has: "*" },
        {
          any: [
            { beside: "Chart.yaml" },
            { beside: "Chart.yml" },
            { beside: "../Chart.yaml" },
            { beside: "helmfile.yaml" },
          ],
        },
      ],
    },
    level: "L0",
    raise: [
      {
        when: { path: /(^|[/._-])values[._-](prod|production)|(^|\/)(prod|production)[._-]values/i },
        to: "L2",
        says: "its name says that it is for production",
      },
    ],
    environment: ["name", "path"],
    appliedBy: ["helm", "gitops"],
    source: "the Helm documentation on values files",
    checked: CHECKED,
  },
  {
    id: "helmfile",
    rule: "helm",
    saw: "a list of Helm releases",
    why: WHY,
    format: "yaml",
    paths: ["**/helmfile.{yml,yaml}", "**/helmfile.yaml.gotmpl", "**/helmsman.{yml,yaml}", "**/werf.{yml,yaml}"],
    keywords: ["releases", "helmfiles", "apps", "configVersion"],
    confirm: {
      any: [
        { has: "releases" },
        { has: "helmfiles" },
        { has: "apps" },
        { all: [{ has: "configVersion" }, { has: "project" }] },
      ],
    },
    level: "L2",
    raise: [
      {
        when: { any: [{ has: "environments.production" }, { has: "environments.prod" }, { has: "environments.prd" }] },
        to: "L3",
        says: "it has an environment for production",
      },
    ],
    environment: ["name", "path", { at: "releases.*.namespace" }],
    source: "the documentation of Helmfile, Helmsman and werf",
    checked: CHECKED,
  },
  {
    id: "nomad",
    rule: "nomad",
    saw: "a Nomad job",
    why: WHY,
    format: "hcl",
    paths: ["**/*.nomad", "**/*.nomad.hcl", "**/*.hcl"],
    keywords: ["group"],
    confirm: { all: [{ block: "job" }, { has: "job.*.group" }] },
    level: "L2",
    environment: ["path", "name", { at: "job.*.namespace" }, { at: "job.*.datacenters.*" }],
    source: "the Nomad job specification",
    checked: CHECKED,
  },
  {
    id: "kind-cluster",
    rule: "kubernetes",
    saw: "a cluster on your own computer",
    why: "It runs on your own computer.",
    format: "yaml",
    paths: ["**/*.{yml,yaml}"],
    keywords: ["kind.x-k8s.io", "k3d.io"],
    confirm: { all: [{ at: "apiVersion", matches: /^(kind\.x-k8s\.io|k3d\.io)\// }, { has: "kind" }] },
    level: "L0",
    source: "the documentation of kind and k3d",
    checked: CHECKED,
  },
] as const satisfies readonly DeployKind[];
