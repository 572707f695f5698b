// The same people in many layouts: each takes rows of { name, email, time } and gives the bytes of a file.
import { zipSync } from "fflate";
import initSqlJs from "sql.js";

const text = (content) => Buffer.from(content, "utf8");
const quoted = (value) => (/[",;\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const sqlText = (value) => `'${value.replaceAll("'", "''")}'`;
const xml = (value) => value.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`).replace(/[\u0000-\u001f]/g, " ");
const parts = (name) => {
  const words = name.split(/\s+/);
  return [words[0] ?? "", words.slice(1).join(" ")];
};
const records = (rows) => rows.map(({ name, email, time }, i) => ({ id: i + 1, name, email, created_at: time }));
const lines = (rows, delimiter) =>
  [
    "id,name,email,created_at".replaceAll(",", delimiter),
    ...rows.map(({ name, email, time }, i) => [i + 1, name, email, time].map(String).map(quoted).join(delimiter)),
  ].join("\n");

export const LAYOUTS = {
  csv: { path: "people.csv", make: (rows) => text(lines(rows, ",")) },
  "csv, semicolons, UTF-16": {
    path: "people.csv",
    make: (rows) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines(rows, ";"), "utf16le")]),
  },
  "csv, Shopify header": {
    path: "customers_export.csv",
    make: (rows) =>
      text(
        [
          "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders",
          ...rows.map(({ name, email }, i) =>
            [7000 + i * 13, ...parts(name), email, i % 3 ? "yes" : "no", ((i * 37) % 900) / 10, i % 7]
              .map(String)
              .map(quoted)
              .join(","),
          ),
        ].join("\n"),
      ),
  },
  json: { path: "people.json", make: (rows) => text(JSON.stringify(records(rows), null, 2)) },
  "json, an API's page": {
    path: "page.json",
    make: (rows) =>
      text(
        JSON.stringify({
          data: {
            users: rows.map(({ name, email, time }, i) => ({
              id: i,
              profile: { real_name: name, email },
              created_at: time,
            })),
          },
          next: null,
        }),
      ),
  },
  "json lines": {
    path: "people.jsonl",
    make: (rows) =>
      text(
        records(rows)
          .map((row) => JSON.stringify(row))
          .join("\n"),
      ),
  },
  "sql, INSERT": {
    path: "dump.sql",
    make: (rows) =>
      text(
        `INSERT INTO users (id, name, email, created_at) VALUES\n${rows.map(({ name, email, time }, i) => `(${i + 1}, ${sqlText(name)}, ${sqlText(email)}, '${time}')`).join(",\n")};\n`,
      ),
  },
  "sql, COPY": {
    path: "dump.sql",
    make: (rows) =>
      text(
        `COPY public.users (id, name, email, created_at) FROM stdin;\n${rows.map(({ name, email, time }, i) => [i + 1, name, email, time].join("\t")).join("\n")}\n\\.\n`,
      ),
  },
  xlsx: {
    path: "people.xlsx",
    make: (rows) => {
      const cell = (column, row, value) =>
        `<c r="${column}${row}" t="inlineStr"><is><t>${xml(String(value))}</t></is></c>`;
      const line = (values, row) =>
        `<row r="${row}">${values.map((value, i) => cell("ABCD"[i], row, value)).join("")}</row>`;
      const body = [
        ["id", "name", "email", "created_at"],
        ...rows.map(({ name, email, time }, i) => [i + 1, name, email, time]),
      ];
      return Buffer.from(
        zipSync({
          "xl/worksheets/sheet1.xml": text(
            `<worksheet><sheetData>${body.map((values, i) => line(values, i + 1)).join("")}</sheetData></worksheet>`,
          ),
        }),
      );
    },
  },
  sqlite: {
    path: "people.sqlite",
    make: async (rows) => {
      const { Database } = await initSqlJs();
      const database = new Database();
      database.run("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT, created_at TEXT)");
      for (const [i, { name, email, time }] of rows.entries())
        database.run("INSERT INTO users VALUES (?, ?, ?, ?)", [i + 1, name, email, time]);
      return Buffer.from(database.export());
    },
  },
  yaml: {
    path: "fixtures.yml",
    make: (rows) =>
      text(
        rows
          .map(
            ({ name, email, time }, i) =>
              `person_${i}:\n  name: ${JSON.stringify(name)}\n  email: ${email}\n  created_at: ${time}\n`,
          )
          .join(""),
      ),
  },
  vcard: {
    path: "contacts.vcf",
    make: (rows) =>
      text(
        rows
          .map(({ name, email }) => `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEMAIL;TYPE=INTERNET:${email}\nEND:VCARD\n`)
          .join(""),
      ),
  },
  mailbox: {
    path: "inbox.mbox",
    make: (rows) =>
      text(
        rows
          .map(
            ({ name, email }) =>
              `From ${email} Mon Jan  1 00:00:00 2024\nFrom: "${name.replaceAll('"', "")}" <${email}>\nTo: team@acme.example\nSubject: Hello\n\nWords.\n\n`,
          )
          .join(""),
      ),
  },
  "notebook output": {
    path: "look.ipynb",
    make: (rows) => {
      const html = `<table><tr><th></th><th>name</th><th>email</th></tr>${rows.map(({ name, email }, i) => `<tr><th>${i}</th><td>${xml(name)}</td><td>${email}</td></tr>`).join("")}</table>`;
      return text(
        JSON.stringify({
          cells: [
            {
              cell_type: "code",
              source: [],
              outputs: [{ output_type: "execute_result", data: { "text/html": [html] } }],
            },
          ],
        }),
      );
    },
  },
  har: {
    path: "session.har",
    make: (rows) => {
      const body = Buffer.from(JSON.stringify({ users: records(rows) })).toString("base64");
      return text(
        JSON.stringify({
          log: {
            entries: [
              {
                request: { url: "https://api.acme.example/users" },
                response: { content: { encoding: "base64", text: body } },
              },
            ],
          },
        }),
      );
    },
  },
  "python module": {
    path: "people.py",
    make: (rows) =>
      text(
        `PEOPLE = [\n${rows.map(({ name, email, time }) => `    {"name": ${JSON.stringify(name)}, "email": ${JSON.stringify(email)}, "joined": "${time}"},\n`).join("")}]\n`,
      ),
  },
  "typescript module": {
    path: "people.ts",
    make: (rows) =>
      text(
        `export const people = [\n${rows.map(({ name, email }, i) => `  { id: ${i}, name: ${JSON.stringify(name)}, email: ${JSON.stringify(email)} },\n`).join("")}];\n`,
      ),
  },
};
