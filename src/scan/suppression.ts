import { linesOf, lineText } from "../text/lines.js";

/** A comment on the line, or on the line above: `handrail-ignore: family/rule because REASON`. */
const COMMENT = /handrail-ignore:\s*(\S+)\s+because\s+(.{3,200})/i;

/** The reason for which a comment silences a rule on a line, or nothing. Without a reason a comment has no effect. */
export function suppressionReason(file: { readonly text: string }, line: number, ruleId: string): string | null {
  const starts = linesOf(file);
  for (const at of [line, line - 1]) {
    const parts = at < 1 ? null : COMMENT.exec(lineText(file.text, starts, at).slice(0, 2000));
    if (parts?.[1] === ruleId) return (parts[2] ?? "").replace(/(\*\/|-->)\s*$/, "").trim();
  }
  return null;
}
