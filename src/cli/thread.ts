// The other thread of src/cli/threads.ts: looks at the batches of files that it is given, and tells at the end what it saw.
import { parentPort, workerData } from "node:worker_threads";
import { type Briefing, lookerFor } from "../evaluate.js";
import { unpack } from "./batch.js";
import type { Answer, Order } from "./threads.js";

const { look, seen } = lookerFor(workerData as Briefing);
let work = Promise.resolve();

const answer = (message: Answer) => parentPort?.postMessage(message);

async function carryOut(order: Order): Promise<void> {
  if (order === "finish") return answer(seen());
  for (const file of unpack(order)) await look(file);
  answer("done");
}

parentPort?.on("message", (order: Order) => {
  work = work.then(() => carryOut(order));
});
answer("ready");
