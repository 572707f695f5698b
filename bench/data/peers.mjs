// Other tools that are on the PATH, on the same files. They look for values and don't say whether a file is real, so a
// file counts as flagged where they report an e-mail address.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const DATAFOG = `
import sys, datafog
for path in sys.argv[1:]:
    text = open(path, encoding="utf-8", errors="replace").read()
    found = datafog.detect(text)
    print(int(any("EMAIL" in str(one).upper() for one in (found if isinstance(found, list) else found.items()))))
`;
const PRESIDIO = `
import sys
from presidio_analyzer import AnalyzerEngine
engine = AnalyzerEngine()
for path in sys.argv[1:]:
    text = open(path, encoding="utf-8", errors="replace").read()
    print(int(any(one.entity_type == "EMAIL_ADDRESS" for one in engine.analyze(text=text, language="en"))))
`;

const python = (module, script) => ({
  isThere: () => spawnSync("python3", ["-c", `import ${module}`]).status === 0,
  flags: (files) =>
    execFileSync("python3", ["-c", script, ...files], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map((line) => line === "1"),
});
const PEERS = {
  DataFog: python("datafog", DATAFOG),
  Presidio: python("presidio_analyzer", PRESIDIO),
  "ferret-scan": {
    isThere: () => spawnSync("ferret-scan", ["--version"]).error === undefined,
    flags: (files) =>
      files.map((file) => {
        const { stdout } = spawnSync("ferret-scan", ["--file", file, "--format", "json", "--quiet"], {
          encoding: "utf8",
        });
        return /"EMAIL"/i.test(stdout ?? "");
      }),
  },
};

/** A table of what the tools that are installed flag, as markdown. */
export async function peers([csv], held, generators) {
  const folder = mkdtempSync(join(tmpdir(), "handrail-bench-"));
  try {
    const write = (name, rows) => {
      const file = join(folder, name);
      writeFileSync(file, csv.make(rows));
      return file;
    };
    const real = held.map((rows, i) => write(`real-${i}.csv`, rows.slice(0, 50)));
    const madeUp = generators.map((make, i) => write(`made-up-${i}.csv`, make(50)));
    const lines = Object.entries(PEERS).map(([name, { isThere, flags }]) => {
      if (!isThere()) return `| ${name} | not installed | |`;
      const count = (files) => `${flags(files).filter(Boolean).length} of ${files.length}`;
      return `| ${name} | ${count(real)} | ${count(madeUp)} |`;
    });
    return `### Other tools, CSV of 50 rows\n\n| tool | real, flagged | made up, flagged |\n|---|---:|---:|\n${lines.join("\n")}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
