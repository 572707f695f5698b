// `node compile.mjs BUNDLE ARGUMENTS…`: runs a bundle once and keeps beside it what V8 made of it on the way.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";

const [, , filename, ...args] = process.argv;
const script = new Script(readFileSync(filename, "latin1"), { filename });
process.argv.splice(2, Number.POSITIVE_INFINITY, ...args);
process.on("exit", () => writeFileSync(`${filename}.compiled`, script.createCachedData()));
script.runInThisContext()(createRequire(filename), pathToFileURL(filename).href);
