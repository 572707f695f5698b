import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { openFolder } from "../../src/source/folder.js";
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

async function read(folder: string) {
  const { change } = opened(await openFolder(folder));
  return { texts: await textsOf(change.files), gaps: change.gaps, change };
}

test("in a checkout: what git tracks or does not ignore, each file once", async () => {
  const repo = keep(repository({ "a.txt": "a", "sub/b.txt": "b", ".gitignore": "ignored/\n*.log\n" }));
  repo.write({ "new.txt": "new", "ignored/x.txt": "x", "y.log": "y", "a.txt": "changed" });
  const { texts, gaps } = await read(repo.folder);
  expect(texts).toEqual({ ".gitignore": "ignored/\n*.log\n", "a.txt": "changed", "new.txt": "new", "sub/b.txt": "b" });
  expect(gaps).toEqual([]);
});

test("below a folder of a checkout, paths are relative to that folder", async () => {
  const repo = keep(repository({ "a.txt": "a", "sub/b.txt": "b", "sub/ai-experiment.yml": "owner: a" }));
  const { texts, change } = await read(join(repo.folder, "sub"));
  expect(Object.keys(texts)).toEqual(["ai-experiment.yml", "b.txt"]);
  expect(change.manifest).toEqual({ path: "ai-experiment.yml", text: "owner: a" });
});

test("a file that was removed and not committed is neither read nor a gap", async () => {
  const repo = keep(repository({ "a.txt": "a", "b.txt": "b" }));
  rmSync(join(repo.folder, "a.txt"));
  const { texts, gaps } = await read(repo.folder);
  expect([Object.keys(texts), gaps]).toEqual([["b.txt"], []]);
});

test("a file with a merge conflict is read once", async () => {
  const repo = keep(repository({ "a.txt": "one\n" }));
  repo.git("checkout", "-q", "-b", "side");
  repo.commit({ "a.txt": "two\n" });
  repo.git("checkout", "-q", "main");
  repo.commit({ "a.txt": "three\n" });
  expect(() => repo.git("merge", "-q", "side")).toThrow();
  const { change } = opened(await openFolder(repo.folder));
  const seen: string[] = [];
  for await (const { path } of change.files) seen.push(path);
  expect(seen).toEqual(["a.txt"]);
});

test("outside a checkout: every file but those of .git and node_modules", async () => {
  const folder = keep(sandbox());
  folder.write({ "a.txt": "a", "sub/.env": "b", "node_modules/x/index.js": "x", ".git/config": "c" });
  expect((await read(folder.folder)).texts).toEqual({ "a.txt": "a", "sub/.env": "b" });
});

test("one buffer serves all files", async () => {
  const folder = keep(sandbox());
  folder.write({ "a.txt": "long content", "b.txt": "short" });
  const { change } = opened(await openFolder(folder.folder));
  const buffers = new Set<ArrayBufferLike>();
  for await (const { bytes } of change.files) buffers.add(bytes.buffer);
  expect(buffers.size).toBe(1);
});

test("an empty repository, one without a commit, and an empty folder are simply empty", async () => {
  const empty = keep(repository());
  expect((await read(empty.folder)).texts).toEqual({});
  empty.write({ "a.txt": "a" });
  expect((await read(empty.folder)).texts).toEqual({ "a.txt": "a" });
  expect((await read(keep(sandbox()).folder)).texts).toEqual({});
});

test("links are never followed, and one that leads out is a gap", async () => {
  const outside = keep(sandbox());
  outside.write({ "secret.txt": "outside", "folder/x.txt": "outside" });
  const repo = keep(repository({ "a.txt": "a", "was/x.txt": "inside" }));
  symlinkSync("a.txt", join(repo.folder, "inside-link"));
  symlinkSync(join(outside.folder, "secret.txt"), join(repo.folder, "out-link"));
  symlinkSync("../../etc/passwd", join(repo.folder, "dots-link"));
  symlinkSync(join(outside.folder, "folder"), join(repo.folder, "folder-link"));
  renameSync(join(repo.folder, "was"), join(repo.folder, "moved"));
  symlinkSync(join(outside.folder, "folder"), join(repo.folder, "was"));
  const { texts, gaps } = await read(repo.folder);
  expect(texts).toEqual({ "a.txt": "a", "moved/x.txt": "inside" });
  expect(Object.fromEntries(gaps.map(({ path, reason }) => [path, reason]))).toEqual({
    "dots-link": REASONS.linkOut,
    "folder-link": REASONS.linkOut,
    "out-link": REASONS.linkOut,
    was: REASONS.linkOut,
    "was/x.txt": REASONS.linkedFolder,
  });
});

test("what is no readable regular file is a gap with its reason", async () => {
  const folder = keep(sandbox());
  folder.write({ "a.txt": "a", "big.bin": "", "locked.txt": "l" });
  folder.write({ "lfs.bin": "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n" });
  truncateSync(join(folder.folder, "big.bin"), LARGEST_FILE + 1);
  execFileSync("mkfifo", [join(folder.folder, "pipe")]);
  const { texts, gaps } = await read(folder.folder);
  expect(Object.keys(texts)).toEqual(["a.txt", "locked.txt"]);
  expect(gaps).toEqual([
    { path: "big.bin", reason: REASONS.tooLarge },
    { path: "lfs.bin", reason: REASONS.lfs },
    { path: "pipe", reason: REASONS.notRegular },
  ]);
});

test("a file and a folder without the right to read them are gaps", async () => {
  const folder = keep(sandbox());
  folder.write({ "a.txt": "a", "locked.txt": "l", "closed/b.txt": "b" });
  chmodSync(join(folder.folder, "locked.txt"), 0o000);
  chmodSync(join(folder.folder, "closed"), 0o000);
  const { gaps } = await read(folder.folder);
  chmodSync(join(folder.folder, "closed"), 0o700);
  const expected = [
    { path: "closed/", reason: REASONS.unreadable },
    { path: "locked.txt", reason: REASONS.unreadable },
  ];
  expect(gaps).toEqual(process.getuid?.() === 0 ? [] : expected);
});

test("a sub-module and a repository inside are gaps", async () => {
  const repo = keep(repository({ "a.txt": "a" }));
  mkdirSync(join(repo.folder, "inner"));
  execFileSync("git", ["init", "-q"], { cwd: join(repo.folder, "inner") });
  repo.write({ "inner/x.txt": "x" });
  repo.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},module`);
  mkdirSync(join(repo.folder, "module"));
  const { texts, gaps } = await read(repo.folder);
  expect(Object.keys(texts)).toEqual(["a.txt"]);
  expect(gaps.map(({ path, reason }) => [path, reason]).sort()).toEqual([
    ["inner/", REASONS.subRepository],
    ["module", REASONS.subRepository],
  ]);
});

test("files that a sparse checkout leaves out are gaps", async () => {
  const repo = keep(repository({ "in/a.txt": "a", "out/b.txt": "b" }));
  repo.git("sparse-checkout", "set", "in");
  const { texts, gaps } = await read(repo.folder);
  expect([Object.keys(texts), gaps]).toEqual([["in/a.txt"], [{ path: "out/b.txt", reason: REASONS.sparse }]]);
});

test("a name that is not UTF-8 is read and shown with a replacement character", async () => {
  const repo = keep(repository({ "a.txt": "a" }));
  writeFileSync(Buffer.concat([Buffer.from(`${repo.folder}/caf`), Buffer.from([0xe9]), Buffer.from(".txt")]), "x");
  expect((await read(repo.folder)).texts).toEqual({ "a.txt": "a", "caf\ufffd.txt": "x" });
});

test("the manifest is found at the root before .github, in any encoding, and context comes along", async () => {
  const folder = keep(sandbox());
  folder.write({
    ".github/ai-experiment.yml": "owner: second",
    "ai-experiment.yaml": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("owner: first", "utf16le")]),
    ".github/workflows/ci.yml": "on: push",
    "deep/package.json": "{}",
    "src/x.ts": "x",
  });
  const { change } = await read(folder.folder);
  expect(change.manifest).toEqual({ path: "ai-experiment.yaml", text: "owner: first" });
  expect(change.context.map(({ path }) => path)).toEqual(["deep/package.json", ".github/workflows/ci.yml"]);
});

test("a missing folder, a file and a bare clone are plain, located problems", async () => {
  const repo = keep(repository({ "a.txt": "a" }));
  const bare = keep(sandbox());
  repo.git("clone", "-q", "--bare", repo.folder, join(bare.folder, "b.git"));
  const missing = refused(await openFolder(join(repo.folder, "nowhere")));
  const file = refused(await openFolder(join(repo.folder, "a.txt")));
  const clone = refused(await openFolder(join(bare.folder, "b.git")));
  expect(missing.message).toBe(`There is no folder ${repo.folder}/nowhere.`);
  expect(file.message).toBe(`${repo.folder}/a.txt is a file, and a folder is needed.`);
  expect(clone.message).toContain("bare clone");
  expect(clone.next).toContain("git worktree add");
});
