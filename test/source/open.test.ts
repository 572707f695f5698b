import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openSource, type Place } from "../../src/source/open.js";
import type { Source } from "../../src/source/opened.js";
import { isSourceProblem } from "../../src/source/problem.js";
import { repository, type Sandbox } from "../support/repository.js";
import { textsOf } from "./read.js";

let repo: Sandbox;

beforeAll(() => {
  repo = repository({ "a.txt": "a", "policy.yml": "mode: advise" });
  repo.git("checkout", "-q", "-b", "work");
  repo.commit({ "b.txt": "b", "policy.yml": "mode: enforce", "new.yml": "mode: enforce" });
});
afterAll(() => repo.remove());

const problem = async (place: Omit<Place, "folder">) => {
  const source = await openSource({ folder: repo.folder, ...place });
  return isSourceProblem(source) ? source.message : null;
};

async function read(place: Omit<Place, "folder">): Promise<Source & { readonly names: readonly string[] }> {
  const source = await openSource({ folder: repo.folder, ...place });
  if (isSourceProblem(source)) throw new Error(source.message);
  const names = Object.keys(await textsOf(source.change.files));
  source.close();
  return { ...source, names };
}

test("a range, and the policy as it was at its base", async () => {
  const { names, note, policy } = await read({ base: "main", policy: join(repo.folder, "policy.yml") });
  expect(names).toEqual(["b.txt", "new.yml", "policy.yml"]);
  expect([note, policy?.text]).toEqual([null, "mode: advise"]);
});

test("a policy that comes with the change does not count yet, and that is said", async () => {
  const { note, policy } = await read({ base: "main", policy: join(repo.folder, "new.yml") });
  expect(policy).toBeNull();
  expect(note).toContain("comes with the change itself");
});

test("a range that can't be opened: everything, where that is asked for, with the policy as it is now", async () => {
  const place = { base: "nowhere", policy: join(repo.folder, "policy.yml") };
  expect(await problem(place)).toContain("nowhere is not a commit");
  const { names, note, policy } = await read({ ...place, orEverything: true });
  expect(names).toEqual(["a.txt", "b.txt", "new.yml", "policy.yml"]);
  expect(policy?.text).toBe("mode: enforce");
  expect(note).toContain("Everything was looked at, not just this change: --base nowhere is not a commit");
});

test("a policy that can't be read stops it, range or not", async () => {
  const policy = join(repo.folder, "gone.yml");
  for (const base of [{}, { base: "main" }]) {
    expect(await problem({ policy, orEverything: true, ...base })).toContain("gone.yml could not be read");
  }
});
