// Data files of many layouts, each of about as many bytes as are asked for. Tables take any kind of record.
import { zipSync } from "fflate";
import initSqlJs from "sql.js";
import { parquet } from "./parquet.mjs";
import { event, hex, measurement, sentences, talk, thing, words } from "./records.mjs";

const quoted = (value, delimiter) =>
  /["\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
const sqlText = (value) => (typeof value === "number" ? value : `'${String(value).replaceAll("'", "''")}'`);
const { Database } = await initSqlJs();

/** As many records as fill the bytes, going by how long the first ones are when they are written. */
function records({ draw, make, bytes }, write) {
  const some = Array.from({ length: 20 }, (_, i) => make(draw, i));
  const each = (write(some).length - write([]).length) / some.length;
  const count = Math.max(2, Math.round(bytes / each));
  return Array.from({ length: count }, (_, i) => some[i] ?? make(draw, i));
}
const written = (order, write) => write(records(order, write));

const delimited = (delimiter) => (order) =>
  written(order, (rows) =>
    rows.length === 0
      ? ""
      : `${[Object.keys(rows[0]), ...rows.map(Object.values)].map((row) => row.map((value) => quoted(String(value), delimiter)).join(delimiter)).join("\n")}\n`,
  );
const jsonList = (order) => {
  const blanks = order.draw(2) === 0 ? 2 : 0;
  return written(order, (rows) => JSON.stringify(rows, null, blanks));
};
const jsonPage = (order) =>
  written(order, (rows) =>
    JSON.stringify({
      data: rows.map(({ id, ...attributes }, i) => ({
        id: String(id ?? i),
        type: "entry",
        attributes,
        links: { self: `https://api.acme.example/v1/entries/${i}` },
        relationships: { parent: { data: null }, tags: { data: [{ type: "tag", id: String(i % 9) }] } },
      })),
      meta: { total: rows.length, page: 1 },
      links: { next: null },
    }),
  );
const jsonLines = (order) => written(order, (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
const chats = (order) => jsonLines({ ...order, make: talk });

/** Reference pages and schemas: names, texts and more of the same below them. */
function jsonTree({ draw, bytes }) {
  const node = (depth) => ({
    id: draw(100_000),
    kind: draw(2000),
    name: words(draw, 2).replaceAll(" ", "_"),
    flags: { isExported: true, isOptional: draw(2) === 0 },
    comment: { summary: [{ kind: "text", text: sentences(draw, 1 + draw(3)) }] },
    type: { type: "reference", target: draw(90_000), name: words(draw, 1), package: "@acme/types" },
    children: depth > 4 ? [] : Array.from({ length: draw(4) }, () => node(depth + 1)),
  });
  const children = [];
  for (let size = 0; size < bytes; size += JSON.stringify(children.at(-1), null, 2).length * 1.3)
    children.push(node(0));
  return JSON.stringify({ name: "reference", children }, null, 2);
}

/** What a registry says of a package: many versions, few maintainers. */
const registry = (order) =>
  written({ ...order, make: (draw, i) => [`${i >> 6}.${(i >> 3) & 7}.${i & 7}`, draw] }, (rows) =>
    JSON.stringify({
      name: "acme-tool",
      versions: Object.fromEntries(
        rows.map(([version, draw]) => [
          version,
          {
            name: "acme-tool",
            version,
            description: words(draw, 8),
            dependencies: Object.fromEntries(
              Array.from({ length: 8 }, () => [words(draw, 2).replace(" ", "-"), `^${draw(9)}.${draw(20)}.0`]),
            ),
            maintainers: [1, 2].map((n) => ({ name: `maintainer${n}`, email: `maintainer${n}@acme.example` })),
            dist: { shasum: hex(draw, 40), tarball: `https://registry.acme.example/acme-tool-${version}.tgz` },
          },
        ]),
      ),
    }),
  );

const insert = (order) =>
  written(order, (rows) =>
    rows.length === 0
      ? ""
      : `CREATE TABLE entries (\n${Object.keys(rows[0])
          .map((column) => `  ${column} TEXT`)
          .join(
            ",\n",
          )}\n);\n${rows.map((row) => `INSERT INTO entries (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).map(sqlText).join(", ")});\n`).join("")}`,
  );
const copy = (order) =>
  written(order, (rows) =>
    rows.length === 0
      ? ""
      : `COPY public.entries (${Object.keys(rows[0]).join(", ")}) FROM stdin;\n${rows.map((row) => `${Object.values(row).join("\t")}\n`).join("")}\\.\n`,
  );
const yamlFixture = (order) =>
  written(order, (rows) =>
    rows
      .map(
        (row, i) =>
          `entry_${i}:\n${Object.entries(row)
            .map(([key, value]) => `  ${key}: ${typeof value === "string" ? JSON.stringify(value) : value}\n`)
            .join("")}`,
      )
      .join(""),
  );

/** Resources of a cluster and the schemas of their kinds. */
function yamlManifest({ draw, bytes }) {
  const property = (depth) =>
    `${" ".repeat(8 + depth * 4)}${words(draw, 1)}${draw(900)}:\n${" ".repeat(10 + depth * 4)}description: ${words(draw, 10)}\n${" ".repeat(10 + depth * 4)}type: ${depth < 3 ? "object" : "string"}\n`;
  let text = "";
  while (text.length < bytes) {
    text += `---\napiVersion: acme.example/v1\nkind: ${words(draw, 1)}\nmetadata:\n  name: ${words(draw, 2).replace(" ", "-")}\nspec:\n  schema:\n    properties:\n`;
    for (let i = 0; i < 40 && text.length < bytes; i++) text += property(i % 4);
  }
  return text;
}

/** By size: images, tables of numbers, printed text and source, as in notebooks of public repositories. */
function notebook({ draw, make, bytes }) {
  const cells = [];
  for (let size = 0; size < bytes; ) {
    const rows = Array.from({ length: 5 + draw(20) }, (_, i) => make(draw, i));
    const html = `<table border="1" class="dataframe"><thead><tr>${Object.keys(rows[0])
      .map((key) => `<th>${key}</th>`)
      .join("")}</tr></thead><tbody>${rows
      .map(
        (row) =>
          `<tr>${Object.values(row)
            .map((value) => `<td>${value}</td>`)
            .join("")}</tr>`,
      )
      .join("\n")}</tbody></table>`;
    const picture = Buffer.from(`${hex(draw, Math.min(40_000, bytes / 3) & ~1)}`, "hex").toString("base64");
    const output = pickOne(draw, [
      { output_type: "display_data", data: { "image/png": picture, "text/plain": ["<Figure size 640x480>"] } },
      { output_type: "execute_result", data: { "text/html": html.split(/(?<=\n)/), "text/plain": ["table"] } },
      { output_type: "stream", name: "stdout", text: sentences(draw, 12).split(/(?<=\. )/) },
    ]);
    const cell = {
      cell_type: "code",
      metadata: {},
      source: [`frame = load("${words(draw, 1)}.csv")\n`, "frame.head()\n"],
      outputs: [output],
    };
    cells.push(cell);
    size += JSON.stringify(cell).length;
  }
  return JSON.stringify(
    { cells, metadata: { kernelspec: { name: "python3" } }, nbformat: 4, nbformat_minor: 5 },
    null,
    1,
  );
}
const pickOne = (draw, list) => list[draw(list.length)];

const log = (order) =>
  written({ ...order, make: event }, (rows) =>
    rows
      .map(
        ({ ts, path, status, duration_ms, message }, i) =>
          `10.0.${i % 200}.${i % 250} - - [${ts}] "GET ${path} HTTP/1.1" ${status} ${duration_ms} "${message}"\n`,
      )
      .join(""),
  );
const prose = ({ draw, bytes }) => {
  let text = "";
  while (text.length < bytes) text += `${sentences(draw, 4)}\n\n`;
  return text;
};
const mailbox = (order) =>
  written(order, (rows) =>
    rows
      .map(
        ({ first_name: first = "Build", last_name: last = "Notes", email = "builds@acme.example" }, i) =>
          `From ${email} Mon Jan  1 00:00:00 2024\nFrom: "${first} ${last}" <${email}>\nTo: team@acme.example\nSubject: Note ${i}\n\n${sentences(order.draw, 8)}\n\n`,
      )
      .join(""),
  );
const traffic = (order) =>
  written(order, (rows) =>
    JSON.stringify({
      log: {
        version: "1.2",
        entries: Array.from({ length: Math.ceil(rows.length / 20) }, (_, i) => ({
          startedDateTime: "2025-03-01T10:00:00.000Z",
          request: { method: "GET", url: `https://api.acme.example/entries?page=${i}`, headers: [], cookies: [] },
          response: {
            status: 200,
            content: { mimeType: "application/json", text: JSON.stringify(rows.slice(i * 20, i * 20 + 20)) },
          },
        })),
      },
    }),
  );
const pythonModule = (order) =>
  written(
    order,
    (rows) =>
      `ENTRIES = [\n${rows
        .map(
          (row) =>
            `    {${Object.entries(row)
              .map(([key, value]) => `"${key}": ${typeof value === "boolean" ? "True" : JSON.stringify(value)}`)
              .join(", ")}},\n`,
        )
        .join("")}]\n`,
  );
const scriptModule = (order) =>
  written(
    order,
    (rows) =>
      `export const entries = [\n${rows
        .map(
          (row) =>
            `  { ${Object.entries(row)
              .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
              .join(", ")} },\n`,
        )
        .join("")}];\n`,
  );

const cells = (rows) => [Object.keys(rows[0]), ...rows.map((row) => Object.values(row).map(String))];
/** A packed file holds about as much as a text of three times its size. */
const tableOf = (order, times) => records({ ...order, bytes: order.bytes * times }, (rows) => JSON.stringify(rows));
const column = (i) => String.fromCharCode(65 + i);
const escaped = (value) => value.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const workbook = (order) => {
  const row = (values, i) =>
    `<row r="${i + 1}">${values.map((value, n) => `<c r="${column(n)}${i + 1}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`).join("")}</row>`;
  const sheet = `<worksheet><sheetData>${cells(tableOf(order, 4)).map(row).join("")}</sheetData></worksheet>`;
  return zipSync({ "xl/worksheets/sheet1.xml": Buffer.from(sheet) });
};
const parquetFile = (order) => {
  const [columns, ...rows] = cells(tableOf(order, 1.6));
  return parquet(columns, rows);
};
const database = (order) => {
  const [columns, ...rows] = cells(tableOf(order, 1.6));
  const made = new Database();
  made.run(`CREATE TABLE entries (${columns.map((name) => `${name} TEXT`).join(", ")})`);
  made.run("BEGIN");
  const statement = made.prepare(`INSERT INTO entries VALUES (${columns.map(() => "?").join(", ")})`);
  for (const row of rows) statement.run(row);
  made.run("COMMIT");
  return made.export();
};

/** Layouts with their share of all bytes, and what is in them where it isn't people. */
export const FILES = [
  { layout: "JSON, lists", ending: "json", share: 12, kinds: [thing, measurement, event], write: jsonList },
  { layout: "JSON, pages of an API", ending: "json", share: 10, kinds: [thing, event], write: jsonPage },
  { layout: "JSON, trees", ending: "json", share: 8, write: jsonTree },
  { layout: "JSON, packages", ending: "json", share: 4, write: registry },
  { layout: "notebooks", ending: "ipynb", share: 18, kinds: [measurement, thing], write: notebook },
  { layout: "YAML, manifests", ending: "yaml", share: 10, write: yamlManifest },
  { layout: "YAML, fixtures", ending: "yml", share: 4, kinds: [thing], write: yamlFixture },
  { layout: "CSV", ending: "csv", share: 9, kinds: [thing, measurement, event], write: delimited(",") },
  { layout: "TSV", ending: "tsv", share: 3, kinds: [measurement, thing], write: delimited("\t") },
  { layout: "JSON lines, records", ending: "jsonl", share: 3, kinds: [event, thing], write: jsonLines },
  { layout: "JSON lines, chats", ending: "jsonl", share: 4, write: chats },
  { layout: "SQL, INSERT", ending: "sql", share: 4, kinds: [thing, event], write: insert },
  { layout: "SQL, COPY", ending: "sql", share: 2, kinds: [measurement, event], write: copy },
  { layout: "modules, Python", ending: "py", share: 1.5, kinds: [thing], write: pythonModule },
  { layout: "modules, TypeScript", ending: "ts", share: 1.5, kinds: [thing], write: scriptModule },
  { layout: "SQLite", ending: "sqlite", share: 2, kinds: [thing, event], write: database },
  { layout: "logs", ending: "log", share: 1.5, write: log },
  { layout: "plain text", ending: "txt", share: 0.5, write: prose },
  { layout: "HAR", ending: "har", share: 0.5, kinds: [thing], write: traffic },
  { layout: "mailboxes", ending: "mbox", share: 0.5, kinds: [thing], write: mailbox },
  { layout: "workbooks", ending: "xlsx", share: 0.5, kinds: [thing, measurement], write: workbook },
  { layout: "Parquet", ending: "parquet", share: 0.5, kinds: [measurement, event], write: parquetFile },
];
