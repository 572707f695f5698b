import { oncePer } from "./memo.js";

/** A section of an INI file (systemd units, Ansible inventories). Lines before the first header have no section. */
export interface Section {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly lines: readonly IniLine[];
}

export interface IniLine {
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST = 300_000;
const HEADER = /^\[([^\]\r\n]{1,200})\]\s*$/;

/** Sections with their `key=value` lines; a line without `=` is a key. Never throws. */
export function parseIni(text: string): readonly Section[] {
  if (text.length > LONGEST) return [];
  const sections: { name: string; start: number; end: number; lines: IniLine[] }[] = [];
  let start = 0;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    const end = start + raw.trimEnd().length;
    const header = HEADER.exec(line)?.[1];
    if (header !== undefined) sections.push({ name: header, start, end, lines: [] });
    else if (line !== "" && !/^[#;]/.test(line)) {
      if (sections.length === 0) sections.push({ name: "", start, end, lines: [] });
      const equals = line.indexOf("=");
      const key = (equals < 0 ? line : line.slice(0, equals)).trim();
      sections[sections.length - 1]?.lines.push({
        key,
        value: equals < 0 ? "" : line.slice(equals + 1).trim(),
        start,
        end,
      });
    }
    start += raw.length + 1;
  }
  return sections;
}

/** The same for anything that holds a text, once. */
export const iniOf = oncePer((holder: { readonly text: string }) => parseIni(holder.text));
