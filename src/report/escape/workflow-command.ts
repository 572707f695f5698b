/** Hostile text in the commands that a GitHub runner reads from a step's output. */

/** The message of a command: everything behind the second `::`. */
export function commandData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

/** A property of a command, such as `file=`. */
export function commandProperty(text: string): string {
  return commandData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}

const BREAK = "\u200b";

/**
 * Lines for the log that the runner reads as plain text. It takes `::name` at the start of a line for a command, and
 * the older `##[name]` anywhere in it.
 */
export function plainLog(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^(\s*):(?=:)/, `$1:${BREAK}`).replace(/##(?=\[)/g, `#${BREAK}#`))
    .join("\n");
}
