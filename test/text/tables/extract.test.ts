import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { extractTables, part } from "../../../src/text/tables/extract.js";
import type { Table } from "../../../src/text/tables/table.js";
import { anyText } from "../../support/texts.js";

async function tablesOf(path: string, content: string | Uint8Array): Promise<readonly Table[]> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return (await extractTables(part(path, bytes))).tables;
}

const people = {
  columns: ["id", "name", "email"],
  rows: [
    ["1", "Ada Baker", "ada@a.example"],
    ["2", "Bo, Jr.", "bo@b.example"],
  ],
};
const shape = (tables: readonly Table[]) => tables.map(({ columns, rows }) => ({ columns, rows }));

describe("one table in many layouts", () => {
  test.each([
    ["comma", "p.csv", 'id,name,email\n1,Ada Baker,ada@a.example\n2,"Bo, Jr.",bo@b.example\n'],
    ["semicolon and CRLF", "p.csv", "id;name;email\r\n1;Ada Baker;ada@a.example\r\n2;Bo, Jr.;bo@b.example\r\n"],
    ["tab", "p.tsv", "id\tname\temail\n1\tAda Baker\tada@a.example\n2\tBo, Jr.\tbo@b.example"],
    [
      "notes above the header",
      "p.csv",
      'Notes:\n"Some words, as an export has them"\n\nid,name,email\n1,Ada Baker,ada@a.example\n2,"Bo, Jr.",bo@b.example\n',
    ],
    [
      "JSON",
      "p.json",
      JSON.stringify([
        { id: 1, name: "Ada Baker", email: "ada@a.example" },
        { id: 2, name: "Bo, Jr.", email: "bo@b.example" },
      ]),
    ],
    [
      "JSON lines",
      "p.jsonl",
      '{"id":1,"name":"Ada Baker","email":"ada@a.example"}\n{"id":2,"name":"Bo, Jr.","email":"bo@b.example"}\n',
    ],
    [
      "INSERT",
      "p.sql",
      "INSERT INTO `people` (`id`, `name`, `email`) VALUES\n(1,'Ada Baker','ada@a.example'),\n(2,'Bo, Jr.','bo@b.example');",
    ],
    [
      "INSERT without columns",
      "p.sql",
      "CREATE TABLE p (id INT PRIMARY KEY, name VARCHAR(20) DEFAULT 'a,b', email TEXT, UNIQUE (email));\nINSERT INTO p VALUES (1,N'Ada Baker','ada@a.example');INSERT INTO p VALUES (2,'Bo, Jr.','bo@b.example');",
    ],
    [
      "COPY",
      "p.sql",
      "COPY public.p (id, name, email) FROM stdin;\n1\tAda Baker\tada@a.example\n2\tBo, Jr.\tbo@b.example\n\\.\n",
    ],
  ])("%s", async (_, path, text) => {
    expect(shape(await tablesOf(path, text))).toEqual([people]);
  });
});

test("a page of an API becomes a table with the way to each value", async () => {
  const text = JSON.stringify({
    data: {
      users: [
        { id: 1, profile: { email: "a@b.example" } },
        { id: 2, profile: { email: "c@d.example" } },
      ],
    },
    next: null,
  });
  expect(shape(await tablesOf("page.json", text))).toContainEqual({
    columns: ["id", "profile.email"],
    rows: [
      ["1", "a@b.example"],
      ["2", "c@d.example"],
    ],
  });
});

test("a map of records is a table whose keys are ids", async () => {
  const text = JSON.stringify({
    users: Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`u${i}`, { email: `p${i}@a.example` }])),
  });
  const tables = await tablesOf("map.json", text);
  expect(tables.some(({ rows, columns }) => rows.length === 6 && columns.includes("email"))).toBe(true);
});

test("JSON that was cut off is read up to the cut", async () => {
  const text = JSON.stringify(Array.from({ length: 20 }, (_, i) => ({ email: `p${i}@a.example`, tags: ["x"] }))).slice(
    0,
    -45,
  );
  const [table] = await tablesOf("cut.json", text);
  expect(table?.rows.length).toBeGreaterThan(15);
});

test("percent and base64 encoding are looked through, twice", async () => {
  const inner = JSON.stringify({ users: [{ email: "ada@a.example" }, { email: "bo@b.example" }] });
  const twice = encodeURIComponent(Buffer.from(inner).toString("base64"));
  for (const body of [
    inner,
    Buffer.from(inner).toString("base64"),
    encodeURIComponent(inner),
    encodeURIComponent(encodeURIComponent(inner)),
    twice.replaceAll("%3D", "="),
  ]) {
    const tables = await tablesOf("x.json", JSON.stringify({ response: { body } }));
    expect(tables.flatMap(({ rows }) => rows.flat())).toContain("bo@b.example");
  }
});

test("UTF-16 and Windows-1252 are read", async () => {
  const text = "id,name,email\n1,Zoë,zoe@a.example\n2,Bo,bo@b.example\n";
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  expect((await tablesOf("p.csv", utf16))[0]?.rows[0]?.[1]).toBe("Zoë");
  expect((await tablesOf("p.csv", Buffer.from(text, "latin1")))[0]?.rows[0]?.[1]).toBe("Zoë");
});

test("a table that goes on behind the head is sampled, and its rows are estimated", async () => {
  const line = (i: number) => `${i},name ${i},p${i}@a.example,${"x".repeat(60)}\n`;
  const text = `id,name,email,text\n${Array.from({ length: 80_000 }, (_, i) => line(i)).join("")}`;
  const [table] = await tablesOf("big.csv", text);
  expect(table?.rows.length).toBeLessThanOrEqual(3000);
  expect(Math.abs((table?.total ?? 0) - 80_000)).toBeLessThan(8000);
  expect(table?.rows.some(([id]) => Number(id) > 70_000)).toBe(true);
});

describe("what lies behind the head", () => {
  const people = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ email: `p${i}@a.example`, text: "x".repeat(900) }));
  const [long, short] = [people(5000), people(20)];
  const gaps = async (path: string, text: string) => (await extractTables(part(path, Buffer.from(text)))).gaps;

  test.each([
    ["a.json", (rows: unknown) => JSON.stringify(rows)],
    ["a.py", (rows: unknown) => `ROWS = ${JSON.stringify(rows)}`],
  ])("of %s is a gap with its reason", async (path, write) => {
    expect(await gaps(path, write(long))).toEqual(["Only the first 4 MB of this file were read."]);
    expect(await gaps(path, write(short))).toEqual([]);
  });

  test("a line of JSON that is too long is a gap", async () => {
    expect(await gaps("a.jsonl", `{"a":1}\n{"b":"${"x".repeat(1024 * 1024)}"}\n`)).toEqual([
      "A line of this file is too long to read.",
    ]);
  });

  test("YAML is sampled, and its records are estimated", async () => {
    const text = long
      .map(({ email, text }, i) => `p${i}:\n  email: ${email}\n  text: ${text.slice(0, 400)}\n`)
      .join("");
    const [table] = await tablesOf("a.yml", text.repeat(3));
    expect(Math.abs((table?.total ?? 0) - 15_000)).toBeLessThan(1500);
  });
});

test("nothing throws and nothing hangs, whatever the bytes", async () => {
  const paths = [
    "a.csv",
    "a.json",
    "a.jsonl",
    "a.sql",
    "a.yml",
    "a.ipynb",
    "a.xlsx",
    "a.parquet",
    "a.sqlite",
    "a.eml",
    "a.mbox",
    "a.vcf",
    "a.log",
    "a.py",
    "a.zip",
    "a.gz",
    "a.har",
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        anyText({ maxLength: 300 }).map((s) => Buffer.from(s)),
      ),
      async (path, bytes) => {
        const { tables } = await extractTables(part(path, bytes));
        expect(tables.every(({ columns, rows }) => rows.every((row) => row.length === columns.length))).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
