import { isMainThread } from "node:worker_threads";
import { run } from "./run.js";
import type { Output, Terminal } from "./terminal.js";

const { stdout, stderr } = process;

function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => stream.write(text),
    isTerminal: stream.isTTY === true,
    ...(stream.isTTY ? { columns: stream.columns } : {}),
  };
}

/** On a terminal, one line of input comes as one chunk. */
function ask(question: string): Promise<string> {
  const { stdin } = process;
  stderr.write(question);
  return new Promise((answer) => {
    const done = (line: string) => {
      stdin.pause();
      answer(line);
    };
    stdin.once("data", (chunk) => done(chunk.toString("utf8")));
    stdin.once("end", () => done(""));
  });
}

/** A reader that has seen enough, such as \`head\`, closes the pipe; that is no failure. */
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const terminal: Terminal = {
  cwd: process.cwd(),
  env: process.env,
  out: outputTo(stdout),
  err: outputTo(stderr),
  ask,
  // Opening standard input takes time, and few commands ask anything.
  get isInteractive() {
    return stderr.isTTY === true && process.stdin.isTTY === true;
  },
  now: () => new Date(),
  elapsed: () => Math.round(performance.now()),
};

if (!isMainThread) import("./thread.js");
else {
  run(process.argv.slice(2), terminal).then((exit) => {
    process.exitCode = exit;
  });
}
