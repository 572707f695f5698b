// What each rule costs: `npm run bench -- rules [FOLDER]`, by default on the corpus of the speed benchmark.
import { resolve } from "node:path";
import { load } from "../tools/lib/load.mjs";
import { corpus } from "./corpus.mjs";

const MOST = 25;
const { ruleCosts } = await load("bench/rules.ts");
const [, , folder] = process.argv;
console.log("| rule | files looked at | milliseconds |\n| --- | --- | --- |");
for (const { rule, files, milliseconds } of (await ruleCosts(folder ? resolve(folder) : corpus())).slice(0, MOST)) {
  console.log(`| ${rule} | ${files} | ${milliseconds.toFixed(0)} |`);
}
