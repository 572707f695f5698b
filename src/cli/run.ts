import { TOOL } from "../model/tool.js";
import { EXIT, type Exit, UsageProblem } from "./exit.js";
import { HELP } from "./help.js";
import { nearest } from "./nearest.js";
import type { Terminal } from "./terminal.js";

type Command = (args: readonly string[], terminal: Terminal) => Promise<Exit>;

/** Each command is loaded when it is run. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map(
  Object.entries({
    check: async () => (await import("./check.js")).check,
    init: async () => (await import("./init.js")).init,
    baseline: async () => (await import("./baseline.js")).baseline,
    mock: async () => (await import("./mock.js")).mock,
    explain: async () => (await import("./rules.js")).explain,
    rules: async () => (await import("./rules.js")).rules,
    policy: async () => (await import("./policy.js")).policy,
  }),
);

/** The command line: runs one command and says how it ended. It never throws. */
export async function run(args: readonly string[], terminal: Terminal): Promise<Exit> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    return explainFailure(error, terminal);
  }
}

async function dispatch([name, ...rest]: readonly string[], terminal: Terminal): Promise<Exit> {
  if (name === "--version" || name === "-v") {
    terminal.out.write(`${TOOL.version}\n`);
    return EXIT.fine;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const help = HELP[rest[0] ?? ""] ?? HELP[""] ?? "";
    (name === undefined ? terminal.err : terminal.out).write(help);
    return name === undefined ? EXIT.usage : EXIT.fine;
  }
  const load = COMMANDS.get(name);
  if (load === undefined) throw unknownCommand(name);
  if (!asksForHelp(rest)) return (await load())(rest, terminal);
  terminal.out.write(HELP[name] ?? "");
  return EXIT.fine;
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}

function unknownCommand(name: string): UsageProblem {
  const near = nearest(name, [...COMMANDS.keys()]);
  const next = near === null ? "`handrail --help` lists the commands." : `Did you mean \`handrail ${near}\`?`;
  return new UsageProblem(`There is no command ${JSON.stringify(name)}.`, next);
}

function explainFailure(error: unknown, { err, env }: Terminal): Exit {
  if (error instanceof UsageProblem) {
    err.write(`${plain(error.message)}\n${error.next === undefined ? "" : `${plain(error.next)}\n`}`);
    return EXIT.usage;
  }
  const isDebugging = (env.HANDRAIL_DEBUG ?? "") !== "" && env.HANDRAIL_DEBUG !== "0";
  const detail = error instanceof Error && error.stack !== undefined ? error.stack : String(error);
  err.write("Something went wrong on our side, and nothing was decided. It is not about your files.\n");
  err.write(isDebugging ? `${detail}\n` : "Run it again with HANDRAIL_DEBUG=1 to see the details for a report.\n");
  return EXIT.ours;
}

/** Names of files and branches are anybody's words: no control character of theirs reaches the terminal. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "\ufffd");
}
