import { walk } from "./json.js";
import { type Collector, collector } from "./records.js";
import { readRunningText } from "./running-text.js";
import { sampleLines } from "./sample.js";
import { type Extraction, together } from "./table.js";

/** Recorded traffic keeps bodies in texts of many lines: only the library reads those. Above this it takes too long. */
const PARSED = 128 * 1024;
const RECORDED = /^\s*-?\s*(?:http_)?interactions:|^\s*string: |^\s*body:/m;

/** YAML: fixtures, seeds, and cassettes of recorded traffic. */
export async function readYaml(text: string): Promise<Extraction> {
  if (text.length > PARSED || !RECORDED.test(text)) return together([readRecords(text), readRunningText(text)]);
  const { parseAllDocuments } = await import("yaml");
  const found = collector();
  for (const document of parseAllDocuments(text, { logLevel: "silent", uniqueKeys: false }).slice(0, 50)) {
    if ("toJS" in document) walk(document.toJS({ maxAliasCount: 100 }), "$", found);
  }
  return found.result();
}

const LINE = /^(\s*)(- )?(?:(["']?)([\w .@-]{1,80})\3:)?\s?(.*)$/;

/** A long list of maps, one key a line. A dash, or a key without a value at the margin, starts the next record. */
function readRecords(text: string): Extraction {
  const { head, windows, factor } = sampleLines(text);
  const found = collector(factor);
  for (const part of [head, ...windows]) addRecords(part, found);
  return found.result();
}

function addRecords(text: string, found: Collector): void {
  let record = new Map<string, string>();
  let at = 0;
  const flush = (): void => {
    if (record.size > 1) found.record("records", record, at);
    record = new Map();
  };
  for (let start = 0; start < text.length && !found.isFull(); ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const [, indent = "", dash, , key, value = ""] = LINE.exec(text.slice(start, Math.min(end, start + 500))) ?? [];
    if ((dash !== undefined && indent.length <= 2) || (key !== undefined && value === "" && indent === "")) {
      flush();
      at = start;
    }
    if (key !== undefined && value !== "" && !record.has(key)) record.set(key, plain(value));
    start = end + 1;
  }
  flush();
}

const plain = (value: string): string =>
  value
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2")
    .replace(/^(?:null|~)$/, "");
