// Loaded before a program that is measured: writes the most memory it took, in KB, where the benchmark asks for it.
import { writeFileSync } from "node:fs";

const { HANDRAIL_BENCH_MEMORY: report } = process.env;
if (report) process.on("exit", () => writeFileSync(report, String(process.resourceUsage().maxRSS)));
