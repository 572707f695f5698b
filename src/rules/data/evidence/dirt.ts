import { between, type Cluster, countsOf, type Evidence, shareOf, valuesOf } from "./evidence.js";

const LEAST_ROWS = 20;

/** Collected data is untidy: blanks here and there, stray spaces, shouting, numbers written in several ways, people twice. */
export function dirt(cluster: Cluster): readonly Evidence[] {
  const { columns, people } = cluster;
  if (people.length < LEAST_ROWS || columns.length < 3) return [];
  const phones = valuesOf(
    cluster,
    columns.find(({ kind }) => kind === "phone"),
  ).filter((phone) => phone !== "");
  const texts = columns
    .filter(({ kind }) => /name|street|city/.test(kind))
    .flatMap((column) => raw(cluster, column.index));
  const emails = people.map(({ email }) => email).filter((email) => email !== "");
  const kinds = [
    unevenBlanks(cluster) ? "blanks here and there" : "",
    shareOf(texts, (text) => text !== text.trim() || /\s{2}/.test(text)) > 0.005 ? "stray spaces" : "",
    mixedCase(texts) ? "capitals used differently" : "",
    phones.length > LEAST_ROWS &&
    countsOf(phones.map((phone) => phone.replace(/\d/g, "9"))).size > phones.length / 8 + 3
      ? "numbers written in many ways"
      : "",
    emails.length > 0 && new Set(emails).size < emails.length * 0.995 && new Set(emails).size > emails.length * 0.5
      ? "people twice"
      : "",
  ].filter((kind) => kind !== "");
  const says =
    kinds.length === 0
      ? "no untidiness at all: no blanks, no stray spaces, nobody twice"
      : `untidiness as collected data has it: ${kinds.join(", ")}`;
  return [
    {
      family: "dirt",
      value: kinds.length === 0 ? -1 : Math.max(0.2, between(kinds.length, 0, 3)),
      n: people.length,
      says,
    },
  ];
}

const raw = ({ table, people }: Cluster, index: number): readonly string[] =>
  people.map(({ row }) => table.rows[row]?.[index] ?? "");

function unevenBlanks(cluster: Cluster): boolean {
  const shares = cluster.columns.map((column) => shareOf(valuesOf(cluster, column), (value) => value === ""));
  const partly = shares.filter((share) => share > 0.01 && share < 0.95).map((share) => Math.round(share * 50));
  return new Set(partly).size >= 2;
}

/** Some all small, some all capital, most neither. */
function mixedCase(texts: readonly string[]): boolean {
  const words = texts.filter((text) => /[a-z]{3}/i.test(text) || /\p{L}{3}/u.test(text));
  const odd = shareOf(words, (text) => text === text.toLowerCase() || text === text.toUpperCase());
  return words.length > 0 && odd > 0.01 && odd < 0.6;
}
