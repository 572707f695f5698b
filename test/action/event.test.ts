import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readEvent } from "../../action/event.js";

const repository = { name: "demo", owner: { login: "acme" } };
const commit = "a".repeat(40);

test("a pull request names its base and its number", () => {
  expect(readEvent({ repository, pull_request: { number: 7, base: { sha: commit } } })).toEqual({
    base: commit,
    pullRequest: 7,
    repository: { owner: "acme", name: "demo" },
  });
});

test("a merge group names its base", () => {
  expect(readEvent({ repository, merge_group: { base_sha: commit } }).base).toBe(commit);
});

test("a push has no base: everything is looked at", () => {
  expect(readEvent({ repository, before: commit, after: commit }).base).toBeNull();
});

test("what isn't the name of a commit is no base", () => {
  expect(readEvent({ pull_request: { base: { sha: "--output=/etc/passwd" } } }).base).toBeNull();
});

test("no event makes it throw", () => {
  fc.assert(fc.property(fc.jsonValue(), (payload) => expect(readEvent(payload)).toBeDefined()));
});
