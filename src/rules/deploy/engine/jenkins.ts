import type { SourceFile } from "../../../model/source-file.js";
import { oncePer } from "../../../text/memo.js";
import { type Command, parseShell } from "../../../text/shell.js";
import { readCode } from "../../../text/source-code.js";

const STEPS = new Set(["sh", "bat", "powershell", "pwsh", "script"]);

/** The commands in the `sh` steps of a Jenkinsfile, each at the step's place. */
export const jenkinsCommands = oncePer((file: SourceFile): readonly (Command & { readonly at: number })[] => {
  const { tokens } = readCode(file.text, "other");
  return tokens.flatMap((token, i) => {
    if (token.kind !== "name" || !STEPS.has(token.text)) return [];
    const own = tokens.slice(i + 1, i + 6).find(({ kind }) => kind === "string");
    if (own === undefined) return [];
    const script = own.text.replace(/\\\n/g, " ").replace(/^"{2}|"{2}$|^'{2}|'{2}$/g, "");
    return parseShell(script).map((command) => ({ ...command, at: own.start }));
  });
});
