import { type JSONVisitor, visit } from "jsonc-parser";
import { eachJsonString, type JsonPath } from "./json-strings.js";
import { oncePer } from "./memo.js";

/** One piece of a notebook that a person reads: a cell's source, or a text that it put out. */
export interface NotebookText {
  /** From 1. */
  readonly cell: number;
  readonly kind: "source" | "output";
  readonly text: string;
  /** Where the character at an index of `text` stands in the file. */
  readonly offsetOf: (index: number) => number;
}

/** A JSON string of the file and where its text begins in the joined text. */
interface Piece {
  readonly from: number;
  readonly offset: number;
  readonly length: number;
}

interface Open {
  readonly cell: number;
  readonly kind: NotebookText["kind"];
  readonly texts: string[];
  readonly pieces: Piece[];
  length: number;
}

const READABLE = /^(text\/(plain|html|markdown|latex)|application\/json)$/;

/** What a notebook says of its cells: `code`, `markdown`. Nothing where it has no list of cells. */
type CellTypes = readonly (string | undefined)[] | null;

/** The types of the cells, or that the text is no valid JSON. Once per file; the value that was read isn't kept. */
export const cellTypesOf = oncePer((holder: { readonly text: string }): { readonly types: CellTypes } | "invalid" => {
  try {
    return { types: typesIn(JSON.parse(holder.text)) };
  } catch {
    return "invalid";
  }
});

function typesIn(read: { cells?: unknown; worksheets?: { cells?: unknown }[] } | null): CellTypes {
  const cells = read?.cells ?? read?.worksheets?.[0]?.cells;
  return Array.isArray(cells) ? cells.map((cell: { cell_type?: string } | null) => cell?.cell_type) : null;
}

/**
 * Sources and text outputs of a Jupyter notebook, unescaped. Images, widget states, hashes and metadata are left out.
 * Nothing for a file that is not a notebook. Never throws.
 */
export const notebookOf = oncePer((holder: { readonly text: string }): readonly NotebookText[] | null => {
  const { text } = holder;
  if (!text.includes('"cells"')) return null;
  const groups = new Map<string, Open>();
  if (cellTypesOf(holder) !== "invalid") {
    eachJsonString(text, (path, offset, length) =>
      add(groups, path, () => unescaped(text, offset, length), offset, length),
    );
  } else if (!visitStrings(text, groups)) return null;
  return [...groups.values()].map((group) => notebookText(text, group));
});

export const readNotebook = (text: string): readonly NotebookText[] | null => notebookOf({ text });

/** Most lines hold no backslash but the `\n` at their end. */
function unescaped(text: string, offset: number, length: number): string {
  const inside = text.slice(offset + 1, offset + length - 1);
  const backslash = inside.indexOf("\\");
  if (backslash < 0) return inside;
  if (backslash === inside.length - 2 && inside.endsWith("n")) return `${inside.slice(0, backslash)}\n`;
  return String(JSON.parse(text.slice(offset, offset + length)));
}

/** Reads what a person's hand or a merge left: comments, commas too many, an end too early. False where it can't. */
function visitStrings(text: string, groups: Map<string, Open>): boolean {
  const onLiteralValue: JSONVisitor["onLiteralValue"] = (value, offset, length, _line, _character, pathOf) => {
    if (typeof value === "string") add(groups, pathOf(), () => value, offset, length);
  };
  try {
    visit(text, { onLiteralValue }, { allowTrailingComma: true });
    return true;
  } catch {
    // Brackets nested so deep that the parser runs out of stack: no notebook that a program wrote.
    return false;
  }
}

function add(groups: Map<string, Open>, path: JsonPath, read: () => string, offset: number, length: number): void {
  const place = length > 2 ? placeOf(path) : null;
  if (place === null) return;
  const known = groups.get(place.key);
  const group = known ?? { cell: place.cell, kind: place.kind, texts: [], pieces: [], length: 0 };
  if (known === undefined) groups.set(place.key, group);
  const value = read();
  group.pieces.push({ from: group.length, offset, length });
  group.texts.push(value);
  group.length += value.length;
}

/** `cells, 3, source, 0` and its relatives; version 3 of the format has `worksheets, 0` in front and `input` for `source`. */
function placeOf(path: JsonPath): { key: string; cell: number; kind: NotebookText["kind"] } | null {
  const [root, number, part, index, data, type] = path[0] === "worksheets" ? path.slice(2, 8) : path;
  if (root !== "cells" || typeof number !== "number") return null;
  if (part === "source" || part === "input") return { key: `${number}`, cell: number + 1, kind: "source" };
  if (part !== "outputs" || !isReadable(data, type)) return null;
  return { key: `${number}/${index}/${data}/${data === "data" ? type : ""}`, cell: number + 1, kind: "output" };
}

function isReadable(data: string | number | undefined, type: string | number | undefined): boolean {
  if (data === "data") return READABLE.test(String(type));
  return data === "text" || data === "traceback" || data === "evalue";
}

function notebookText(file: string, { cell, kind, texts, pieces }: Open): NotebookText {
  return { cell, kind, text: texts.join(""), offsetOf: (index) => offsetIn(file, pieces, index) };
}

function offsetIn(file: string, pieces: readonly Piece[], index: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.from ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (piece === undefined) return 0;
  return piece.offset + 1 + escapedLength(file, piece.offset + 1, index - piece.from);
}

/** How many characters of the file stand for so many characters of a JSON string. */
function escapedLength(file: string, start: number, count: number): number {
  let at = start;
  for (let done = 0; done < count; done++) {
    if (file[at] !== "\\") at++;
    else at += file[at + 1] === "u" ? 6 : 2;
  }
  return at - start;
}
