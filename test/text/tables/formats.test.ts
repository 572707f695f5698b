import { describe, expect, test } from "@jest/globals";
import { gzipSync, strToU8, zipSync } from "fflate";
import initSqlJs from "sql.js";
import { extractTables, part } from "../../../src/text/tables/extract.js";

const read = (path: string, content: string | Uint8Array) =>
  extractTables(part(path, typeof content === "string" ? Buffer.from(content) : content));

/** Every value that was read, from any table. */
async function valuesIn(path: string, content: string | Uint8Array): Promise<readonly string[]> {
  return (await read(path, content)).tables.flatMap(({ rows }) => rows.flat());
}

const PARQUET =
  "UEFSMRUEFSAVJEwVBBUAEgAAEDwBAAAAAAAAAAIAAAAAAAAAFQAVEhUWLBUEFRAVBhUGHBgIAgAAAAAAAAAYCAEAAAAAAAAAFgAoCAIAAAAAAAAAGAgBAAAAAAAAABERAAAACSACAAAABAEBAwIVBBUwFTRMFQQVABIAABhcCQAAAEFkYSBCYWtlcgcAAABCbywgSnIuFQAVEhUWLBUEFRAVBhUGHDYAKAdCbywgSnIuGAlBZGEgQmFrZXIREQAAAAkgAgAAAAQBAQMCFQQVQhVGTBUEFQASAAAhgA0AAABhZGFAYS5leGFtcGxlDAAAAGJvQGIuZXhhbXBsZRUAFRIVFiwVBBUQFQYVBhw2ACgMYm9AYi5leGFtcGxlGA1hZGFAYS5leGFtcGxlEREAAAAJIAIAAAAEAQEDAhUEGUw1ABgGc2NoZW1hFQYAFQQlAhgCaWQAFQwlAhgEbmFtZSUATBwAAAAVDCUCGAVlbWFpbCUATBwAAAAWBBkcGTwmABwVBBk1AAYQGRgCaWQVAhYEFswBFtQBJkgmCBwYCAIAAAAAAAAAGAgBAAAAAAAAABYAKAgCAAAAAAAAABgIAQAAAAAAAAAREQAZLBUEFQAVAgAVABUQFQIAPCkGGSYABAAAACYAHBUMGTUABhAZGARuYW1lFQIWBBa0ARa8ASasAibcARw2ACgHQm8sIEpyLhgJQWRhIEJha2VyEREAGSwVBBUAFQIAFQAVEBUCADwWIBkGGSYABAAAACYAHBUMGTUABhAZGAVlbWFpbBUCFgQW2AEW4AEm+gMmmAMcNgAoDGJvQGIuZXhhbXBsZRgNYWRhQGEuZXhhbXBsZRERABksFQQVABUCABUAFRAVAgA8FjIZBhkmAAQAAAAW2AQWBCYIFvAEACggcGFycXVldC1jcHAtYXJyb3cgdmVyc2lvbiAyNi4wLjEZPBwAABwAABwAAACZAQAAUEFSMQ==";

const people = {
  columns: ["id", "name", "email"],
  rows: [
    ["1", "Ada Baker", "ada@a.example"],
    ["2", "Bo, Jr.", "bo@b.example"],
  ],
};

const workbook = (sheet: string, strings = "") =>
  zipSync({
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    ...(strings === "" ? {} : { "xl/sharedStrings.xml": strToU8(`<sst>${strings}</sst>`) }),
  });

describe("packed tables", () => {
  test("Parquet", async () => {
    const { tables } = await read("p.parquet", Buffer.from(PARQUET, "base64"));
    expect(tables.map(({ columns, rows }) => ({ columns, rows }))).toEqual([people]);
  });

  test("a workbook with shared and inline texts, numbers and left-out cells", async () => {
    const bytes = workbook(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>' +
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>Ada &amp; Baker</t></is></c><c r="C2" t="s"><v>3</v></c></row>' +
        '<row r="3"><c r="A3"/><c r="C3" t="s"><v>4</v></c></row>',
      '<si><t>id</t></si><si><r><t>na</t></r><r><t>me</t></r></si><si><t>email</t></si><si><t>ada@a.example</t></si><si><t xml:space="preserve">bo@b.example</t></si>',
    );
    const { tables } = await read("p.xlsx", bytes);
    expect(tables[0]?.columns).toEqual(["id", "name", "email"]);
    expect(tables[0]?.rows).toEqual([
      ["1", "Ada & Baker", "ada@a.example"],
      ["", "", "bo@b.example"],
    ]);
  });

  test("a locked workbook is a gap with its reason", async () => {
    const { tables, gaps } = await read("p.xlsx", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]));
    expect(tables).toEqual([]);
    expect(gaps).toEqual(["This workbook is locked with a password or in an older format that isn't read."]);
  });

  test("SQLite, with inner pages and rows that go on in other pages", async () => {
    const { Database } = await initSqlJs();
    const database = new Database();
    database.run("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, email TEXT, score REAL, note TEXT)");
    for (let i = 1; i <= 500; i++) {
      database.run("INSERT INTO people VALUES (?, ?, ?, ?, ?)", [
        i,
        `Zoë ${i}`,
        `p${i}@a.example`,
        i / 4,
        "x".repeat(i === 7 ? 9000 : 40),
      ]);
    }
    const bytes = database.export();
    const table = (await read("p.db", bytes)).tables[0];
    expect(table?.columns).toEqual(["id", "name", "email", "score", "note"]);
    expect(table?.total).toBe(500);
    expect(table?.rows.slice(0, 2).map((row) => row.slice(0, 4))).toEqual([
      ["1", "Zoë 1", "p1@a.example", "0.25"],
      ["2", "Zoë 2", "p2@a.example", "0.5"],
    ]);
    expect(new Set(table?.rows.map(([, , email]) => email)).size).toBe(500);
  });

  test("gzip and zip, up to twice", async () => {
    const csv = strToU8("id,name,email\n1,Ada Baker,ada@a.example\n2,Bo,bo@b.example\n");
    expect(await valuesIn("p.csv.gz", gzipSync(csv))).toContain("bo@b.example");
    expect(await valuesIn("p.zip", zipSync({ "in/p.csv": csv, "in/p.png": csv }))).toContain("bo@b.example");
    const deep = zipSync({ "a.zip": zipSync({ "b.zip": zipSync({ "c.zip": zipSync({ "p.csv": csv }) }) }) });
    expect(await read("deep.zip", deep)).toEqual({
      tables: [],
      gaps: ["A file that is packed more than twice isn't looked into."],
    });
  });

  test.each([
    ["p.xls", "Older Excel files aren't looked into."],
    ["p.avro", "Avro files aren't looked into."],
  ])("%s is a gap", async (path, gap) => {
    expect((await read(path, "x")).gaps).toEqual([gap]);
  });
});

describe("text that isn't a table yet", () => {
  test.each([
    [
      "a notebook's HTML output",
      "n.ipynb",
      JSON.stringify({
        cells: [
          {
            outputs: [
              {
                data: {
                  "text/html": [
                    "<table><thead><tr><th></th><th>name</th><th>email</th></tr></thead>",
                    "<tr><th>0</th><td>Bo</td><td>bo@b.example</td></tr></table>",
                  ],
                },
              },
            ],
          },
        ],
      }),
    ],
    [
      "a notebook's printed output",
      "n.ipynb",
      JSON.stringify({ cells: [{ outputs: [{ text: ["Bo <bo@b.example>\n"] }] }] }),
    ],
    [
      "a HAR with a base64 body",
      "t.har",
      JSON.stringify({
        log: {
          entries: [
            {
              response: {
                content: { encoding: "base64", text: Buffer.from('[{"email":"bo@b.example"}]').toString("base64") },
              },
            },
          ],
        },
      }),
    ],
    [
      "a YAML cassette",
      "c.yml",
      'http_interactions:\n- response:\n    body:\n      string: \'[{"email":"bo@b.example","id":1}]\'\n',
    ],
    ["a YAML fixture", "f.yml", "bo:\n  name: Bo\n  email: bo@b.example\nada:\n  name: Ada\n  email: ada@a.example\n"],
    [
      "a long YAML list",
      "f.yml",
      `# ${"x".repeat(300_000)}\n- name: Bo\n  email: bo@b.example\n- name: Ada\n  email: ada@a.example\n`,
    ],
    ["address cards", "c.vcf", "BEGIN:VCARD\nFN:Bo\nitem1.EMAIL;type=INTERNET:bo@b.exam\n ple\nEND:VCARD\n"],
    ["a mail", "m.eml", "From: Bo <bo@b.example>\nTo: ada@a.example\nSubject: Hi\n\nWords\n"],
    [
      "a mail's attachment",
      "m.eml",
      `From: a@a.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/csv; name=p.csv\nContent-Disposition: attachment; filename=p.csv\nContent-Transfer-Encoding: base64\n\n${Buffer.from("id,email\n1,bo@b.example\n2,c@c.example\n").toString("base64")}\n--x--\n`,
    ],
    [
      "a mailbox",
      "m.mbox",
      "From x Mon\nFrom: Ada <ada@a.example>\n\nOne\n\nFrom y Tue\nFrom: Bo <bo@b.example>\n\nTwo\n",
    ],
    ["a log", "a.log", "10:00 login user=bo@b.example ip=192.0.2.1\n"],
    ["a log with percent encoding", "a.log", "GET /login?user=bo%40b.example HTTP/1.1\n"],
    [
      "a fine-tuning set",
      "t.jsonl",
      JSON.stringify({ messages: [{ role: "user", content: "Write to Bo at bo@b.example, please" }] }),
    ],
    ["a JavaScript module", "s.js", "export const users = [{ id: 1, name: 'Bo', email: \"bo@b.example\" }];"],
    [
      "a Python module",
      "s.py",
      'USERS = [User(name="Bo", email="bo@b.example"), {"name": "Ada", "email": "ada@a.example"}]',
    ],
    ["a Ruby module", "s.rb", "User.create!(name: 'Bo', :email => 'bo@b.example')"],
    [
      "a sheet that was read over its API",
      "v.json",
      JSON.stringify({
        values: [
          ["name", "email"],
          ["Bo", "bo@b.example"],
          ["Ada", "ada@a.example"],
        ],
      }),
    ],
  ])("%s", async (_, path, text) => {
    expect(await valuesIn(path, text)).toContain("bo@b.example");
  });

  test("a chat says who wrote what and when", async () => {
    const { tables } = await read(
      "chat.txt",
      "[24/11/26, 17:03:12] Bo: Hello\n24.11.26, 17:04 - Ada: Hi there\nand on\n",
    );
    expect(tables[0]?.rows).toEqual([
      ["Bo", "24/11/26, 17:03:12", "Hello"],
      ["Ada", "24.11.26, 17:04", "Hi there"],
    ]);
  });
});
