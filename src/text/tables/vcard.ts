import { collector } from "./records.js";
import type { Extraction } from "./table.js";

const FIELDS: Readonly<Record<string, string>> = {
  FN: "name",
  EMAIL: "email",
  TEL: "phone",
  ADR: "address",
  BDAY: "birthday",
  ORG: "company",
  TITLE: "title",
  REV: "updated",
};

/** Address cards, one row for each. The first of several addresses or numbers counts. */
export function readVcards(text: string): Extraction {
  const found = collector();
  const lines = text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  let card = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const key =
      line
        .slice(0, colon)
        .replace(/^item\d+\./i, "")
        .split(";")[0]
        ?.toUpperCase() ?? "";
    const field = FIELDS[key];
    if (key === "BEGIN") card = new Map();
    else if (key === "END") found.record("cards", card);
    else if (field !== undefined && !card.has(field))
      card.set(
        field,
        line
          .slice(colon + 1)
          .replace(/\\([,;])/g, "$1")
          .replace(/;+/g, " ")
          .trim(),
      );
  }
  return found.result();
}
