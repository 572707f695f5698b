import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { readManifest } from "../../src/policy/read-manifest.js";
import { type Sandbox, sandbox } from "../support/repository.js";
import { EXIT, handrail } from "../support/terminal.js";

const made: Sandbox[] = [];
const folder = (): Sandbox => {
  const one = sandbox();
  made.push(one);
  return one;
};
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

describe("the command itself", () => {
  test.each([["--help"], ["-h"], ["help"], ["check", "--help"], ["init", "-h"], ["help", "check"]])(
    "%j %j helps",
    async (...args) => {
      const { exit, out, err } = await handrail("/", args);
      expect([exit, err]).toEqual([0, ""]);
      expect(out).toContain("handrail");
    },
  );

  test("nothing at all is wrong usage and shows the help", async () => {
    expect(await handrail("/", [])).toMatchObject({
      exit: EXIT.usage,
      out: "",
      err: expect.stringContaining("handrail check"),
    });
  });

  test("a command that is not there is answered with the nearest", async () => {
    expect(await handrail("/", ["chek"])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("Did you mean `handrail check`?"),
    });
    expect(await handrail("/", ["xyzzy"])).toMatchObject({ exit: 2, err: expect.stringContaining("handrail --help") });
  });

  test("--version is the package's", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect((await handrail("/", ["--version"])).out).toBe(`${version}\n`);
  });

  test("our own failure is a plain sentence, with the details where they are asked for, and exit 3", async () => {
    const now = () => {
      throw new Error("the clock stopped");
    };
    const plain = await handrail("/", ["check"], { now });
    expect([plain.exit, plain.out]).toEqual([EXIT.ours, ""]);
    expect(plain.err).not.toContain("the clock stopped");
    const detailed = await handrail("/", ["check"], { now, env: { HANDRAIL_DEBUG: "1" } });
    expect(detailed.err).toMatch(/the clock stopped\n\s+at /);
  });
});

describe("rules and explain", () => {
  test("rules lists, and explain tells of each that is listed", async () => {
    const { exit, out } = await handrail("/", ["rules"]);
    const ids = [...out.matchAll(/^ {2}([a-z-]+\/[\w-]+)/gm)].map((one) => one[1] ?? "");
    expect(exit).toBe(0);
    expect(ids.length).toBeGreaterThan(20);
    const id = ids[0] ?? "";
    expect((await handrail("/", ["explain", id])).out).toContain(id);
  });

  test.each([
    [["explain"], "Which rule?"],
    [["explain", "deploy/terrafrm"], "Did you mean deploy/terraform?"],
    [["explain", "no-such-thing-at-all"], "`handrail rules` lists them all"],
    [["rules", "extra"], "one name too many"],
  ])("%j: %s", async (args, message) => {
    expect(await handrail("/", args)).toMatchObject({ exit: 2, out: "", err: expect.stringContaining(message) });
  });

  test("the part after the slash is enough", async () => {
    expect((await handrail("/", ["explain", "terraform"])).out).toContain("deploy/terraform");
  });
});

describe("init", () => {
  const context = {
    today: new Date("2026-11-24"),
    longestWaiver: 90,
    known: { services: [], environments: ["local"] },
  };
  const reading = (path: string) => readManifest({ path, text: readFileSync(path, "utf8") }, context);

  test("two answers write a manifest that reads without a remark", async () => {
    const { folder: cwd } = folder();
    const answers = ["maria-lopez", "made up"];
    const ask = () => Promise.resolve(answers.shift() ?? "");
    const { exit } = await handrail(cwd, ["init"], { ask, isInteractive: true });
    const { manifest, problems } = reading(join(cwd, "ai-experiment.yml"));
    expect([exit, problems, manifest?.owner, manifest?.data[0]?.kind]).toEqual([0, [], ["maria-lopez"], "made-up"]);
  });

  test.each(["Demo #2", "A: B", "yes", "- x", 'Zoë\'s "tool"', "a\nb"])("any name survives: %j", async (name) => {
    const { folder: cwd } = folder();
    await handrail(cwd, ["init", "--owner", "acme/lab", "--name", name]);
    expect(reading(join(cwd, "ai-experiment.yml")).manifest?.name?.replace(/\s/g, " ")).toBe(name.replace(/\s/g, " "));
  });

  test("one that is there stays as it is, wherever it stands", async () => {
    const one = folder();
    one.write({ ".github/ai-experiment.yml": "owner: a\n" });
    expect(await handrail(one.folder, ["init", "--owner", "b"])).toMatchObject({
      exit: 0,
      out: expect.stringContaining("already"),
    });
    const two = folder();
    symlinkSync("/nowhere/file", join(two.folder, "ai-experiment.yml"));
    expect(await handrail(two.folder, ["init", "--owner", "b"])).toMatchObject({
      exit: 0,
      out: expect.stringContaining("already"),
    });
  });

  test.each([
    [["init"], "Somebody has to be named"],
    [["init", "nowhere"], "There is no folder"],
    [["init", "--owner", "a", "--data", "client stuff"], "is not one of none, made-up"],
  ])("%j: %s", async (args, message) => {
    expect(await handrail(folder().folder, args)).toMatchObject({ exit: 2, err: expect.stringContaining(message) });
  });
});

describe("policy check", () => {
  test("says which lines need another look, and by its exit whether the policy can be used", async () => {
    const one = folder();
    one.write({ "good.yml": "mode: advise\n", "odd.yml": "mode: advise\nmood: x\n", "bad.yml": "mode: [\n" });
    const check = (file: string) => handrail(one.folder, ["policy", "check", file]);
    expect(await check("good.yml")).toMatchObject({ exit: 0, out: "We could read every line of it.\n" });
    expect(await check("odd.yml")).toMatchObject({ exit: 0, out: expect.stringMatching(/^odd\.yml:2:\d+ /) });
    expect(await check("bad.yml")).toMatchObject({ exit: 1, out: expect.stringMatching(/^bad\.yml:\d+:\d+ /) });
    expect(await check("none.yml")).toMatchObject({ exit: 2, out: "" });
  });

  test.each([[["policy"]], [["policy", "check"]], [["policy", "chek", "x"]]])("%j says how", async (args) => {
    expect(await handrail("/", args)).toMatchObject({ exit: 2, err: expect.stringContaining("handrail policy check") });
  });
});
