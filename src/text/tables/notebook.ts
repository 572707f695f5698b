import { gridTables } from "./grid.js";
import { walk } from "./json.js";
import { collector } from "./records.js";
import { type Extraction, NOTHING, together } from "./table.js";
import { unescaped } from "./xlsx.js";

/** The outputs of a notebook's cells: HTML tables, JSON, and the addresses in printed text. Code is read by other rules. */
export function readNotebook(text: string): Extraction {
  const notebook: unknown = JSON.parse(text);
  const cells = listAt(notebook, "cells");
  const found = collector();
  const tables: Extraction[] = [];
  for (const [number, output] of cells
    .flatMap((cell) => listAt(cell, "outputs"))
    .slice(0, 2000)
    .entries()) {
    const data = at(output, "data");
    const html = joined(at(data, "text/html"));
    if (html !== "") tables.push({ tables: htmlTables(html, `output ${number}`), gaps: [] });
    const printed = joined(at(output, "text")) || (html === "" ? joined(at(data, "text/plain")) : "");
    if (printed.includes("@")) found.text("printed", printed);
    walk(at(data, "application/json"), `output ${number}`, found);
  }
  return tables.length === 0 && cells.length === 0 ? NOTHING : together([...tables, found.result()]);
}

const at = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;
const listAt = (value: unknown, key: string): readonly unknown[] => {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
};
const joined = (value: unknown): string =>
  typeof value === "string"
    ? value
    : Array.isArray(value)
      ? value.filter((line) => typeof line === "string").join("")
      : "";

/** The tables of a piece of HTML. */
export function htmlTables(html: string, name: string) {
  return html
    .split(/<table\b/i)
    .slice(1, 50)
    .flatMap((table, i) =>
      gridTables(`${name} ${i}`, (table.split(/<\/table>/i)[0] ?? "").split(/<tr\b/i).slice(1).map(cellsOf)),
    );
}

function cellsOf(row: string): readonly string[] {
  return row
    .split(/<t[hd]\b/i)
    .slice(1)
    .map((cell) => unescaped(cell.slice(cell.indexOf(">") + 1).replace(/<[^<>]{0,500}>/g, "")).trim());
}
