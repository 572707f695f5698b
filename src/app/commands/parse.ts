/** Commands in comments, by the contract. */
export const COMMANDS = [
  "handoff",
  "ask",
  "recheck",
  "explain",
  "false-alarm",
  "not-an-experiment",
  "accept",
  "not-now",
  "route",
  "withdraw",
] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface Command {
  readonly name: CommandName;
  readonly rest: string;
}

/** Whether a comment may hold a command at all. */
export const COMMAND = /^[ \t]{0,3}\/[a-z]/m;

const LINE = /^[ \t]{0,3}\/([a-z]+(?:-[a-z]+){0,3})(?:[ \t]+(.{0,2000}))?[ \t]*$/;

/** The first command of a comment. Quoted lines and code are somebody else's words. */
export function commandIn(body: string): Command | { readonly unknown: string } | null {
  let inCode = false;
  for (const line of body.slice(0, 4000).replaceAll("\r", "").split("\n")) {
    if (/^\s{0,3}(```|~~~)/.test(line)) inCode = !inCode;
    const parts = inCode ? null : LINE.exec(line);
    if (parts === null) continue;
    const name = COMMANDS.find((known) => known === parts[1]);
    return name === undefined ? { unknown: parts[1] ?? "" } : { name, rest: (parts[2] ?? "").trim() };
  }
  return null;
}
