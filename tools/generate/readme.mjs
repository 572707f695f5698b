// What the README shows as the output of a command, as the command prints it today.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCode, root } from "../lib/load.mjs";

const BLOCK = /<!-- output:([a-z-]+) -->\n[\s\S]*?<!-- \/output -->/g;

/** README.md with every `<!-- output:EXAMPLE -->` filled in. */
export async function readme() {
  const text = readFileSync(join(root, "README.md"), "utf8");
  const names = [...text.matchAll(BLOCK)].map(([, name]) => name);
  const engine = await loadCode(`
    export { evaluate, OPEN_KEY } from "./src/evaluate.js";
    export { openFolder } from "./src/source/folder.js";
    export { renderText } from "./src/report/text.js";
    export { BUILT_IN_POLICY } from "./src/model/policy.js";
  `);
  const outputs = new Map();
  for (const name of new Set(names)) outputs.set(name, await outputOf(name, engine));
  return text.replace(BLOCK, (_, name) =>
    [`<!-- output:${name} -->`, "```", outputs.get(name).trimEnd(), "```", "<!-- /output -->"].join("\n"),
  );
}

async function outputOf(name, { evaluate, OPEN_KEY, openFolder, renderText, BUILT_IN_POLICY }) {
  const opened = await openFolder(join(root, "examples", name));
  if (opened.kind !== "opened") throw new Error(`examples/${name} can't be read`);
  const policy = { policy: BUILT_IN_POLICY, source: "built-in", state: "ok", problems: [] };
  const verdict = await evaluate(opened.change, policy, { now: new Date("2026-01-15"), fingerprintKey: OPEN_KEY });
  opened.close();
  return renderText(verdict, { colour: false, width: 80 });
}
