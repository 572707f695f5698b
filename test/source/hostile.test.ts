import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { openFolder } from "../../src/source/folder.js";
import { openRange } from "../../src/source/git-range.js";
import { repository, type Sandbox, sandbox } from "../support/repository.js";
import { opened, textsOf } from "./read.js";

const made: Sandbox[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

const HOOKS = ["post-index-change", "post-checkout", "pre-commit", "reference-transaction", "fsmonitor-watchman"];

/** A repository in which everything that git could run makes a marker file. */
function hostile(): { readonly repo: Sandbox; readonly markers: () => readonly string[] } {
  const repo = repository({ "a.txt": "a\n", "b.bin": "b\n", "gone.txt": "gone\n" });
  const outside = sandbox();
  made.push(repo, outside);
  repo.git("checkout", "-q", "-b", "work");
  repo.commit({
    "a.txt": "A\n",
    "b.bin": "B\n",
    ".gitattributes": "* diff=evil filter=evil merge=evil text eol=crlf\n",
  });
  const trap = (name: string) => {
    const file = join(outside.folder, `${name}.sh`);
    writeFileSync(file, `#!/bin/sh\ntouch '${outside.folder}/${name}.marker'\ncat\n`);
    chmodSync(file, 0o755);
    return file;
  };
  mkdirSync(join(repo.folder, ".git/hooks"), { recursive: true });
  for (const hook of HOOKS) symlinkSync(trap(`hook-${hook}`), join(repo.folder, ".git/hooks", hook));
  const settings: Readonly<Record<string, string>> = {
    "core.fsmonitor": trap("fsmonitor"),
    "core.hooksPath": join(repo.folder, ".git/hooks"),
    "core.pager": trap("pager"),
    "core.sshCommand": trap("ssh"),
    "core.askPass": trap("askpass"),
    "core.editor": trap("editor"),
    "core.alternateRefsCommand": trap("alternates"),
    "core.attributesFile": join(outside.folder, "attributes"),
    "core.worktree": outside.folder,
    "diff.external": trap("external-diff"),
    "diff.evil.textconv": trap("textconv"),
    "diff.evil.command": trap("diff-command"),
    "filter.evil.clean": trap("clean"),
    "filter.evil.smudge": trap("smudge"),
    "filter.evil.process": trap("process"),
    "credential.helper": trap("credential"),
    "protocol.allow": "always",
    "protocol.ext.allow": "always",
    "extensions.partialClone": "origin",
    "remote.origin.promisor": "true",
    "remote.origin.url": `ext::${trap("remote")}`,
    "remote.origin.uploadpack": trap("uploadpack"),
    "alias.ls-files": `!${trap("alias")}`,
    "trace2.eventTarget": join(outside.folder, "trace.marker"),
  };
  for (const [name, value] of Object.entries(settings)) repo.git("config", name, value);
  return { repo, markers: () => readdirSync(outside.folder).filter((name) => name.endsWith(".marker")) };
}

/** Takes an object away, so that git would fetch it from the promised remote. */
function loseObject(repo: Sandbox, object: string): void {
  const from = join(repo.folder, ".git/objects", object.slice(0, 2));
  mkdirSync(join(repo.folder, ".git/lost"), { recursive: true });
  renameSync(join(from, object.slice(2)), join(repo.folder, ".git/lost", object));
}

test("the traps work: git itself springs some of them", () => {
  const { repo, markers } = hostile();
  try {
    repo.git("--work-tree=.", "diff", "--ext-diff", "main");
  } catch {
    // git complains about what the trap answers; only the marker matters here.
  }
  expect(markers().length).toBeGreaterThan(0);
});

test("reading a folder runs nothing of the repository", async () => {
  const { repo, markers } = hostile();
  const { change } = opened(await openFolder(repo.folder));
  expect(await textsOf(change.files)).toMatchObject({ "a.txt": "A\n", "b.bin": "B\n" });
  expect(markers()).toEqual([]);
});

test("reading a range runs nothing of the repository, also where git would fetch what is missing", async () => {
  const { repo, markers } = hostile();
  repo.git("--work-tree=.", "config", "--unset", "core.worktree");
  const object = repo.git("-c", "core.fsmonitor=false", "rev-parse", "HEAD:b.bin").trim();
  loseObject(repo, object);
  const before = markers();
  const { change, close } = opened(await openRange(repo.folder, { base: "main", head: "work" }));
  const files = await textsOf(change.files);
  await textsOf(change.before);
  close();
  expect(files["a.txt"]).toBe("A\n");
  expect(change.gaps.map(({ path }) => path)).toEqual(["b.bin"]);
  expect(markers()).toEqual(before);
});

test("a work tree set to another place is not read", async () => {
  const { repo } = hostile();
  const { change } = opened(await openFolder(repo.folder));
  expect([...change.paths].sort()).toEqual([".gitattributes", "a.txt", "b.bin", "gone.txt"]);
  expect(existsSync(join(repo.folder, "gone.txt"))).toBe(true);
});

test("a replaced object is not what is read", async () => {
  const repo = repository({ "a.txt": "base" });
  made.push(repo);
  repo.git("checkout", "-q", "-b", "work");
  repo.commit({ "a.txt": "the real thing" });
  const real = repo.git("rev-parse", "HEAD:a.txt").trim();
  repo.write({ "other.txt": "harmless" });
  const other = repo.git("hash-object", "-w", "other.txt").trim();
  repo.git("replace", real, other);
  const { change, close } = opened(await openRange(repo.folder, { base: "main", head: "HEAD" }));
  expect(await textsOf(change.files)).toEqual({ "a.txt": "the real thing" });
  close();
});
