import { AI_WORDS } from "../../catalogue/ai/accounts.js";
import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import { type Call, callTest, firstArgument } from "../../text/calls.js";
import { isTestPath, isVendoredPath } from "../../text/path-roles.js";
import { type Code, codeOf, likelyImportsOf, type Source, sourceOf } from "../../text/source-code.js";
import { importsAi } from "./destinations/imports.js";

const BOXES = new Set(
  "text_input TextInput Textbox PasswordInput PasswordField TextField getpass input prompt password Password secret".split(
    " ",
  ),
);
const KEY = /api[ _-]{0,2}key|access token|api token|secret key/i;
const NEAR = 40;
const LONGEST_LABEL = 200;

const mayCallBox = callTest([...BOXES]);
const LABELS = /api[ _-]{0,2}key|access[ _]token|api[ _]token|secret[ _]key/gi;
const PASSWORD = /["'`]password(?:["'`\n]|$)/;

/** False where nothing asks for a key, for certain; most files that speak of keys are told from the others by it. */
function mayAsk(source: Source): boolean {
  const { text, language } = source;
  const likely = likelyImportsOf(source);
  if (importsColab(likely)) return true;
  if (!mayCallBox(text) && !(language === "javascript" && PASSWORD.test(text))) return false;
  return importsAi(likely) ? new RegExp(LABELS, "i").test(text) : hasAiLabel(text);
}

function hasAiLabel(text: string): boolean {
  return [...text.matchAll(LABELS)].some(({ index }) =>
    AI_WORDS.test(text.slice(Math.max(0, index - LONGEST_LABEL), index + LONGEST_LABEL)),
  );
}

function boxes(code: Code): readonly (readonly [start: number, end: number])[] {
  const asked = code.calls.filter((call) => BOXES.has(call.name) && asksForKey(code, call));
  return [...asked.map(({ start, end }) => [start, Math.min(end, start + 160)] as const), ...fields(code)];
}

function asksForKey(code: Code, call: Call): boolean {
  const texts = code.tokens
    .slice(call.from, call.to)
    .filter(({ kind, text }) => kind === "string" && text.length < LONGEST_LABEL);
  const label = texts.find(({ text }) => KEY.test(text));
  return label !== undefined && (AI_WORDS.test(label.text) || importsAi(code));
}

/** `<input type="password" placeholder="OpenAI API key">` */
function fields({ tokens, language }: Code): readonly (readonly [number, number])[] {
  if (language !== "javascript") return [];
  return tokens.flatMap((token, i) => {
    if (token.kind !== "string" || token.text !== "password" || tokens[i - 2]?.text !== "type") return [];
    const near = tokens.slice(Math.max(0, i - NEAR), i + NEAR);
    const label = near.find(
      ({ text }) => text.length < LONGEST_LABEL && KEY.test(text.replaceAll("_", " ")) && AI_WORDS.test(text),
    );
    return label === undefined ? [] : [[token.start, token.end] as const];
  });
}

const importsColab = ({ imports }: Pick<Code, "imports">) =>
  [...imports].some((name) => name.startsWith("google.colab"));

function colab(code: Code): readonly (readonly [number, number])[] {
  if (!importsColab(code)) return [];
  const { tokens } = code;
  return code.calls
    .filter(
      (call) => call.callee === "userdata.get" && /API_?KEY|TOKEN/.test(firstArgument(tokens, call)?.literal ?? ""),
    )
    .map(({ start, end }) => [start, end] as const);
}

function detect(file: SourceFile): readonly Match[] {
  if (isTestPath(file.path) || isVendoredPath(file.path)) return [];
  if (!mayAsk(sourceOf(file))) return [];
  const code = codeOf(file);
  const say = (range: readonly [number, number], what: "box" | "colab"): Match => ({
    ...code.placeOf(range),
    message:
      what === "box"
        ? "People paste their own AI key here, so whose account is used depends on who is there."
        : "This notebook takes an AI key from the Colab account of whoever runs it.",
    because: [
      what === "box"
        ? "A box or a question asks for an API key."
        : "`userdata.get` reads a secret that Colab keeps for one person.",
      "The key itself isn't in the file, which is good.",
    ],
    identity: what,
    suggests: what === "box" ? "advice" : "note",
    subject: { kind: "ai-service", service: "own-key" },
  });
  return [
    ...boxes(code)
      .slice(0, 1)
      .map((range) => say(range, "box")),
    ...colab(code)
      .slice(0, 1)
      .map((range) => say(range, "colab")),
  ];
}

export default defineRule({
  id: "ai/own-key",
  family: "ai-service",
  summary: "Whoever uses this brings their own AI key.",
  why: "With a key of one's own the terms are those of a private account: what is sent may be kept or learned from, and the company can't help when something goes wrong. A company account costs you nothing and is safer for everybody.",
  remedy:
    "Say under `ai:` in ai-experiment.yml which account this uses. Dev can give the experiment one of the company's, through the request form.",
  trigger: null,
  confidence: "medium",
  suggests: "advice",
  appliesTo: {
    kinds: ["code", "notebook"],
    keywords: ["api key", "api_key", "apikey", "api-key", "access token", "userdata.get"],
  },
  detect,
  limits: "A box whose label doesn't speak of a key, or comes from a file of translations, is missed.",
  examples: {
    match: [
      {
        path: "app.py",
        text: 'import streamlit as st\nkey = st.text_input("OpenAI API Key", type="password")',
        suggests: "advice",
      },
      { path: "cli.py", text: 'import openai\nfrom getpass import getpass\nkey = getpass("Enter your API key: ")' },
      { path: "src/Key.tsx", text: '<input type="password" placeholder="Paste your OpenAI API key" />' },
      {
        path: "a.ipynb",
        text: JSON.stringify({
          cells: [
            { cell_type: "code", source: ["from google.colab import userdata\n", "userdata.get('GOOGLE_API_KEY')"] },
          ],
        }),
      },
    ],
    skip: [
      { path: "app.py", text: 'key = st.secrets["OPENAI_API_KEY"]' },
      { path: "weather.py", text: 'key = input("Your weather API key: ")' },
      { path: "src/Login.tsx", text: '<input type="password" placeholder="Password" />' },
      { path: "app.py", text: '# st.text_input("OpenAI API Key", type="password")' },
    ],
  },
});
