/** Template actions in configuration files: Go templates (Helm) and Jinja (Ansible, Salt). */

const OPENERS: Readonly<Record<string, string>> = { "{{": "}}", "{%": "%}", "{#": "#}" };

export function hasTemplates(text: string): boolean {
  return text.includes("{{") || text.includes("{%");
}

/**
 * The text with every template action taken out, at the same offsets: a line with nothing but actions becomes blank,
 * an action among other text becomes a placeholder word. An action that never closes is left alone.
 */
export function blankTemplates(text: string): string {
  const parts: string[] = [];
  let done = 0;
  for (let i = text.indexOf("{"); i >= 0; i = text.indexOf("{", Math.max(i + 1, done))) {
    const closer = OPENERS[text.slice(i, i + 2)];
    if (closer === undefined) continue;
    const end = text.indexOf(closer, i + 2);
    if (end < 0) break;
    parts.push(text.slice(done, i), filler(text, i, end + 2));
    done = end + 2;
  }
  return parts.join("") + text.slice(done);
}

function filler(text: string, start: number, end: number): string {
  const action = text.slice(start, end);
  const alone = isBlank(text, start) && isBlankAfter(text, end);
  return action.replace(/[^\r\n]/g, alone || action.includes("\n") ? " " : "x");
}

/** Only blanks and other actions stand before it on its line. Looks back at most a few characters per action. */
function isBlank(text: string, start: number): boolean {
  for (let i = start - 1; i >= 0 && start - i < 200; i--) {
    const unit = text[i];
    if (unit === "\n" || unit === "\r") return true;
    if (unit !== " " && unit !== "\t") return false;
  }
  return start === 0;
}

function isBlankAfter(text: string, end: number): boolean {
  for (let i = end; i < text.length && i - end < 200; i++) {
    const unit = text[i];
    if (unit === "\n" || unit === "\r") return true;
    if (unit !== " " && unit !== "\t" && unit !== "#") return false;
  }
  return end === text.length;
}
