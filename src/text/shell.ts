import { oncePer } from "./memo.js";

/**
 * Shell text cut into simple commands. Comments, heredoc bodies and redirections are gone, quotes are taken off, and
 * what `$( )`, backquotes and `sh -c` run is there as commands of its own. Nothing is expanded, nothing is run.
 */
export interface Command {
  /** Without assignments and words such as `sudo`, `then`, `time`; never empty. */
  readonly argv: readonly string[];
  /** `NAME=value` words before the command. */
  readonly assignments: readonly string[];
  /** Half-open offsets into the text. */
  readonly start: number;
  readonly end: number;
}

const LONGEST = 300_000;
const DEEPEST = 3;

/** Never throws; text over 300,000 characters has no commands. */
export function parseShell(text: string): readonly Command[] {
  const found: Command[] = [];
  if (text.length <= LONGEST) new Scanner(text, 0, text.length, 0, found).run();
  return found;
}

/** The same for anything that holds a text, once. */
export const shellOf = oncePer((holder: { readonly text: string }) => parseShell(holder.text));

/** One pass over a stretch of text. The state is what has been read of the command so far. */
class Scanner {
  private words: string[] = [];
  private word: string | null = null;
  private start = -1;
  private target = false;
  private readonly heredocs: { readonly delimiter: string; readonly tabs: boolean }[] = [];

  constructor(
    private readonly text: string,
    private i: number,
    private readonly to: number,
    private readonly depth: number,
    private readonly found: Command[],
  ) {}

  run(): void {
    while (this.i < this.to) this.step(this.text[this.i] as string);
    this.endCommand();
  }

  private step(unit: string): void {
    if (unit === "\n") this.endLine();
    else if (unit === " " || unit === "\t" || unit === "\r") this.blank();
    else if (unit === "\\") this.escape();
    else if (unit === "#" && this.word === null) this.i = this.endOf("\n", this.i);
    else if (unit === "'") this.quoted(this.endOf("'", this.i + 1));
    else if (unit === '"') this.doubleQuoted();
    else if (unit === "`") this.nested(this.i + 1, this.endOf("`", this.i + 1), 1);
    else if (unit === "$") this.dollar();
    else if (unit === "<" || unit === ">") this.redirection(unit);
    else if (";&|()".includes(unit)) {
      this.i++;
      this.endCommand();
    } else this.add(unit, 1);
  }

  private add(text: string, advance: number): void {
    if (this.start < 0) this.start = this.i;
    this.word = (this.word ?? "") + text;
    this.i += advance;
  }

  private blank(): void {
    this.i++;
    this.endWord();
  }

  private escape(): void {
    const next = this.text[this.i + 1];
    if (next === "\n") this.i += 2;
    else if (next === "\r" && this.text[this.i + 2] === "\n") this.i += 3;
    else this.add(next ?? "", 2);
  }

  private quoted(end: number): void {
    this.add(this.text.slice(this.i + 1, end), end + 1 - this.i);
  }

  private doubleQuoted(): void {
    this.add("", 1);
    while (this.i < this.to && this.text[this.i] !== '"') {
      const unit = this.text[this.i] as string;
      if (unit === "\\") this.escape();
      else if (unit === "`") this.nested(this.i + 1, this.endOf("`", this.i + 1), 1);
      else if (unit === "$") this.dollar();
      else this.add(unit, 1);
    }
    this.i++;
  }

  private dollar(): void {
    const { text, i } = this;
    if (text.startsWith("${{", i)) this.raw(this.endOf("}}", i + 3) + 2);
    else if (text[i + 1] === "{") this.raw(this.endOf("}", i + 2) + 1);
    else if (text[i + 1] === "(") this.nested(i + 2, this.closingParenthesis(i + 2), 1);
    else this.add("$", 1);
  }

  private raw(end: number): void {
    this.add(this.text.slice(this.i, Math.min(end, this.to)), Math.min(end, this.to) - this.i);
  }

  private nested(from: number, end: number, closer: number): void {
    if (this.depth < DEEPEST) new Scanner(this.text, from, end, this.depth + 1, this.found).run();
    this.raw(end + closer);
  }

  private closingParenthesis(from: number): number {
    let open = 1;
    for (let i = from; i < this.to; i++) {
      const unit = this.text[i];
      if (unit === "\\") i++;
      else if (unit === "'") i = this.endOf("'", i + 1);
      else if (unit === "(") open++;
      else if (unit === ")" && --open === 0) return i;
    }
    return this.to;
  }

  private endOf(closer: string, from: number): number {
    const end = this.text.indexOf(closer, from);
    return end < 0 || end > this.to ? this.to : end;
  }

  private redirection(unit: string): void {
    const { text, i } = this;
    if (text[i + 1] === "(") {
      this.nested(i + 2, this.closingParenthesis(i + 2), 1);
      return;
    }
    if (this.word !== null && /^\d+$/.test(this.word)) this.word = null;
    this.endWord();
    if (unit === "<" && text[i + 1] === "<" && text[i + 2] !== "<") {
      this.heredoc();
      return;
    }
    while (this.i < this.to && "<>&|".includes(this.text[this.i] as string)) this.i++;
    this.target = true;
  }

  private heredoc(): void {
    const head = /^<<(-?)[ \t]*\\?(["']?)([\w.-]{1,80})\2/.exec(this.text.slice(this.i, this.i + 100));
    if (head === null) {
      this.i += 2;
      return;
    }
    this.heredocs.push({ delimiter: head[3] ?? "", tabs: head[1] === "-" });
    this.i += head[0].length;
  }

  private endLine(): void {
    this.i++;
    this.endCommand();
    for (const { delimiter, tabs } of this.heredocs.splice(0)) this.skipHeredoc(delimiter, tabs);
  }

  private skipHeredoc(delimiter: string, tabs: boolean): void {
    while (this.i < this.to) {
      const end = this.endOf("\n", this.i);
      const line = this.text.slice(this.i, Math.min(end, this.i + 200)).replace(/\r$/, "");
      this.i = end + 1;
      if ((tabs ? line.replace(/^\t{1,40}/, "") : line) === delimiter) return;
    }
  }

  private endWord(): void {
    if (this.word === null) return;
    if (this.target) this.target = false;
    else this.words.push(this.word);
    this.word = null;
  }

  private endCommand(): void {
    this.endWord();
    if (this.start >= 0) this.emit(this.words, this.start, Math.min(this.i, this.to));
    this.words = [];
    this.start = -1;
    this.target = false;
  }

  private emit(words: readonly string[], start: number, end: number): void {
    const { argv, assignments } = strip(words);
    if (argv.length === 0) return;
    this.found.push({ argv, assignments, start, end });
    const script = scriptOf(argv);
    if (script === undefined || this.depth >= DEEPEST) return;
    const inner: Command[] = [];
    new Scanner(script, 0, script.length, this.depth + 1, inner).run();
    this.found.push(...inner.map((command) => ({ ...command, start, end })));
  }
}

const LEADING = new Set(
  "if then else elif do while until ! { } time exec sudo nohup env command builtin nice retry doas @ - @- -@".split(
    " ",
  ),
);
const ASSIGNMENT = /^[A-Za-z_]\w{0,80}\+?=/;

/** Takes off what stands before the command proper. */
function strip(words: readonly string[]): { argv: readonly string[]; assignments: readonly string[] } {
  const assignments: string[] = [];
  let i = 0;
  for (; i < words.length; i++) {
    const word = words[i] as string;
    const previous = words[i - 1];
    if (ASSIGNMENT.test(word)) assignments.push(word);
    else if (word === "timeout") i += words[i + 1]?.startsWith("-") ? 2 : 1;
    else if (!LEADING.has(word) && !(word.startsWith("-") && (previous === "sudo" || previous === "env"))) break;
  }
  return { argv: words.slice(i), assignments };
}

/** The script that `sh -c` or `eval` would run. */
function scriptOf(argv: readonly string[]): string | undefined {
  const name = argv[0] ?? "";
  if (name === "eval") return argv.slice(1).join(" ");
  if (!/^(?:\/(?:usr\/)?bin\/)?(?:ba|z|da)?sh$/.test(name)) return undefined;
  const flag = argv.findIndex((word) => /^-\w{0,6}c$/.test(word));
  return flag < 0 ? undefined : argv[flag + 1];
}
