import { describe, expect, test } from "@jest/globals";
import { NOTHING_DECLARED } from "../../../src/model/manifest.js";
import cannotTell from "../../../src/rules/data/cannot-tell.js";
import {
  drawer,
  exampleMoment,
  examplePerson,
  exampleTable,
  fakerTable,
} from "../../../src/rules/data/explain/examples.js";
import peopleTable from "../../../src/rules/data/people-table.js";
import synthetic from "../../../src/rules/data/synthetic.js";
import { runRule } from "../../support/run-rule.js";

const people = (n: number, seed = 3) => {
  const draw = drawer(seed);
  return Array.from({ length: n }, (_, i) => ({ ...examplePerson(draw), created_at: exampleMoment(draw, i) }));
};

describe("people who look real", () => {
  test.each([
    ["json", "data/users.json", JSON.stringify(people(60))],
    [
      "json lines",
      "data/users.jsonl",
      people(60)
        .map((one) => JSON.stringify(one))
        .join("\n"),
    ],
    [
      "sql",
      "db/dump.sql",
      `INSERT INTO users (name, email) VALUES ${people(60)
        .map(({ name, email }) => `('${name}','${email}')`)
        .join(",")};`,
    ],
    [
      "vcard",
      "contacts.vcf",
      people(60)
        .map(({ name, email }) => `BEGIN:VCARD\nFN:${name}\nEMAIL:${email}\nEND:VCARD`)
        .join("\n"),
    ],
    ["a fixture folder", "__fixtures__/users.json", JSON.stringify(people(60))],
    ["a module", "src/people.ts", `export const p = ${JSON.stringify(people(60))};`],
  ])("in %s are handed off", async (_, path, text) => {
    const [finding] = await runRule(peopleTable, { path, text });
    expect(finding?.suggests).toBe("handoff");
    expect(finding?.trigger).toBe("sensitive-data");
  });

  test("nothing of theirs is in any text: no name, no address, no domain that isn't a big provider's", async () => {
    const rows = people(80);
    const [finding] = await runRule(peopleTable, { path: "p.json", text: JSON.stringify(rows) });
    const said = JSON.stringify(finding).toLowerCase();
    for (const { name, email } of rows) {
      for (const part of [...name.split(" "), ...email.split("@")]) expect(said).not.toContain(part.toLowerCase());
    }
    expect(finding?.because[0]).toMatch(/people in the columns name and email/);
    expect(finding?.because.some((reason) => reason.startsWith("Against: "))).toBe(true);
  });

  test("fifty among 950 made-up rows are seen", async () => {
    const real = people(50).map(({ name, email }) => `${name},${email}`);
    const fake = fakerTable(950).trimEnd().split("\n");
    const text = [...fake.slice(0, 500), ...real, ...fake.slice(500)].join("\n");
    const [finding] = await runRule(peopleTable, { path: "p.csv", text });
    expect(finding?.suggests).toBe("handoff");
    expect(finding?.because[0]).toContain("in a part that stands out");
  });

  test("staff on the organisation's own domain are seen only where the domain is known", async () => {
    const text = `name,email\n${people(40)
      .map(({ name }) => `${name},${name.toLowerCase().replace(" ", ".")}@quandril-works.com`)
      .join("\n")}`;
    const given = { organization: { emailDomains: ["quandril-works.com"], hosts: [] }, declared: NOTHING_DECLARED };
    expect(await runRule(peopleTable, { path: "staff.csv", text, given })).toHaveLength(1);
    expect(await runRule(peopleTable, { path: "staff.csv", text })).toEqual([]);
  });

  test("a row that is added keeps the finding's fingerprint", async () => {
    const text = exampleTable(60);
    const [before] = await runRule(peopleTable, { path: "p.csv", text });
    const [after] = await runRule(peopleTable, {
      path: "q.csv",
      text: `${text}61,Zzk Zzz,zzk.zzz@zzzmail.net,2024-06-01 10:00:00\n`,
    });
    expect(after?.fingerprint).toBe(before?.fingerprint);
  });
});

test.each([
  "package.json",
  "AUTHORS.csv",
  "CODEOWNERS",
  "pnpm-lock.yaml",
  "docs/people.md",
  "vendor/x/people.json",
  ".all-contributorsrc",
])("%s is left alone", async (path) => {
  expect(await runRule(peopleTable, { path, text: JSON.stringify(people(60)) })).toEqual([]);
});

test("maintainers and commit authors are public roles", async () => {
  const text = JSON.stringify({
    maintainers: people(60),
    commits: people(60).map((author) => ({ commit: { author } })),
  });
  expect(await runRule(peopleTable, { path: "registry.json", text })).toEqual([]);
});

describe("made-up rows never make a handoff, and are praised where somebody might have wondered", () => {
  test("a table written by hand", async () => {
    const names =
      "Sarah Chen,Marcus Johnson,Priya Patel,Elena Vasquez,Amara Okafor,David Kim,Tyler Brooks,Sofia Rossi,Wei Zhang,Olivia Martinez,Diego Fernandez,Aisha Khan".split(
        ",",
      );
    const text = `name,email\n${names.map((name, i) => `${name},${name.toLowerCase().replace(" ", i % 3 ? "." : "")}@${i % 4 ? "gmail.com" : "outlook.com"}`).join("\n")}`;
    for (const rule of [peopleTable, cannotTell, synthetic])
      expect(await runRule(rule, { path: "users.csv", text })).toEqual([]);
  });

  test("a library's rows", async () => {
    const [note] = await runRule(synthetic, { path: "users.csv", text: fakerTable(80) });
    expect(note?.suggests).toBe("note");
    expect(note?.trigger).toBeNull();
    expect(await runRule(peopleTable, { path: "users.csv", text: fakerTable(80) })).toEqual([]);
  });
});
