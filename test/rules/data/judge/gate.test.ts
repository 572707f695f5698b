import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { mayHoldPeople } from "../../../../src/rules/data/judge/gate.js";

const passes = (path: string, text: string) => mayHoldPeople({ path, bytes: Buffer.from(text) });
const addresses = (n: number) => Array.from({ length: n }, (_, i) => `person${i}@mail${i % 3}.example`);
const base64 = (text: string) => Buffer.from(text).toString("base64");
const patients = JSON.stringify(Array.from({ length: 6 }, (_, i) => ({ patient_name: `A B${i}`, ssn: "x" })));

describe("passes", () => {
  test.each([
    ["five addresses", "a.json", JSON.stringify(addresses(5))],
    ["addresses in addresses of the web", "a.yml", addresses(5).join("\n").replaceAll("@", "%40")],
    ["addresses in source text", "a.ts", addresses(5).join("\n")],
    ["a header of people, whatever the delimiter", "a.csv", "id;Phone 1 - Value;note\n1;2;3\n"],
    ["a header under some notes", "a.csv", "An export\n\nid,ssn\n1,2\n"],
    ["keys of people, row by row", "a.json", patients],
    ["the same in a string", "a.json", JSON.stringify({ body: patients })],
    ["lines of records", "a.jsonl", '{"date of birth":"x"}\n{"date of birth":"y"}\n'],
    ["a list of names over lists of values", "a.json", '[["name", "phone"], ["a", "1"]]'],
    ["keys in YAML", "a.yml", "- name: a\n  phone: 1\n- name: b\n  phone: 2\n"],
    ["the header of a notebook's table", "a.ipynb", '{"html": "<tr><th>id</th><th>salary</th></tr>"}'],
    ["columns of a database", "a.sql", "CREATE TABLE a (\n  id int,\n  passport varchar(20)\n);"],
    ["people in base64", "a.json", JSON.stringify({ encoding: "base64", body: base64(patients) })],
    ["people in base64 with line ends", "a.yml", `base64_string: "${base64(patients).replace(/.{60}/g, "$&\\n")}"`],
    [
      "people in base64 on lines of their own",
      "a.yml",
      `a: "base64"\nb: !binary |-\n${base64(patients).replace(/.{60}/g, "  $&\n")}\nc: "${"x".repeat(900)}"`,
    ],
    ["addresses in base64 in recorded traffic", "a.har", JSON.stringify([base64(addresses(12).join())])],
    ["a packed file", "a.xlsx", "x"],
    ["a database with a column of people", "a.db", `${"\0".repeat(59)}\u0001${"x".repeat(99_999)}, passport TEXT`],
    ["a database in two bytes a letter", "a.db", `${"\0".repeat(59)}\u0002`],
    ["text in two bytes a letter", "a.csv", Buffer.from("\ufeffa,b", "utf16le").toString("latin1")],
  ])("%s", (name, path, text) => {
    const bytes = name.startsWith("text in two") ? Buffer.from(text, "latin1") : Buffer.from(text);
    expect(mayHoldPeople({ path, bytes })).toBe(true);
  });
});

describe("is left alone", () => {
  test.each([
    ["four addresses", "a.json", JSON.stringify(addresses(4))],
    ["one address in a thousand places", "a.json", JSON.stringify(Array(1000).fill("a@b.example"))],
    ["versions", "a.yml", Array.from({ length: 9 }, (_, i) => `uses: acme/tool${i}@v${i}.2.0`).join("\n")],
    [
      "words in prose",
      "a.json",
      JSON.stringify({ text: "The patient called by phone, mobile, and gave her passport." }),
    ],
    ["one key of a form", "a.json", JSON.stringify({ phone: "Phone" })],
    ["things that are mobile", "a.yml", "mobile_first_layout: true\nheadphones: 1\nmobile_first_grid: true\n"],
    ["a word far below the header", "a.csv", `id,title\n${"1,lamp\n".repeat(20)}21,phone\n`],
    ["columns about people in source text", "a.ts", 'const a = { ssn: "", phone: "" };\nconst b = { ssn: "" };'],
    ["prose in base64", "a.json", JSON.stringify({ encoding: "base64", body: base64("Nobody is here. ".repeat(40)) })],
    ["a picture in base64", "a.json", JSON.stringify({ base64: Buffer.alloc(900, 0x9a).toString("base64") })],
    ["a database of things", "a.db", `${"\0".repeat(59)}\u0001 CREATE TABLE lamps (id INTEGER, title TEXT)`],
  ])("%s", (_, path, text) => {
    expect(passes(path, text)).toBe(false);
  });
});

test("it takes any bytes", () => {
  fc.assert(
    fc.property(fc.constantFrom("a.json", "a.csv", "a.yml", "a.har", "a.ts"), fc.uint8Array(), (path, bytes) => {
      expect(typeof mayHoldPeople({ path, bytes })).toBe("boolean");
    }),
  );
});
