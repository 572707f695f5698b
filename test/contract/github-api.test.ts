import { expect, test } from "@jest/globals";
import { deviations } from "../support/contract.js";

const none = new URLSearchParams();
const check = {
  name: "AI experiment",
  head_sha: "a".repeat(40),
  status: "completed",
  conclusion: "success",
  output: { title: "All clear", summary: "Nothing here needs a handoff." },
};
const post = (path: string, body: Readonly<Record<string, unknown>>) =>
  deviations({ method: "POST", path, query: none, body });

test("takes what GitHub takes", () => {
  expect(post("/repos/acme/demo/check-runs", check)).toEqual([]);
  expect(post("/repos/acme/demo/issues", { title: "Handoff", body: "Hello", labels: ["ai: handoff"] })).toEqual([]);
});

const many = Array.from({ length: 51 }, () => ({
  path: "a",
  start_line: 1,
  end_line: 1,
  annotation_level: "notice",
  message: "m",
}));

test.each([
  ["a conclusion that there is not", "/repos/acme/demo/check-runs", { ...check, conclusion: "fine" }],
  ["a completed run without a conclusion", "/repos/acme/demo/check-runs", { ...check, conclusion: undefined }],
  [
    "more than 50 annotations",
    "/repos/acme/demo/check-runs",
    { ...check, output: { ...check.output, annotations: many } },
  ],
  [
    "four buttons",
    "/repos/acme/demo/check-runs",
    { ...check, actions: Array.from({ length: 4 }, () => ({ label: "x", description: "x", identifier: "x" })) },
  ],
  [
    "a long label on a button",
    "/repos/acme/demo/check-runs",
    { ...check, actions: [{ label: "x".repeat(21), description: "x", identifier: "x" }] },
  ],
  [
    "a summary that is too long",
    "/repos/acme/demo/check-runs",
    { ...check, output: { title: "x", summary: "x".repeat(65_536) } },
  ],
  ["a body that is too long", "/repos/acme/demo/issues", { title: "x", body: "x".repeat(65_537) }],
  ["an issue without a title", "/repos/acme/demo/issues", { body: "x" }],
  ["a reaction that there is not", "/repos/acme/demo/issues/comments/1/reactions", { content: "thumbs" }],
  ["a place that there is not", "/repos/acme/demo/isues", { title: "x" }],
])("notes %s", (_, path, body) => {
  expect(post(path, body)).not.toEqual([]);
});

test("notes a parameter that there is not", () => {
  const query = new URLSearchParams({ state: "all", author: "me" });
  expect(deviations({ method: "GET", path: "/repos/acme/demo/issues", query, body: {} })).toEqual([
    "GET /repos/{owner}/{repo}/issues: no parameter author",
  ]);
});
