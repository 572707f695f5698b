import type { DeployKind } from "./kind.js";

const CHECKED = "2026-11-24";
const WELCOME = "It runs on your own computer.";

/** What runs on a computer, and the few signs that it is meant for another one. */
export const CONTAINER_KINDS = [
  {
    id: "dockerfile",
    rule: "containers",
    saw: "a recipe for a container",
    why: WELCOME,
    format: "text",
    paths: ["**/{dockerfile,containerfile}", "**/*.{dockerfile,containerfile}", "**/{docker,container}file[.-]*"],
    keywords: ["FROM "],
    confirm: {
      all: [
        { path: /(^|\/)([\w.-]{1,80}\.)?(docker|container)file(\.(?!md$|txt$|dockerignore$)[\w.-]{1,80})?$/i },
        { line: /^\s*FROM\s+\S/i },
      ],
    },
    level: "L0",
    source: "the Dockerfile reference",
    checked: CHECKED,
  },
  {
    id: "compose",
    rule: "containers",
    saw: "a Docker Compose file",
    why: "Compose is for your own computer. This one is written for a server that others use.",
    format: "yaml",
    paths: ["**/*compose*.{yml,yaml}"],
    keywords: ["services"],
    confirm: {
      all: [
        { path: /(^|\/)[\w.-]{0,60}compose[\w.-]{0,80}\.ya?ml$/i },
        { any: [{ has: "services.*.image" }, { has: "services.*.build" }, { has: "services.*.extends" }] },
      ],
    },
    level: "L0",
    raise: [
      {
        when: {
          all: [
            { path: /[._-](prod|production|prd|live)[._-]?[\w.-]{0,40}\.ya?ml$/i },
            { not: { path: /(non|pre|not|un)[._-]?prod/i } },
          ],
        },
        to: "L2",
        says: "its name says that it is for production",
      },
      {
        when: { all: [{ has: "services.*.deploy.placement" }, { not: { has: "services.*.build" } }] },
        to: "L2",
        says: "it says on which servers of a swarm it runs",
      },
      { when: { at: "services.*.deploy.mode", is: ["global"] }, to: "L2", says: "it runs on every server of a swarm" },
    ],
    hints: [
      {
        when: {
          at: "services.*.labels.*",
          matches:
            /rule=?.{0,20}Host\(`(?!localhost)[\w-]+(\.[\w-]+)*\.(?!localhost|local|test|example|internal|lan)[a-z]{2,}`\)/i,
        },
        says: "it answers to a public name",
      },
      {
        when: {
          at: "services.*.environment.*",
          matches: /^(VIRTUAL_HOST|LETSENCRYPT_HOST)=(?!.*(localhost|\.local|\.test|example))[\w.-]+\.[a-z]{2,}/i,
        },
        says: "it answers to a public name",
      },
      {
        when: {
          at: "services.*.environment.LETSENCRYPT_HOST",
          matches: /^(?!.*(localhost|\.local|\.test|example))[\w.-]+\.[a-z]{2,}/i,
        },
        says: "it asks for a real certificate",
      },
      {
        when: { all: [{ has: "services.*.image" }, { not: { has: "services.*.build" } }] },
        says: "it only uses images that are already built",
      },
    ],
    environment: ["path"],
    appliedBy: ["swarm"],
    source: "the Compose specification",
    checked: CHECKED,
  },
  {
    id: "development-container",
    rule: "containers",
    saw: "a development environment",
    why: WELCOME,
    format: "json",
    paths: ["**/devcontainer.json", "**/.devcontainer.json"],
    confirm: {
      any: [{ has: "image" }, { has: "build" }, { has: "dockerComposeFile" }, { has: "features" }, { has: "name" }],
    },
    level: "L0",
    source: "the development container specification",
    checked: CHECKED,
  },
  {
    id: "inner-loop",
    rule: "containers",
    saw: "a tool that runs an app on a cluster while it is being written",
    why: "While you work it changes what runs on the cluster that it is pointed at.",
    format: "yaml",
    paths: [
      "**/garden.{yml,yaml}",
      "**/devspace.{yml,yaml}",
      "**/okteto.{yml,yaml}",
      "**/skaffold.{yml,yaml}",
      "**/project.garden.{yml,yaml}",
    ],
    confirm: {
      any: [
        { at: "apiVersion", matches: /^(skaffold|garden\.io)\// },
        { at: "version", matches: /^v\d/ },
        { at: "kind", is: ["Project", "Module"] },
        { has: "deploy" },
        { has: "dev" },
      ],
    },
    level: "L0",
    raise: [
      {
        when: {
          at: "deploy.kubeContext",
          matches: /^(?!kind-|minikube$|docker-desktop$|k3d-|rancher-desktop|colima|orbstack)\S/,
        },
        to: "L2",
        says: "it is pointed at a cluster that is not on your computer",
      },
      {
        when: {
          at: "profiles.*.deploy.kubeContext",
          matches: /^(?!kind-|minikube$|docker-desktop$|k3d-|rancher-desktop|colima|orbstack)\S/,
        },
        to: "L2",
        says: "one profile is pointed at a cluster that is not on your computer",
      },
      { when: { has: "deploy.cloudrun" }, to: "L2", says: "it deploys to Cloud Run" },
    ],
    environment: [{ at: "deploy.kubeContext" }, { at: "profiles.*.deploy.kubeContext" }],
    source: "the configuration references of Garden, DevSpace, Okteto and Skaffold",
    checked: CHECKED,
  },
  {
    id: "tiltfile",
    rule: "containers",
    saw: "a Tiltfile",
    why: WELCOME,
    format: "text",
    paths: ["**/Tiltfile"],
    confirm: { line: /\b(k8s_yaml|docker_build|local_resource|docker_compose)\(/ },
    level: "L0",
    raise: [
      {
        when: { line: /^\s*allow_k8s_contexts\((?!.*(kind|minikube|docker-desktop|k3d|colima))/ },
        to: "L2",
        says: "it allows a cluster that is not on your computer",
      },
    ],
    source: "the Tiltfile API reference",
    checked: CHECKED,
  },
  {
    id: "service-unit",
    rule: "servers",
    saw: "a service for a Linux server",
    why: "It starts with the server and runs until somebody stops it.",
    format: "ini",
    paths: ["**/*.{service,timer,socket,container}"],
    keywords: ["[Unit]", "[Container]", "[Service]"],
    confirm: {
      any: [
        {
          all: [
            { section: "Unit" },
            { any: [{ section: "Service" }, { section: "Container" }, { section: "Timer" }, { section: "Socket" }] },
          ],
        },
        { section: "Container.Image" },
        { section: "Service.ExecStart" },
      ],
    },
    level: "L1",
    environment: ["path"],
    appliedBy: ["ssh"],
    source: "the systemd and Podman Quadlet manuals",
    checked: CHECKED,
  },
  {
    id: "process-manager",
    rule: "servers",
    saw: "a list of programs that PM2 keeps running",
    why: "It sends the app to servers and keeps it running there.",
    format: "text",
    paths: ["**/ecosystem.config.{js,cjs,mjs,json}", "**/ecosystem.json"],
    keywords: ["apps"],
    confirm: { all: [{ line: /\bapps["']?\s*:/ }, { line: /\b(script|exec_mode|cwd)["']?\s*:/ }] },
    level: "L0",
    raise: [{ when: { line: /^\s*["']?deploy["']?\s*:/ }, to: "L2", says: "it has servers to deploy to" }],
    hints: [],
    source: "the PM2 guide to ecosystem files",
    checked: CHECKED,
  },
  {
    id: "kamal",
    rule: "servers",
    saw: "a Kamal configuration",
    why: "It names the servers on which the app runs for others.",
    format: "yaml",
    paths: [
      "**/deploy.{yml,yaml}",
      "**/deploy.production.{yml,yaml}",
      "**/deploy.prod.{yml,yaml}",
      "**/deploy.staging.{yml,yaml}",
    ],
    keywords: ["servers"],
    confirm: {
      all: [
        { has: "servers" },
        {
          any: [
            { all: [{ has: "service" }, { has: "image" }] },
            { path: /(^|\/)config\/deploy\.[\w-]{1,40}\.ya?ml$/i },
          ],
        },
      ],
    },
    level: "L2",
    environment: ["name", "path"],
    source: "the Kamal configuration reference",
    checked: CHECKED,
  },
  {
    id: "remote-deploy-script",
    rule: "servers",
    saw: "a script that deploys to servers",
    why: "It changes what runs on servers that others use.",
    format: "text",
    paths: [
      "**/Capfile",
      "**/deploy.rb",
      "**/production.rb",
      "**/staging.rb",
      "**/deploy.php",
      "**/fabfile.py",
      "**/mina.rb",
    ],
    keywords: ["capistrano", "server", "role", "namespace Deployer", "recipe/", "fabric", "host("],
    confirm: {
      any: [
        { line: /\brequire\s+["']capistrano\// },
        { line: /^\s*(set :application|server ["'][\w.-]+["'],|role :\w+,)/ },
        { line: /\bnamespace Deployer\b|\brecipe\/[\w.-]+php|\bhost\(['"]/ },
        { line: /\bfrom fabric\b|\bimport fabric\b/ },
      ],
    },
    level: "L2",
    raise: [
      {
        when: { all: [{ path: /(^|\/)deploy\/production\.rb$/i }, { line: /^\s*(server|role)\s/ }] },
        to: "L3",
        says: "it names the servers of production",
      },
    ],
    environment: ["path"],
    source: "the documentation of Capistrano, Deployer, Fabric and Mina",
    checked: CHECKED,
  },
  {
    id: "web-server",
    rule: "servers",
    saw: "a web server for a public name",
    why: "Everybody on the internet can reach what stands behind it.",
    format: "text",
    paths: ["**/*.conf", "**/Caddyfile", "**/*.caddyfile"],
    keywords: ["server_name", ".com", ".org", ".io", ".net", ".dev", ".app", ".ai", ".eu", ".de", ".example", "tls"],
    confirm: {
      any: [
        {
          all: [
            {
              line: /^\s*server_name\s+(?!_|localhost|.*\b(localhost|example\.(com|org|net))\b|.*\.(local|test|example|internal|lan)\s*;)[\w*-]+(\.[\w-]+)+/,
            },
            { line: /^\s*(ssl_certificate\s|listen\s+(\[::\]:)?443)/ },
          ],
        },
        {
          all: [
            { path: /caddyfile$/i },
            {
              line: /^(https:\/\/)?(?!localhost|.*\b(localhost|example\.(com|org|net))\b|.*\.(local|test|example|internal|lan)\b)[\w*-]+(\.[\w-]+)+[^:]*\{\s*$/,
            },
          ],
        },
      ],
    },
    level: "L1",
    hints: [{ when: { line: /^\s*(ssl_certificate\s+.*(letsencrypt|\/live\/))/ }, says: "it uses a real certificate" }],
    environment: ["path", "name"],
    source: "the nginx and Caddy documentation",
    checked: CHECKED,
  },
  {
    id: "reverse-proxy",
    rule: "servers",
    saw: "a proxy that asks for real certificates",
    why: "Everybody on the internet can reach what stands behind it.",
    format: "yaml",
    paths: ["**/traefik.{yml,yaml,toml}"],
    confirm: { any: [{ has: "certificatesResolvers.*.acme" }, { has: "entryPoints" }, { has: "providers" }] },
    level: "L0",
    raise: [{ when: { has: "certificatesResolvers.*.acme.email" }, to: "L1", says: "it asks for real certificates" }],
    environment: ["path"],
    source: "the Traefik static configuration reference",
    checked: CHECKED,
  },
  {
    id: "schedule",
    rule: "servers",
    saw: "a schedule for a server",
    why: "It runs again and again while nobody watches.",
    format: "text",
    paths: ["**/crontab", "**/*.cron", "**/*.crontab"],
    keywords: [" * ", "* *", "@daily", "@hourly", "@reboot", "@weekly", "@monthly"],
    confirm: { line: /^\s*(@(hourly|daily|weekly|monthly|reboot)|([\d*/,-]+\s+){4}[\d*/,a-zA-Z-]+)\s+\S/ },
    level: "L1",
    environment: ["path"],
    source: "the crontab manual",
    checked: CHECKED,
  },
] as const satisfies readonly DeployKind[];
