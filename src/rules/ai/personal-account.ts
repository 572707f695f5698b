import { CONSUMER_HOSTS, PERSONAL_KEYS, PERSONAL_SETTINGS, UNOFFICIAL_CLIENTS } from "../../catalogue/ai/accounts.js";
import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import { addressesIn, addressTest } from "../../text/hosts.js";
import { isPackageList, packagesIn } from "../../text/package-lists.js";
import { isTestPath, isVendoredPath } from "../../text/path-roles.js";
import { type Code, codeOf, likelyImportsOf, type Source, sourceOf } from "../../text/source-code.js";

const OPENS = new Set(["goto", "get", "post", "fetch", "navigate", "visit", "go_to_url"]);
const CONSUMER = new Set<string>(CONSUMER_HOSTS);
/** A key of that form, and not a row of dots or "your key". */
const KEY = new RegExp(`\\b(${PERSONAL_KEYS.map(({ prefix }) => prefix).join("|")})[A-Za-z0-9_-]{16,200}`, "g");
const SETTING = new RegExp(
  `(?<![\\w-])(${PERSONAL_SETTINGS.map((name) => name.replace(/[.]/g, "\\.")).join("|")})(?![\\w-])`,
  "g",
);
const LONGEST = 500_000;

const ACCOUNT = { kind: "ai-service", service: "personal-account" } as const;

function keys(text: string): readonly Match[] {
  return [...text.matchAll(KEY)].flatMap((found) => {
    const owner = PERSONAL_KEYS.find(({ prefix }) => prefix === found[1]);
    if (owner === undefined || new Set(found[0].slice(owner.prefix.length)).size < 8) return [];
    return [
      {
        range: [found.index, found.index + found[0].length] as const,
        message: `This looks like ${owner.what}.`,
        because: [`A key that begins with \`${owner.prefix}\` belongs to one person.`],
        secrets: [found[0]],
        identity: owner.prefix,
        subject: ACCOUNT,
      },
    ];
  });
}

function settings(text: string): readonly Match[] {
  return [...text.matchAll(SETTING)].slice(0, 1).map((found) => ({
    range: [found.index, found.index + found[0].length] as const,
    message: "This uses the session or the subscription of one person.",
    because: [`The setting \`${found[0]}\` holds one.`],
    identity: found[0],
    subject: ACCOUNT,
  }));
}

function unofficial(name: string, range: readonly [number, number]): readonly Match[] {
  const client = UNOFFICIAL_CLIENTS.find(({ module, packageName }) => module === name || packageName === name);
  if (client === undefined) return [];
  const because = [`\`${name}\` acts like a browser in front of ${client.what}; the vendor doesn't offer that way.`];
  return [
    {
      range,
      message: "This reaches an AI service through a private door.",
      because,
      identity: client.packageName,
      subject: ACCOUNT,
    },
  ];
}

const mayOpen = addressTest(CONSUMER_HOSTS);
const UNOFFICIAL = new Set<string>(UNOFFICIAL_CLIENTS.flatMap(({ module, packageName }) => [module, packageName]));

/** False where the code opens no such page and takes no such client, for certain. */
function mayUse(source: Source): boolean {
  return mayOpen(source.text) || [...likelyImportsOf(source).imports].some((name) => UNOFFICIAL.has(name));
}

function opened(code: Code): readonly Match[] {
  return code.calls
    .filter(({ name }) => OPENS.has(name))
    .flatMap(({ from, to, start, end, callee }) => {
      const host = code.tokens
        .slice(from, Math.min(to, from + 6))
        .flatMap(({ kind, text }) => (kind === "string" && text.length < 500 ? addressesIn(text) : []))
        .find((address) => CONSUMER.has(address.host))?.host;
      if (host === undefined) return [];
      const because = [`\`${callee.slice(0, 80)}\` opens ${host}, a page for a person who is logged in.`];
      const message = `A program uses ${host} the way a person would.`;
      return [{ ...code.placeOf([start, end]), message, because, identity: host, subject: ACCOUNT }];
    });
}

function imported(code: Code): readonly Match[] {
  return [...code.imports]
    .filter((name) => !name.includes("."))
    .flatMap((name) => {
      const token = code.tokens.find(({ text }) => text === name);
      return unofficial(name, [token?.start ?? 0, token?.end ?? 0]).map((match) => ({
        ...match,
        ...code.placeOf(match.range),
      }));
    });
}

function detect(file: SourceFile): readonly Match[] {
  if (isTestPath(file.path) || isVendoredPath(file.path) || file.text.length > LONGEST) return [];
  if (isPackageList(file.path)) {
    return packagesIn(file.path, file.text).flatMap(({ ecosystem, name, start, end }) =>
      ecosystem === "pypi" ? unofficial(name, [start, end]) : [],
    );
  }
  if (file.kind !== "code" && file.kind !== "notebook" && file.kind !== "config") return [];
  const found = [...keys(file.text), ...settings(file.text)];
  if (file.kind === "config") return found;
  return mayUse(sourceOf(file)) ? [...found, ...opened(codeOf(file)), ...imported(codeOf(file))] : found;
}

export default defineRule({
  id: "ai/personal-account",
  family: "ai-service",
  summary: "An AI service is used with somebody's own account.",
  why: "Company work through a private account leaves the company without a say in what happens to it, and leaves you with the bill. Which account it is can't be told from here with certainty, so this is a question.",
  remedy:
    "Say under `ai:` in ai-experiment.yml which account this uses. Dev can give the experiment one of the company's, through the request form.",
  trigger: null,
  confidence: "medium",
  suggests: "advice",
  appliesTo: {
    keywords: [
      ...PERSONAL_KEYS.map(({ prefix }) => prefix),
      ...PERSONAL_SETTINGS,
      ...CONSUMER_HOSTS,
      ...UNOFFICIAL_CLIENTS.flatMap(({ module, packageName }) => [module, packageName]),
    ],
  },
  detect,
  limits:
    "A key that says nothing of its owner is left alone. Links to a chat page are nothing; only a program that opens one is.",
  examples: {
    match: [
      { path: "bot.py", text: "from g4f.client import Client\nimport g4f\n" },
      { path: "requirements.txt", text: "hugchat==0.4\n" },
      { path: "auto.py", text: 'page.goto("https://chatgpt.com/")' },
      { path: ".github/workflows/ai.yml", text: "jobs:\n  a:\n    env:\n      CLAUDE_CODE_OAUTH_TOKEN: x\n" },
      { path: ".env", text: `HF_TOKEN=${["hf", "aBcDeFgHiJkLmNoPqRsT"].join("_")}` },
    ],
    skip: [
      { path: "app.py", text: 'st.markdown("Ask [ChatGPT](https://chatgpt.com)")' },
      { path: "app.tsx", text: '<a href="https://claude.ai">Claude</a>' },
      { path: ".env.example", text: "HF_TOKEN=hf_xxxxxxxxxxxxxxxxxxxxxxxx\n" },
      { path: ".env", text: `LANGSMITH_API_KEY=${["lsv2", "sk", "aBcDeFgHiJkLmNoPqRsT"].join("_")}` },
      { path: "README.md", text: "import g4f" },
    ],
  },
});
