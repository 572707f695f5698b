import type { Row } from "./row.js";

export const APP_ROWS: readonly Row[] = [
  {
    kind: "dockerfile",
    yes: [
      ["Dockerfile", "FROM a\n", "L0"],
      ["web.Dockerfile", "ARG A\nFROM a\n", "L0"],
      ["Dockerfile.prod", "FROM a\nENV NODE_ENV=production\n", "L0"],
      ["containerfile", "from a\n", "L0"],
    ],
    no: [
      ["Dockerfile.md", "FROM here on\n"],
      ["Dockerfile", "# FROM nothing\n"],
    ],
  },
  {
    kind: "compose",
    yes: [
      [
        "docker-compose.yml",
        "services: { a: { image: x, restart: always, deploy: { resources: {} } } }\nsecrets: {}\n",
        "L0",
      ],
      ["compose.prod.yaml", "services: { a: { image: x } }\n", "L2"],
      ["docker-compose.non-prod.yml", "services: { a: { image: x } }\n", "L0"],
      ["docker-compose.preprod.yml", "services: { a: { image: x } }\n", "L0"],
      [
        "compose.yaml",
        "services: { a: { image: x } }\n",
        "L2",
        {
          ".github/workflows/a.yml":
            "on: push\njobs: { a: { runs-on: x, steps: [{ run: docker stack deploy -c compose.yaml app }] } }\n",
        },
      ],
      ["compose.yaml", "services:\n  a:\n    image: x\n    deploy: { mode: global }\n", "L2"],
    ],
    no: [
      ["compose.yaml", "services: [a, b]\n"],
      ["composer.yaml", "title: services\n"],
    ],
  },
  {
    kind: "development-container",
    yes: [["devcontainer.json", '{"image": "x"}', "L0"]],
    no: [["devcontainer.json", "[]"]],
  },
  {
    kind: "inner-loop",
    yes: [
      ["skaffold.yaml", "apiVersion: skaffold/v4\nkind: Config\n", "L0"],
      ["skaffold.yaml", "apiVersion: skaffold/v4\nprofiles: [{ name: a, deploy: { kubeContext: gke_x } }]\n", "L2"],
      ["skaffold.yaml", "apiVersion: skaffold/v4\ndeploy: { kubeContext: kind-a }\n", "L0"],
    ],
    no: [["garden.yml", "title: roses\n"]],
  },
  {
    kind: "tiltfile",
    yes: [
      ["Tiltfile", "k8s_yaml('a.yaml')\n", "L0"],
      ["Tiltfile", "k8s_yaml('a')\nallow_k8s_contexts('gke_x')\n", "L2"],
      ["Tiltfile", "k8s_yaml('a')\nallow_k8s_contexts(['kind-a'])\n", "L0"],
    ],
    no: [["Tiltfile", "# k8s_yaml('a')\n"]],
  },
  {
    kind: "service-unit",
    yes: [
      ["a.service", "[Unit]\nA=b\n[Service]\nExecStart=/x\n", "L1"],
      ["a.container", "[Container]\nImage=x\n", "L1"],
      ["a.service", "[Unit]\nA=b\n[Service]\nExecStart=/x\n", "L1"],
    ],
    no: [
      ["a.service", "[D-BUS Service]\nName=a\n"],
      ["user.service", "export class A {}\n"],
    ],
  },
  {
    kind: "process-manager",
    yes: [
      ["ecosystem.config.js", "module.exports = {\n  apps: [{ script: 'a' }],\n};\n", "L0"],
      [
        "ecosystem.config.cjs",
        "module.exports = {\n  apps: [{ script: 'a' }],\n  deploy: { production: {} },\n};\n",
        "L2",
      ],
    ],
    no: [["ecosystem.json", '{"apps": []}']],
  },
  {
    kind: "kamal",
    yes: [
      ["config/deploy.yml", "service: a\nimage: b\nservers: [x]\n", "L2"],
      ["config/deploy.production.yml", "servers: [x]\n", "L3"],
    ],
    no: [["deploy.yml", "name: servers\n"]],
  },
  {
    kind: "remote-deploy-script",
    yes: [
      ["Capfile", 'require "capistrano/setup"\n', "L2"],
      ["config/deploy/production.rb", 'server "a", roles: %w{web}\n', "L3"],
      ["config/deploy/staging.rb", 'server "a", roles: %w{web}\n', "L2"],
      ["deploy.php", "<?php\nnamespace Deployer;\n", "L2"],
      ["fabfile.py", "from fabric import task\n", "L2"],
    ],
    no: [["fabfile.py", "# from fabric import task\nprint('a role, a server')\n"]],
  },
  {
    kind: "web-server",
    yes: [
      ["nginx.conf", "server {\n  listen 443 ssl;\n  server_name app.acme.com;\n}\n", "L1"],
      ["Caddyfile", "app.acme.com {\n  reverse_proxy a:1\n}\n", "L1"],
    ],
    no: [
      ["nginx.conf", "server {\n  listen 443;\n  server_name localhost;\n}\n# .com\n"],
      ["Caddyfile", "localhost {\n}\n# .com\n"],
      ["nginx.conf", "server {\n  listen 80;\n  server_name app.acme.com;\n}\n"],
    ],
  },
  {
    kind: "reverse-proxy",
    yes: [
      ["traefik.yml", "entryPoints: { web: { address: ':80' } }\n", "L0"],
      ["traefik.yml", "certificatesResolvers: { a: { acme: { email: a@acme.example } } }\n", "L1"],
    ],
    no: [["traefik.yml", "title: traffic\n"]],
  },
  {
    kind: "schedule",
    yes: [["crontab", "0 3 * * * /usr/bin/x\n", "L1"]],
    no: [["crontab", "# 0 3 * * * x\nSHELL=/bin/sh\n"]],
  },
  {
    kind: "ecs-task",
    yes: [
      ["task-definition.json", '{"family": "a", "containerDefinitions": [{"image": "x"}]}', "L2"],
      ["task-prod.json", '{"family": "a", "containerDefinitions": [{"image": "x"}]}', "L3"],
    ],
    no: [["x.json", '{"text": "containerDefinitions"}']],
  },
  {
    kind: "aws-copilot",
    yes: [
      ["copilot/a/manifest.yml", "name: a\ntype: Load Balanced Web Service\n", "L2"],
      ["copilot/a/manifest.yml", "name: a\ntype: Backend Service\nenvironments: { production: {} }\n", "L3"],
    ],
    no: [["manifest.yml", "name: a\ntype: song\n"]],
  },
  {
    kind: "app-runner",
    yes: [["apprunner.yaml", "version: 1.0\nruntime: python3\nrun: { command: x }\n", "L2"]],
    no: [["apprunner.yaml", "title: runtime\n"]],
  },
  {
    kind: "code-deploy",
    yes: [["appspec.yml", "version: 0.0\nos: linux\nhooks: {}\n", "L2"]],
    no: [["appspec.yml", "version: 1\n"]],
  },
  {
    kind: "elastic-beanstalk",
    yes: [
      [".ebextensions/a.config", "option_settings: {}\n", "L2"],
      ["Dockerrun.aws.json", '{"AWSEBDockerrunVersion": "1"}', "L2"],
    ],
    no: [["a.config", "<configuration>packages</configuration>"]],
  },
  {
    kind: "amplify",
    yes: [["amplify.yml", "version: 1\nfrontend: {}\n", "L1"]],
    no: [["amplify.yml", "title: louder\n"]],
  },
  {
    kind: "app-engine",
    yes: [["app.yaml", "runtime: python312\n", "L1"]],
    no: [["app.yaml", "command: [streamlit]\nabout: runtime\n"]],
  },
  {
    kind: "cloud-deploy",
    yes: [
      [
        "c.yaml",
        "apiVersion: deploy.cloud.google.com/v1\nkind: DeliveryPipeline\nmetadata: { name: a }\nserialPipeline: { stages: [{ targetId: prod }] }\n",
        "L3",
      ],
    ],
    no: [["c.yaml", "about: deploy.cloud.google.com\n"]],
  },
  {
    kind: "firebase",
    yes: [
      ["firebase.json", '{"hosting": {}}', "L1"],
      ["firebase.json", '{"emulators": {}}', "L0"],
    ],
    no: [["firebase.json", "[]"]],
  },
  {
    kind: "firebase-project",
    yes: [
      [".firebaserc", '{"projects": {"default": "demo-a"}}', "L1"],
      [".firebaserc", '{"projects": {"production": "a"}}', "L3"],
    ],
    no: [[".firebaserc", "{}"]],
  },
  {
    kind: "static-web-app",
    yes: [["staticwebapp.config.json", '{"routes": []}', "L1"]],
    no: [["staticwebapp.config.json", "{}"]],
  },
  {
    kind: "azure-functions",
    yes: [["host.json", '{"version": "2.0", "logging": {}}', "L1"]],
    no: [["host.json", '{"version": "1"}']],
  },
  {
    kind: "azure-publish-profile",
    yes: [
      [
        "a.pubxml",
        "<Project><PropertyGroup><WebPublishMethod>MSDeploy</WebPublishMethod></PropertyGroup></Project>",
        "L2",
      ],
      ["a.PublishSettings", "<publishData><publishProfile /></publishData>", "L2"],
    ],
    no: [["a.pubxml", "<Project />"]],
  },
  {
    kind: "procfile",
    yes: [["Procfile", "web: gunicorn app\n", "L1"]],
    no: [
      ["Procfile.dev", "web: x\n"],
      ["Procfile", "# web: x\n"],
    ],
  },
  {
    kind: "heroku",
    yes: [
      ["app.json", '{"buildpacks": []}', "L1"],
      ["heroku.yml", "build: { docker: { web: Dockerfile } }\n", "L1"],
      ["app.json", '{"formation": {"web": {"size": "performance-m"}}}', "L2"],
    ],
    no: [
      ["app.json", '{"expo": {}, "addons": []}'],
      ["app.json", '{"name": "x"}'],
    ],
  },
  {
    kind: "fly",
    yes: [
      ["fly.toml", 'app = "a"\n[http_service]\ninternal_port = 1\n', "L1"],
      ["fly.prod.toml", 'app = "a"\nprimary_region = "x"\n', "L3"],
      ["fly.toml", 'app = "a"\n[http_service]\nmin_machines_running = 1\n', "L2"],
    ],
    no: [
      ["fly.toml", 'insect = "fly"\n'],
      ["butterfly.toml", 'app = "a"\n[build]\n'],
    ],
  },
  {
    kind: "render",
    yes: [
      ["render.yaml", "services: [{ type: web, plan: free }]\n", "L1"],
      ["render.yaml", "services: [{ type: web, domains: [a.acme.example] }]\n", "L2"],
      ["render.yml", "services: [{ type: web }]\nenvVarGroups: [{ name: prod-settings }]\n", "L3"],
    ],
    no: [["render.yaml", "scene: { lights: 3 }\n"]],
  },
  {
    kind: "railway",
    yes: [
      ["railway.toml", '[deploy]\nstartCommand = "x"\n', "L1"],
      ["railway.json", '{"build": {}}', "L1"],
      ["nixpacks.toml", "[phases.setup]\nnixPkgs = []\n", "L1"],
    ],
    no: [["railway.json", '{"trains": []}']],
  },
  {
    kind: "vercel",
    yes: [
      ["vercel.json", '{"crons": []}', "L1"],
      ["vercel.json", '{"alias": ["a.acme.example"]}', "L2"],
    ],
    no: [["vercel.json", '{"framework": "nextjs", "$schema": "x"}']],
  },
  { kind: "netlify", yes: [["netlify.toml", '[build]\ncommand = "x"\n', "L1"]], no: [["netlify.toml", "# [build]\n"]] },
  {
    kind: "cloudflare",
    yes: [
      ["wrangler.toml", 'name = "a"\nmain = "x"\n', "L1"],
      ["wrangler.jsonc", '{"name": "a", "main": "x", /* r */ "routes": ["a/*"],}', "L2"],
      ["wrangler.toml", 'name = "a"\nmain = "x"\n[env.production]\nvars = {}\n', "L3"],
    ],
    no: [["wrangler.toml", 'name = "cowboy"\n']],
  },
  {
    kind: "other-hosting",
    yes: [
      ["captain-definition", '{"schemaVersion": 2}', "L1"],
      [".platform.app.yaml", "name: a\n", "L1"],
    ],
    no: [["captain-definition", ""]],
  },
  {
    kind: "digital-ocean",
    yes: [
      [".do/app.yaml", "name: a\nservices: []\n", "L1"],
      [".do/app.yaml", "name: a\nservices: []\ndomains: []\n", "L2"],
    ],
    no: [["app.yaml", "services: []\n"]],
  },
  {
    kind: "supabase",
    yes: [
      ["supabase/config.toml", 'project_id = "demo"\n', "L0"],
      ["supabase/config.toml", `project_id = "${"abcde".repeat(4)}"\n`, "L2"],
      ["supabase/config.toml", 'project_id = "a"\n[remotes.production]\nproject_id = "b"\n', "L3"],
    ],
    no: [["config.toml", 'project_id = "demo"\n']],
  },
  { kind: "backend-service", yes: [["appwrite.json", '{"projectId": "a"}', "L1"]], no: [["convex.json", "{}"]] },
  {
    kind: "expo-build",
    yes: [
      ["eas.json", '{"build": {"preview": {}}}', "L1"],
      ["eas.json", '{"submit": {"production": {}}}', "L3"],
    ],
    no: [["eas.json", "{}"]],
  },
  {
    kind: "fastlane",
    yes: [["Fastfile", "lane :x do\n  pilot\nend\n", "L3"]],
    no: [["Fastfile", "# pilot\nlane :t do\n  scan\nend\n"]],
  },
  {
    kind: "browser-extension",
    yes: [["manifest.json", '{"manifest_version": 3, "name": "a", "version": "1"}', "L0"]],
    no: [["manifest.json", '{"start_url": ".", "icons": []}']],
  },
];
