import { describe, expect, test } from "@jest/globals";
import { exampleTable } from "../../../src/rules/data/explain/examples.js";
import peopleTable from "../../../src/rules/data/people-table.js";
import { twinOf } from "../../../src/rules/data/twin/twin.js";
import { runRule } from "../../support/run-rule.js";

const rowsOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));

describe("the twin of a table that looks real", () => {
  const original = exampleTable(80);

  test("has the same columns and the same number of rows, and looks made up", async () => {
    const twin = await twinOf("data/customers.csv", Buffer.from(original));
    const rows = rowsOf(twin?.text ?? "");
    expect(rows[0]).toEqual(rowsOf(original)[0]);
    expect(rows).toHaveLength(81);
    expect(await runRule(peopleTable, { path: "data/customers.csv", text: original })).toHaveLength(1);
    expect(await runRule(peopleTable, { path: "data/customers.csv", text: twin?.text ?? "" })).toEqual([]);
  });

  test("has nobody of the original in it, and addresses that differ", async () => {
    const twin = await twinOf("data/customers.csv", Buffer.from(original));
    const own = new Set(
      rowsOf(original)
        .slice(1)
        .flatMap(([, name, email]) => [name, email, ...(name?.split(" ") ?? [])]),
    );
    const made = rowsOf(twin?.text ?? "").slice(1);
    for (const value of made.flat()) expect(own.has(value)).toBe(false);
    expect(new Set(made.map(([, , email]) => email)).size).toBe(80);
    expect(made.every(([, , email]) => email?.endsWith("@example.com"))).toBe(true);
  });

  test("keeps lengths and forms", async () => {
    const text = `id,name,phone,ssn,card number,born,plan,note,seller
${Array.from({ length: 30 }, (_, i) => `${i + 7},Zed Quentan,(415) 867-${2000 + i},${500 + i}-${10 + i}-4321,4539 1488 0343 6467,1981-0${1 + (i % 9)}-12,${i % 2 ? "free" : "team"},A note ${i} about something,Vis Olenmark`).join("\n")}\n`;
    const rows = rowsOf((await twinOf("p.csv", Buffer.from(text)))?.text ?? "");
    for (const [id, , phone, ssn, card, born, plan, , seller] of rows.slice(1)) {
      expect(seller).not.toContain("Vis");
      expect(Number(id)).toBeGreaterThanOrEqual(7);
      expect(phone).toMatch(/^\(202\) 555-01\d\d$/);
      expect(ssn).toMatch(/^987-65-432\d$/);
      expect(card).toBe("4242 4242 4242 4242");
      expect(born).toMatch(/^1981-\d\d-\d\d$/);
      expect(["free", "team"]).toContain(plan);
    }
  });

  test("the same file gives the same twin", async () => {
    const [a, b] = await Promise.all([1, 2].map(() => twinOf("a.csv", Buffer.from(original))));
    expect(a).toEqual(b);
  });
});

test("other kinds of files become comma-separated values", async () => {
  const json = JSON.stringify(
    Array.from({ length: 12 }, (_, i) => ({ id: i, email: `p${i}@quentan.net`, name: `Zed Quen${"abcdefghijkl"[i]}` })),
  );
  const twin = await twinOf("p.json", Buffer.from(json));
  expect(twin?.text.split("\n")[0]).toBe("id,email,name");
  expect(twin?.text).not.toContain("quentan");
});

test("a file without a table has no twin", async () => {
  expect(await twinOf("a.csv", Buffer.from("just some words"))).toBeNull();
  expect(await twinOf("a.png", Buffer.from([1, 2, 3]))).toBeNull();
});
