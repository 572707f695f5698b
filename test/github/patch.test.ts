import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { blobSha, patched } from "../../src/github/patch.js";

const bytes = (text: string) => Buffer.from(text, "utf8");
const text = (content: Uint8Array | null) => (content === null ? null : Buffer.from(content).toString("utf8"));

/** What `git diff` says, without its head: the form in which GitHub hands out patches. */
function gitPatch(before: string, after: string): string {
  const folder = mkdtempSync(join(tmpdir(), "handrail-patch-"));
  writeFileSync(join(folder, "a"), before);
  writeFileSync(join(folder, "b"), after);
  const { stdout } = spawnSync("git", ["diff", "--no-index", "--text", "a", "b"], { cwd: folder, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return stdout.slice(stdout.indexOf("@@")).replace(/\n$/, "");
}

test("names a content as git does", () => {
  expect(blobSha(bytes(""))).toBe("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
});

test.each([
  ["one line changed in the middle", "a\nb\nc\nd\ne\nf\ng\n", "a\nb\nc\nX\ne\nf\ng\n"],
  ["a line end that comes", "a\nb", "a\nb\n"],
  ["a line end that goes", "a\nb\n", "a\nb"],
  ["two places far apart", `${"x\n".repeat(40)}end\n`, `start\n${"x\n".repeat(40)}END\n`],
  ["everything removed but one", "a\nb\nc\n", "b\n"],
  ["everything removed", "a\nb\nc\n", ""],
  ["from nothing", "", "a\nb\n"],
  ["windows line ends", "a\r\nb\r\n", "a\r\nc\r\n"],
  ["lines that look like a patch", "+a\n-b\n@@ x\n", "+a\n-c\n@@ y\n\\ z\n"],
])("applies a patch: %s", (_, before, after) => {
  expect(text(patched(bytes(before), gitPatch(before, after), blobSha(bytes(after))))).toBe(after);
});

test("makes a new file of its patch alone", () => {
  expect(text(patched(null, "@@ -0,0 +1,2 @@\n+a\n+b", blobSha(bytes("a\nb\n"))))).toBe("a\nb\n");
});

test("gives nothing where the result is not to the byte what git names", () => {
  const patch = gitPatch("a\nb\n", "a\nc\n");
  expect(patched(bytes("a\nb\n"), patch, blobSha(bytes("a\nd\n")))).toBeNull();
  expect(patched(bytes("other\nb\n"), patch, blobSha(bytes("a\nc\n")))).toBeNull();
  expect(patched(Buffer.from([0xff, 0xfe, 0x0a]), patch, blobSha(bytes("a\nc\n")))).toBeNull();
});

test("whatever a patch says: the right file or nothing, and never an error", () => {
  const line = fc.constantFrom(
    "a",
    "b",
    "",
    "+",
    "-",
    " ",
    "@@ -1,2 +1 @@",
    "@@ -9 +9 @@",
    "\\ No newline",
    "-a",
    "+b",
    " a",
  );
  const lines = fc.array(line, { maxLength: 12 }).map((all) => all.join("\n"));
  fc.assert(
    fc.property(lines, lines, lines, (before, patch, after) => {
      const result = patched(bytes(before), patch, blobSha(bytes(after)));
      return result === null || text(result) === after;
    }),
  );
});
