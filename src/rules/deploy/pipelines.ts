import type { PipelineRecord } from "../../catalogue/deploy/kind.js";
import { PIPELINES } from "../../catalogue/deploy/pipelines.js";
import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { pipelineMatches } from "./engine/pipeline.js";
import { isSkipped } from "./engine/report.js";

function detect(file: SourceFile, surroundings: Surroundings): readonly Match[] {
  if (isSkipped(file.path)) return [];
  return (PIPELINES as readonly PipelineRecord[])
    .filter(({ path, keyword = "" }) => path.test(file.path) && file.text.includes(keyword))
    .flatMap((pipeline) => pipelineMatches(pipeline, file, surroundings));
}

export default defineRule({
  id: "deploy/pipelines",
  family: "deploy-config",
  summary: "A pipeline outside GitHub Actions deploys or publishes something.",
  why: "A pipeline runs by itself, with keys that its author may never see, so whatever it changes is changed for everybody.",
  remedy: "Keep trying things out on your own computer, and start a handoff when this should really run.",
  trigger: "production-systems",
  confidence: "high",
  suggests: "handoff",
  appliesTo: {
    paths: ["**/*.{yml,yaml}", "**/*jenkinsfile*", "**/*.ocl", "**/*{cloudbuild,pipeline,spinnaker}*.json"],
    keywords: [
      "script",
      "steps",
      "jobs",
      "stages",
      "deploy",
      "pipeline",
      "node",
      "phases",
      "plan",
      "blocks",
      "workflows",
    ],
  },
  detect,
  limits:
    "Templates and shared libraries of other repositories are out of sight. Script files are looked at by `deploy/scripts`.",
  examples: {
    match: [
      {
        path: ".gitlab-ci.yml",
        text: "deploy:\n  script: [./go.sh]\n  environment: { name: production }\n",
        level: "L3",
        suggests: "handoff",
      },
      { path: ".gitlab-ci.yml", text: "deploy:\n  script: [./go.sh]\n  environment: { name: staging }\n", level: "L2" },
      {
        path: ".circleci/config.yml",
        text: "jobs:\n  ship:\n    docker: [{ image: x }]\n    steps:\n      - run: helm upgrade app ./chart\n",
        level: "L2",
      },
      {
        path: "bitbucket-pipelines.yml",
        text: "pipelines:\n  default:\n    - step:\n        deployment: production\n        script: [./go.sh]\n",
        level: "L3",
      },
      {
        path: "Jenkinsfile",
        text: "pipeline { stages { stage('Ship') { steps {\n  sh 'kubectl apply -f k8s/'\n} } } }\n",
        level: "L2",
      },
    ],
    skip: [
      { path: ".gitlab-ci.yml", text: "test:\n  script:\n    - npm test\n    - echo 'kubectl apply -f x'\n" },
      {
        path: "Jenkinsfile",
        text: "pipeline { stages { stage('Test') { steps {\n  // sh 'kubectl apply -f k8s/'\n  sh 'make test'\n} } } }\n",
      },
      { path: "azure-pipelines.yml", text: "trigger: [main]\nsteps:\n  - script: dotnet test\n" },
    ],
  },
});
