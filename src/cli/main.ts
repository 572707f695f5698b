#!/usr/bin/env node
import { createInterface } from "node:readline/promises";
import { run } from "./run.js";
import type { Output } from "./terminal.js";

const { stdin, stdout, stderr } = process;

function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => stream.write(text),
    isTerminal: stream.isTTY === true,
    ...(stream.isTTY ? { columns: stream.columns } : {}),
  };
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

/** A reader that has seen enough, such as \`head\`, closes the pipe; that is no failure. */
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: outputTo(stdout),
  err: outputTo(stderr),
  ask,
  isInteractive: stdin.isTTY === true && stderr.isTTY === true,
  now: () => new Date(),
  elapsed: () => Math.round(performance.now()),
});
