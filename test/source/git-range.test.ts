import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { openRange, type Range } from "../../src/source/git-range.js";
import { LARGEST_FILE, REASONS } from "../../src/source/limits.js";
import { repository, type Sandbox, sandbox } from "../support/repository.js";
import { opened, refused, textsOf } from "./read.js";

const made: Sandbox[] = [];
const keep = (one: Sandbox): Sandbox => {
  made.push(one);
  return one;
};
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

async function read(folder: string, range: Partial<Range> = {}) {
  const { change, close } = opened(await openRange(folder, { base: "main", head: "HEAD", ...range }));
  const [files, before] = [await textsOf(change.files), await textsOf(change.before)];
  close();
  return { files, before, change };
}

function branch(files: Record<string, string>): Sandbox {
  const repo = keep(repository(files));
  repo.git("checkout", "-q", "-b", "work");
  return repo;
}

test("what the range adds, changes and removes since the merge base, and what stood there before", async () => {
  const repo = branch({ "same.txt": "same", "changed.txt": "old", "removed.txt": "gone", "moved.txt": "moved" });
  repo.git("rm", "-q", "removed.txt");
  repo.git("mv", "moved.txt", "elsewhere.txt");
  repo.commit({ "changed.txt": "new", "sub/added.txt": "added" });
  repo.git("checkout", "-q", "main");
  repo.commit({ "later.txt": "on main only" });
  repo.git("checkout", "-q", "work");
  repo.write({ "same.txt": "not committed" });
  const { files, before, change } = await read(repo.folder);
  expect(files).toEqual({ "changed.txt": "new", "elsewhere.txt": "moved", "sub/added.txt": "added" });
  expect(before).toEqual({ "changed.txt": "old", "moved.txt": "moved", "removed.txt": "gone" });
  expect([...change.paths].sort()).toEqual(["changed.txt", "elsewhere.txt", "same.txt", "sub/added.txt"]);
  expect(change.gaps).toEqual([]);
});

test("the manifest is the one at the merge base; the one that the range leaves is a proposal", async () => {
  const repo = branch({ "ai-experiment.yml": "owner: base", "a.txt": "a" });
  repo.commit({ "ai-experiment.yml": "owner: head" });
  const { change } = await read(repo.folder);
  expect(change.manifest).toEqual({ path: "ai-experiment.yml", text: "owner: base" });
  expect(change.proposedManifest).toEqual({ path: "ai-experiment.yml", text: "owner: head" });
});

test("a manifest that the range adds is only a proposal, and an untouched one is the base's", async () => {
  const adds = branch({ "a.txt": "a" });
  adds.commit({ ".github/ai-experiment.yml": "owner: new" });
  const added = (await read(adds.folder)).change;
  expect([added.manifest, added.proposedManifest?.text]).toEqual([null, "owner: new"]);
  const leaves = branch({ ".github/ai-experiment.yml": "owner: base" });
  leaves.commit({ "a.txt": "a" });
  const left = (await read(leaves.folder)).change;
  expect([left.manifest?.text, left.proposedManifest]).toEqual(["owner: base", null]);
});

test("below a folder: only its files, relative to it", async () => {
  const repo = branch({ "out.txt": "o", "sub/in.txt": "i", "sub/ai-experiment.yml": "owner: a" });
  repo.commit({ "out.txt": "O", "sub/in.txt": "I", "sub/.github/workflows/ci.yml": "on: push" });
  const { files, before, change } = await read(join(repo.folder, "sub"));
  expect(files).toEqual({ ".github/workflows/ci.yml": "on: push", "in.txt": "I" });
  expect(before).toEqual({ "in.txt": "i" });
  expect(change.manifest?.text).toBe("owner: a");
  expect(change.context.map(({ path }) => path)).toEqual([".github/workflows/ci.yml"]);
});

test("names with a tab in them are not taken for what stands behind the tab", async () => {
  const script = "\tdeploy.sh";
  const repo = branch({ [`x\tai-experiment.yml`]: "owner: nobody", [`a${script}`]: "true", "b.md": "b" });
  repo.commit({ "b.md": "B" });
  const { change } = await read(repo.folder);
  expect(change.manifest).toBeNull();
  expect(change.context.map(({ path }) => path)).toEqual([`a${script}`]);
  expect([change.paths.has("deploy.sh"), change.paths.has(`a${script}`)]).toEqual([false, true]);
});

test("many files come back in order, each with its own content", async () => {
  const names = Array.from({ length: 60 }, (_, i) => `f${String(i).padStart(2, "0")}.txt`);
  const repo = branch({ "a.txt": "a" });
  repo.commit(Object.fromEntries(names.map((name, i) => [name, `${name}\n`.repeat(i * 300)])));
  const { files } = await read(repo.folder);
  expect(Object.entries(files)).toEqual(names.map((name, i) => [name, `${name}\n`.repeat(i * 300)]));
});

test("links, sub-modules, large files and LFS pointers are gaps", async () => {
  const repo = branch({ "a.txt": "a" });
  symlinkSync("/etc/passwd", join(repo.folder, "out-link"));
  symlinkSync("a.txt", join(repo.folder, "in-link"));
  repo.write({ "lfs.bin": "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n", "b.txt": "b" });
  repo.write({ "big.bin": Buffer.alloc(LARGEST_FILE + 1, "x") });
  repo.git("add", "-A");
  repo.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},module`);
  repo.git("commit", "-q", "-m", "all");
  const { files, change } = await read(repo.folder);
  expect(files).toEqual({ "b.txt": "b" });
  expect(change.gaps).toEqual([
    { path: "big.bin", reason: REASONS.tooLarge },
    { path: "lfs.bin", reason: REASONS.lfs },
    { path: "module", reason: REASONS.subRepository },
    { path: "out-link", reason: REASONS.linkOut },
  ]);
});

test("an object that is missing is a gap, and what was read before it stays", async () => {
  const repo = branch({ "a.txt": "a" });
  repo.commit({ "b.txt": "gone soon", "a.txt": "A" });
  const object = repo.git("rev-parse", "HEAD:b.txt").trim();
  rmSync(join(repo.folder, ".git/objects", object.slice(0, 2), object.slice(2)), { force: true });
  const { files, change } = await read(repo.folder);
  expect(files).toEqual({ "a.txt": "A" });
  expect(change.gaps).toEqual([{ path: "b.txt", reason: REASONS.absent }]);
});

test.each(["--output=/tmp/x", "-p", "", "a b", "a..b", "HEAD:a.txt", "x\n", "x".repeat(300)])(
  "%j is refused as a name of a commit",
  async (ref) => {
    const { folder } = branch({ "a.txt": "a" });
    for (const range of [{ base: ref }, { head: ref }]) {
      const problem = refused(await openRange(folder, { base: "main", head: "HEAD", ...range }));
      expect(problem.message).toContain("is not the name of a commit");
    }
  },
);

test("bad ranges are plain problems", async () => {
  const repo = branch({ "a.txt": "a" });
  const problem = async (folder: string, range: Partial<Range>) =>
    refused(await openRange(folder, { base: "main", head: "HEAD", ...range }));
  expect((await problem(repo.folder, { base: "nope" })).message).toContain("--base nope is not a commit");
  expect((await problem(repo.folder, { head: "nope" })).message).toContain("--head nope is not a commit");
  repo.git("checkout", "-q", "--orphan", "island");
  repo.commit({ "b.txt": "b" });
  expect((await problem(repo.folder, {})).message).toBe("main and HEAD have no commit in common here.");
  expect((await problem(keep(repository()).folder, {})).message).toContain("has no commits yet");
  expect((await problem(keep(sandbox()).folder, {})).message).toContain("is not in a git checkout");
  expect((await problem(join(repo.folder, "none"), {})).message).toContain("There is no folder");
});

test("a shallow clone without the base says how to get it", async () => {
  const repo = branch({ "a.txt": "a" });
  repo.commit({ "b.txt": "b" });
  const clone = keep(sandbox());
  repo.git("clone", "-q", "--depth=1", `file://${repo.folder}`, join(clone.folder, "c"));
  const problem = refused(await openRange(join(clone.folder, "c"), { base: "origin/main", head: "HEAD" }));
  expect(problem.message).toContain("--base origin/main is not a commit");
  expect(problem.next).toContain("fetch-depth: 0");
});
