import { expect, test } from "@jest/globals";
import { addObject, addRecord, addRow, gathered, tableOf } from "../../../src/text/tables/gather.js";

const shape = (to: ReturnType<typeof gathered>) => {
  const { columns, rows, mayReach, total } = tableOf(to, "t", 0, 0);
  return { columns, rows, mayReach, total };
};

test("records with differing keys share columns, in the order in which they were first seen", () => {
  const to = gathered();
  addRecord(to, new Map([["id", "1"]]));
  addObject(to, { name: "Bo", id: 2, at: { city: "Graz", zip: null }, tags: ["a", "b"], more: [{ x: 1 }] });
  addRow(to, ["name", "mail"], ["Ada", "ada@a.example"]);
  addRow(to, ["name", "mail"], ["Cy", "cy@a.example", "left over"]);
  expect(shape(to)).toEqual({
    columns: ["id", "name", "at.city", "at.zip", "tags", "mail", "column 3"],
    rows: [
      ["1", "", "", "", "", "", ""],
      ["2", "Bo", "Graz", "", "a, b", "", ""],
      ["", "Ada", "", "", "", "ada@a.example", ""],
      ["", "Cy", "", "", "", "cy@a.example", "left over"],
    ],
    mayReach: true,
    total: 4,
  });
});

test("rows that come with the columns of the table are taken as they are", () => {
  const to = gathered();
  const columns = ["a", "b"];
  addRow(to, columns, ["1", "2"]);
  const values = ["3", "4"];
  addRow(to, columns, values);
  expect(to.rows[1]).toBe(values);
  expect(shape(to)).toEqual({ columns, rows: [["1", "2"], values], mayReach: false, total: 2 });
});

test("a record of very many keys is cut, and so are its columns", () => {
  const to = gathered();
  addObject(to, Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, i])));
  expect(to.columns.length).toBe(200);
  expect(to.rows[0]?.length).toBe(200);
});
