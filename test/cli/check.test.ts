import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { type Contents, repository, type Sandbox, sandbox } from "../support/repository.js";
import { EXIT, handrail } from "../support/terminal.js";

const made: Sandbox[] = [];
const keep = (one: Sandbox): Sandbox => {
  made.push(one);
  return one;
};
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

const MANIFEST = "name: Demo\nowner: maria-lopez\ndata: made-up\n";
const STACK = 'terraform {\n  backend "s3" {\n    key = "prod/app.tfstate"\n  }\n}\nresource "aws_s3_bucket" "b" {}\n';
const CROSSING: Contents = { "ai-experiment.yml": MANIFEST, "infra/main.tf": STACK };
const json = async (folder: string, ...args: readonly string[]) => {
  const ended = await handrail(folder, ["check", "--format", "json", ...args]);
  return { ...ended, result: JSON.parse(ended.out) };
};

test("a harmless folder is clear, and says nothing on standard error", async () => {
  const folder = keep(sandbox());
  folder.write({ "ai-experiment.yml": MANIFEST, "notes.md": "Hello.\n" });
  const { exit, err, result } = await json(folder.folder);
  expect([exit, err, result.verdict, result.conclusion, result.stats.files]).toEqual([0, "", "clear", "success", 2]);
});

test("a crossing one suggests a handoff and exits with 0 in advise, 1 in enforce, 1 where asked to", async () => {
  const { folder } = keep(repository(CROSSING));
  const advise = await json(folder, ".");
  expect([advise.exit, advise.result.verdict, advise.result.conclusion]).toEqual([0, "handoff", "neutral"]);
  const enforce = await json(folder, "--mode", "enforce");
  expect([enforce.exit, enforce.result.policy.mode]).toEqual([EXIT.fails, "enforce"]);
  const exits = ["never", "advice", "handoff", "stop"].map((level) => json(folder, "--fail-on", level));
  expect((await Promise.all(exits)).map(({ exit }) => exit)).toEqual([0, 1, 1, 0]);
});

test("two runs give the same bytes but for the time", async () => {
  const { folder } = keep(repository(CROSSING));
  const [one, two] = [await json(folder), await json(folder)];
  expect(one.out).toBe(two.out);
});

test("a range shows only what it adds, and moving what was there is nothing new", async () => {
  const repo = keep(repository(CROSSING));
  repo.git("checkout", "-q", "-b", "work");
  repo.commit({ "notes.md": "Hello." });
  mkdirSync(join(repo.folder, "deep"));
  repo.git("mv", "infra", "deep/infra");
  repo.commit();
  expect((await json(repo.folder, "--base", "main")).result.findings).toEqual([]);
  repo.commit({ "second.tf": STACK.replaceAll("app", "other").replaceAll('"b"', '"c"') });
  const paths = (await json(repo.folder, "--base", "main")).result.findings.map(({ path }: { path: string }) => path);
  expect(new Set(paths)).toEqual(new Set(["second.tf"]));
});

test("the policy is the one at the merge base, and one that comes with the change waits", async () => {
  const repo = keep(repository({ ...CROSSING, "policy.yml": "mode: enforce\n" }));
  repo.git("checkout", "-q", "-b", "work");
  repo.commit({ "policy.yml": "mode: advise\n", "new.yml": "mode: advise\n" });
  repo.write({ "central.yml": "mode: enforce\n" });
  const mode = async (file: string) => json(repo.folder, "--base", "main", "--policy", file);
  expect((await mode("policy.yml")).result.policy).toMatchObject({ mode: "enforce", source: "file" });
  expect((await mode("central.yml")).result.policy).toMatchObject({ mode: "enforce", source: "file" });
  const added = await mode("new.yml");
  expect(added.result.policy).toMatchObject({ mode: "advise", source: "built-in" });
  expect(added.err).toContain("comes with the change itself");
});

test.each(["text", "json", "sarif", "markdown", "html"])(
  "--format %s goes to standard output or to a file",
  async (format) => {
    const { folder } = keep(repository(CROSSING));
    const printed = await handrail(folder, ["check", "--format", format]);
    expect([printed.exit, printed.err, printed.out.endsWith("\n")]).toEqual([0, "", true]);
    const written = await handrail(folder, ["check", "--format", format, "--output", "report"]);
    expect([written.exit, written.out]).toEqual([0, ""]);
    expect(readFileSync(join(folder, "report"), "utf8")).toBe(printed.out);
  },
);

test("an output that can't be written, or is a link, is said plainly", async () => {
  const { folder } = keep(repository(CROSSING));
  const outside = keep(sandbox());
  outside.write({ "file.txt": "mine" });
  symlinkSync(join(outside.folder, "file.txt"), join(folder, "link"));
  mkdirSync(join(folder, "taken"));
  const why = async (output: string) => handrail(folder, ["check", "--output", output]);
  expect(await why("nowhere/report")).toMatchObject({
    exit: 2,
    err: expect.stringContaining("its folder does not exist"),
  });
  expect(await why("taken")).toMatchObject({ exit: 2, err: expect.stringContaining("it is a folder") });
  expect(await why("link")).toMatchObject({ exit: 2, err: expect.stringContaining("links are not followed") });
  expect(readFileSync(join(outside.folder, "file.txt"), "utf8")).toBe("mine");
});

test.each<readonly [readonly string[], string]>([
  [["nowhere"], "There is no folder"],
  [["a.txt"], "is a file, and a folder is needed"],
  [["a", "b"], "one name too many"],
  [["--base", "nope"], "--base nope is not a commit"],
  [["--base", "--upload-pack=x"], "is not the name of a commit"],
  [["--base=--upload-pack=x"], "is not the name of a commit"],
  [["--head", "HEAD"], "needs --base"],
  [["--policy", "nowhere.yml"], "could not be read"],
  [["--mode", "strict"], "is not one of advise, enforce"],
  [["--format", "xml"], "is not one of text, json, sarif, markdown, html"],
  [["--fail-on", "note"], "is not one of never, advice, handoff, stop"],
  [["--now", "tomorrow"], "is not a date"],
  [["--now", "2026-02-31"], "is not a date"],
  [["--fromat", "json"], "Did you mean --format?"],
  [["--base"], "--base needs a value"],
])("check %j is wrong usage: %s", async (args, message) => {
  const { folder } = keep(repository({ "a.txt": "a" }));
  const { exit, out, err } = await handrail(folder, ["check", ...args]);
  expect([exit, out]).toEqual([EXIT.usage, ""]);
  expect(err).toContain(message);
  expect(err).not.toMatch(/\n\s+at /);
});

test("a policy that can't be used is shown by line and exits with 2; an empty folder too", async () => {
  const { folder } = keep(repository({ "a.txt": "a", "policy.yml": `a: "x\nb: [\n\t- }` }));
  const broken = await json(folder, "--policy", "policy.yml");
  expect([broken.exit, broken.result.verdict, broken.result.conclusion]).toEqual([2, "unknown", "neutral"]);
  const empty = await json(keep(repository()).folder);
  expect([empty.exit, empty.result.verdict, empty.result.gaps.length]).toEqual([2, "unknown", 1]);
});

test("a manifest of a megabyte is a located message, and nobody fails for it", async () => {
  const folder = keep(sandbox());
  folder.write({ "ai-experiment.yml": `${MANIFEST}x: ${"a".repeat(1_000_000)}\n` });
  const { exit, result } = await json(folder.folder);
  expect([exit, result.verdict, result.manifest.state]).toEqual([0, "unknown", "invalid"]);
  expect(result.manifest.problems[0].line).toBe(1);
});

test("hostile names can't act on a terminal", async () => {
  const { folder } = keep(repository({ "a.txt": "a" }));
  const { exit, err } = await handrail(folder, ["check", "\u001b[31mred\u202e"]);
  expect(exit).toBe(2);
  expect(err).not.toMatch(/[\u001b\u202e]/);
});

test("a terminal sees progress on long work, and a file never does", async () => {
  const { folder } = keep(repository(Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`f${i}.txt`, "x"]))));
  let time = 0;
  const err: string[] = [];
  const elapsed = () => {
    time += 300;
    return time;
  };
  const onTerminal = { err: { write: (text: string) => err.push(text), isTerminal: true }, elapsed };
  await handrail(folder, ["check"], onTerminal);
  expect(err.join("")).toContain("Looked at 32 files");
  expect(err.at(-1)).toBe("\r\u001b[K");
  expect((await handrail(folder, ["check"], { elapsed })).err).toBe("");
});

test("colour is for terminals, and NO_COLOR and FORCE_COLOR have the last word", async () => {
  const { folder } = keep(repository({ "ai-experiment.yml": MANIFEST, "a.txt": "a" }));
  const shown = async (isTerminal: boolean, env: Readonly<Record<string, string>>) => {
    const out: string[] = [];
    await handrail(folder, ["check"], { env, out: { write: (text) => out.push(text), isTerminal } });
    return out.join("").includes("\u001b[");
  };
  expect(await shown(true, {})).toBe(true);
  expect(await shown(false, {})).toBe(false);
  expect(await shown(true, { NO_COLOR: "1" })).toBe(false);
  expect(await shown(false, { FORCE_COLOR: "1" })).toBe(true);
});
