import * as z from "zod";

/** Whose turn it is in a handoff. Each side gets a clock, and neither is blamed when it runs out. */
export type Turn = "dev" | "team";

/** What somebody did that may say whose turn it is. */
export const Said = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("comment"), asks: z.boolean() }),
  /** Their part of the issue, or the manifest. */
  z.object({ kind: z.literal("answer") }),
  /** A label that a person put on the issue, which GitHub lets only some people do. */
  z.object({ kind: z.literal("label"), turn: z.enum(["dev", "team"]) }),
]);
export type Said = z.output<typeof Said>;

/**
 * Whose turn it is now; nothing where the clock just goes on. A question of Dev makes it the team's, and any word of
 * somebody else makes it Dev's again. Dev's other words are an answer: the clock begins anew for whoever has it.
 */
export function turnAfter(turn: Turn, isDev: boolean, said: Said): Turn | null {
  switch (said.kind) {
    case "label":
      return said.turn === turn ? null : said.turn;
    case "answer":
      return isDev || turn === "dev" ? null : "dev";
    case "comment":
      if (isDev) return said.asks ? "team" : turn;
      return turn === "dev" ? null : "dev";
  }
}

/** Whether a comment asks something in its own words: quotes, code and addresses are somebody else's. */
export function asks(body: string): boolean {
  let inCode = false;
  for (const line of body.slice(0, 20_000).split("\n")) {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) inCode = !inCode;
    else if (!inCode && !/^\s{0,3}>/.test(line) && /[?\uff1f]/.test(ownWords(line))) return true;
  }
  return false;
}

function ownWords(line: string): string {
  return line.replace(/`[^`]{0,1000}`/g, "").replace(/https?:\/\/\S{1,2000}/g, "");
}
