import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { dotenvOf, type Setting } from "../../text/dotenv.js";
import { environmentOf, tokensOf } from "../../text/environment-words.js";
import { isTestPath } from "../../text/path-roles.js";
import { REFERENCE_WORDS } from "./evidence/reference.js";
import { pathEnvironment } from "./evidence/surroundings.js";
import { isKnownShape } from "./keys/forms.js";
import { isSecretValue } from "./values/candidates.js";
import { isPasswordLike, isPlaceholderPassword } from "./values/urls.js";

const settings = (path: string, value: string) => ({ path, text: `NODE_ENV=production\nDB_PASSWORD=${value}\n` });
const chosen = ["Winter", "in", "Oslo", "!27"].join("-");

export default defineRule({
  ...REFERENCE_WORDS,
  id: "secrets/production-settings",
  summary: "A settings file for production is here with a password in it.",
  remedy:
    "Take the password out and have it replaced, because the history keeps it. For the experiment, keep a file with test settings.",
  appliesTo: {
    paths: ["**/.env*", "**/*.env", "**/*.env.*", "**/*.{properties,ini,conf,cfg}"],
    keywords: ["password", "passwd", "secret", "token", "_key", "credential"],
  },
  detect: (file, surroundings) =>
    isProductionFile(file, surroundings)
      ? dotenvOf(file)
          .filter(isPassword)
          .map((one) => match(one, file))
      : [],
  limits:
    "Random values are the business of the rules for keys and generic credentials; this one sees chosen passwords.",
  examples: {
    match: [{ ...settings(".env.production", chosen), suggests: "handoff" }],
    skip: [
      settings(".env.development", chosen),
      settings(".env.production.example", chosen),
      settings(".env.production", ""),
      settings(".env.production", "changeme"),
      settings(".env.production", "${DB_PASSWORD}"),
      { path: ".env.production", text: `VITE_PASSWORD_HINT=${chosen}\n` },
    ],
  },
});

function isProductionFile(file: SourceFile, { production }: Surroundings): boolean {
  return !isTestPath(file.path) && pathEnvironment(file.path, production.words) === "production";
}

const SECRET_WORDS = new Set([
  "password",
  "passwd",
  "pwd",
  "pass",
  "secret",
  "token",
  "key",
  "credential",
  "credentials",
]);
/** Given to browsers on purpose. */
const PUBLIC = /^(VITE|NEXT_PUBLIC|REACT_APP|PUBLIC|EXPO_PUBLIC|GATSBY|NUXT_PUBLIC|VUE_APP)_/;

function isPassword({ name, value }: Setting): boolean {
  if (PUBLIC.test(name) || value.length < 8 || value.length > 120 || /[${}<>\s]|:\/\//.test(value)) return false;
  if (!SECRET_WORDS.has(tokensOf(name).at(-1) ?? "") || environmentOf(name, []) === "other") return false;
  return !isSecretValue(value) && !isKnownShape(value) && !isPlaceholderPassword(value, "") && isPasswordLike(value);
}

function match({ name, value, start, end }: Setting, { path }: SourceFile): Match {
  return {
    range: [start, end],
    message: `A production password is in this file, under \`${name}\`.`,
    evidence: `${name}: ${value.length} characters`,
    because: [`The file is called \`${path}\`.`, "The value is no placeholder and no reference to somewhere else."],
    secrets: [value],
    identity: value,
  };
}
