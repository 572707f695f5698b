import { EXPORT_HEADERS } from "../../../catalogue/data/exports.js";
import { GENERATOR_MARKS, LIVE_PATHS, MADE_UP_PATHS, MOCKAROO_HEADER } from "../../../catalogue/data/generators.js";
import { PUBLIC_SETS } from "../../../catalogue/data/public-sets.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import { oncePer } from "../../../text/memo.js";
import type { Table } from "../../../text/tables/table.js";
import { wordsOf } from "../columns/header.js";
import { type Cluster, countsOf, type Evidence, shareOf, valuesOf } from "./evidence.js";

const foldedColumns = oncePer(
  (table: Table): ReadonlySet<string> =>
    new Set(table.columns.flatMap((column) => [wordsOf(column).join(" "), column.toLowerCase()])),
);

/** The product whose export has these columns, or nothing. */
export function exportOf(table: Table): string | null {
  const columns = foldedColumns(table);
  return EXPORT_HEADERS.find((header) => header.columns.every((column) => columns.has(column)))?.product ?? null;
}

/** The public data set that has these columns, or nothing. */
export function publicSetOf(table: Table): string | null {
  const columns = foldedColumns(table);
  return PUBLIC_SETS.find((set) => set.columns.every((column) => columns.has(column)))?.name ?? null;
}

/** Where the file seems to come from: its header, its path, and what a dump or a mail says of itself. */
export function provenance(cluster: Cluster, path: string, text: string): readonly Evidence[] {
  const n = 100;
  const product = exportOf(cluster.table);
  const head = text.slice(0, 3000);
  const isMockaroo = cluster.table.columns.map((column) => wordsOf(column).join(" ")).join(",") === MOCKAROO_HEADER;
  return [
    ...(product === null ? [] : [say(0.6, `the header is that of a ${product} export`)]),
    ...(isMockaroo ? [say(-1, "the header is that of Mockaroo's example")] : []),
    ...(/^-- (?:Host|Dumped from).{0,120}(?:amazonaws\.com|azure\.com|\.internal\b|Ubuntu|Debian|RDS)/im.test(head)
      ? [say(0.6, "the dump was written on a server")]
      : []),
    ...(/"livemode"\s*:\s*true/.test(head) ? [say(0.8, "records say they are from live mode")] : []),
    ...(/"livemode"\s*:\s*false/.test(head) ? [say(-0.8, "records say they are from test mode")] : []),
    ...passwords(cluster),
    ...(MADE_UP_PATHS.test(path) ? [say(-0.25, "the path speaks of made-up data")] : []),
    ...(LIVE_PATHS.test(path) ? [say(0.2, "the path speaks of an export")] : []),
  ];

  function say(value: number, says: string): Evidence {
    return { family: "provenance", value, n, says };
  }
}

/** A live system salts every password; a seed repeats one. */
function passwords(cluster: Cluster): readonly Evidence[] {
  const hashes = valuesOf(
    cluster,
    cluster.columns.find(({ kind }) => kind === "password"),
  ).filter((value) => value !== "");
  const salted = shareOf(hashes, (hash) => /^\$(?:2[aby]|argon2|scrypt|6)\$/.test(hash));
  if (hashes.length < 8) return [];
  const most = Math.max(...countsOf(hashes).values()) / hashes.length;
  if (most > 0.5) return [{ family: "provenance", value: -1, n: hashes.length, says: "most rows share one password" }];
  return salted > 0.9
    ? [{ family: "provenance", value: 0.6, n: hashes.length, says: "every row has a password hash with its own salt" }]
    : [];
}

/** A script in the repository that makes data up and names the file, or lies beside it. */
export function beside({ path }: SourceFile, { context }: Surroundings): readonly Evidence[] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const stem = name.slice(0, name.lastIndexOf(".") < 1 ? name.length : name.lastIndexOf("."));
  const scripts = context.filter(
    (file) => file.path !== path && file.bytes.length < 400_000 && GENERATOR_MARKS.test(file.text),
  );
  const writes = scripts.some(({ text }) => text.includes(name) || (stem.length > 4 && text.includes(stem)));
  return writes
    ? [{ family: "beside", value: -1, n: 100, says: "a script in the repository makes data up and names this file" }]
    : [];
}
