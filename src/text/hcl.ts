import { oncePer } from "./memo.js";

/** Blocks, labels and attributes of HCL (Terraform, Packer, Nomad), without evaluating anything. */
export interface HclBody {
  readonly attributes: ReadonlyMap<string, HclAttribute>;
  readonly blocks: readonly HclBlock[];
}

export interface HclBlock extends HclBody {
  readonly type: string;
  readonly labels: readonly string[];
  /** Half-open offsets: from the type to past the closing brace. */
  readonly start: number;
  readonly end: number;
}

export interface HclAttribute {
  readonly name: string;
  /** The expression as written, at most 2,000 characters of it. */
  readonly expression: string;
  /** The value where the expression is one plain string without interpolation. */
  readonly string?: string;
  readonly start: number;
  readonly end: number;
}

export interface HclFile extends HclBody {
  /** The end was reached with blocks still open, or a brace closed nothing. */
  readonly broken: boolean;
}

const LONGEST = 1_000_000;
const LONGEST_EXPRESSION = 2000;

interface Open {
  readonly type: string;
  readonly labels: readonly string[];
  readonly start: number;
  readonly attributes: Map<string, HclAttribute>;
  readonly blocks: HclBlock[];
}

/** Reads a file of any quality. Never throws, and looks at every character once or twice. */
export function parseHcl(text: string): HclFile {
  const root: Open = { type: "", labels: [], start: 0, attributes: new Map(), blocks: [] };
  if (text.length > LONGEST) return { ...root, broken: true };
  const stack: Open[] = [root];
  let broken = false;
  let i = 0;
  while (i < text.length) {
    i = skipBlank(text, i);
    if (i >= text.length) break;
    if (text[i] === "}") {
      i++;
      if (stack.length > 1) close(stack, i);
      else broken = true;
      continue;
    }
    i = statement(text, i, stack);
  }
  broken ||= stack.length > 1;
  while (stack.length > 1) close(stack, text.length);
  return { attributes: root.attributes, blocks: root.blocks, broken };
}

/** The same for anything that holds a text, once. */
export const hclOf = oncePer((holder: { readonly text: string }) => parseHcl(holder.text));

/** Every block of a body, however deep. */
export function allBlocks(body: HclBody): readonly HclBlock[] {
  const found: HclBlock[] = [];
  const open: HclBlock[] = [...body.blocks].reverse();
  for (let block = open.pop(); block !== undefined; block = open.pop()) {
    found.push(block);
    for (let i = block.blocks.length - 1; i >= 0; i--) open.push(block.blocks[i] as HclBlock);
  }
  return found;
}

function close(stack: Open[], end: number): void {
  const done = stack.pop();
  const parent = stack[stack.length - 1];
  if (done !== undefined && parent !== undefined) parent.blocks.push({ ...done, end });
}

const NAME = /[\w.-]+/y;

/** One attribute, or the head of one block. Returns where to go on. */
function statement(text: string, start: number, stack: Open[]): number {
  const labels: string[] = [];
  let type: string | undefined;
  let i = start;
  while (i < text.length) {
    const unit = text[i];
    if (unit === " " || unit === "\t") i++;
    else if (unit === "{" && type !== undefined) {
      stack.push({ type, labels, start, attributes: new Map(), blocks: [] });
      return i + 1;
    } else if (unit === "=" && type !== undefined && text[i + 1] !== "=")
      return attribute(text, start, i + 1, type, stack);
    else if (unit === '"') {
      const end = stringEnd(text, i);
      const value = text.slice(i + 1, end - 1);
      if (type === undefined) type = value;
      else labels.push(value);
      i = end;
    } else {
      NAME.lastIndex = i;
      const word = NAME.exec(text)?.[0];
      if (word === undefined) return Math.max(expressionEnd(text, i), i + 1);
      if (type === undefined) type = word;
      else labels.push(word);
      i += word.length;
    }
  }
  return i;
}

function attribute(text: string, start: number, from: number, name: string, stack: Open[]): number {
  const end = expressionEnd(text, from);
  const expression = text.slice(from, Math.min(end, from + LONGEST_EXPRESSION)).trim();
  const plain = /^"((?:[^"\\$%]|\\.|[$%](?!\{))*)"$/.exec(expression)?.[1];
  const entry = { name, expression, start, end, ...(plain === undefined ? {} : { string: plain }) };
  stack[stack.length - 1]?.attributes.set(name, entry);
  return end;
}

/** The end of an expression: the end of its line, unless brackets, a string or a heredoc are open. */
function expressionEnd(text: string, from: number): number {
  let depth = 0;
  let i = from;
  while (i < text.length) {
    const unit = text[i];
    if (unit === '"') i = stringEnd(text, i);
    else if (unit === "#" || (unit === "/" && (text[i + 1] === "/" || text[i + 1] === "*"))) {
      if (depth === 0 && text[i + 1] !== "*") return i;
      i = commentEnd(text, i);
    } else if (unit === "<" && text[i + 1] === "<") i = heredocEnd(text, i);
    else if (unit === "{" || unit === "[" || unit === "(") {
      depth++;
      i++;
    } else if (unit === "}" || unit === "]" || unit === ")") {
      if (depth === 0) return i;
      depth--;
      i++;
    } else if (unit === "\n" && depth === 0) return i;
    else i++;
  }
  return i;
}

function skipBlank(text: string, from: number): number {
  let i = from;
  while (i < text.length) {
    const unit = text[i];
    if (unit === " " || unit === "\t" || unit === "\n" || unit === "\r" || unit === "\ufeff" || unit === ",") i++;
    else if (unit === "#" || (unit === "/" && (text[i + 1] === "/" || text[i + 1] === "*"))) i = commentEnd(text, i);
    else return i;
  }
  return i;
}

function commentEnd(text: string, from: number): number {
  const closer = text[from] === "/" && text[from + 1] === "*" ? "*/" : "\n";
  const end = text.indexOf(closer, from + 2);
  if (closer === "\n" && text[from + 1] === "\n") return from + 1;
  return end < 0 ? text.length : end + (closer === "\n" ? 0 : 2);
}

/** Past the closing quote. `${ }` may hold quotes of its own. A string without an end ends with its line. */
function stringEnd(text: string, from: number): number {
  let depth = 0;
  for (let i = from + 1; i < text.length; i++) {
    const unit = text[i];
    if (unit === "\\") i++;
    else if (unit === "\n") return i;
    else if ((unit === "$" || unit === "%") && text[i + 1] === "{") {
      depth++;
      i++;
    } else if (depth > 0 && unit === "{") depth++;
    else if (depth > 0 && unit === "}") depth--;
    else if (unit === '"' && depth === 0) return i + 1;
  }
  return text.length;
}

const HEREDOC = /<<[-~]?(\w{1,80})[ \t]*\r?\n/y;

function heredocEnd(text: string, from: number): number {
  HEREDOC.lastIndex = from;
  const word = HEREDOC.exec(text)?.[1];
  if (word === undefined) return from + 2;
  let line = HEREDOC.lastIndex;
  while (line > 0 && line < text.length) {
    const end = text.indexOf("\n", line);
    const own = text.slice(line, end < 0 ? text.length : end);
    if (own.length < 200 && own.trim() === word) return line + own.trimEnd().length;
    if (end < 0) break;
    line = end + 1;
  }
  return text.length;
}
