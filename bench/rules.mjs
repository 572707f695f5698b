// What each rule costs: `npm run bench -- rules [FOLDER [HOST...]]`, by default on the corpus of the speed benchmark. The
// hosts, such as `*.prod.acme.example`, are listed as production by the organisation, which gives a rule more to look for.
import { resolve } from "node:path";
import { load } from "../tools/lib/load.mjs";
import { corpus } from "./corpus.mjs";

const MOST = 25;
const { ruleCosts } = await load("bench/rules.ts");
const [, , folder, ...hosts] = process.argv;
console.log("| rule | files looked at | milliseconds |\n| --- | --- | --- |");
const costs = await ruleCosts(folder ? resolve(folder) : corpus(), hosts);
for (const { rule, files, milliseconds } of costs.slice(0, MOST)) {
  console.log(`| ${rule} | ${files} | ${milliseconds.toFixed(0)} |`);
}
