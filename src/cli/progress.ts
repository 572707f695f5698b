import type { Change } from "../model/change.js";
import type { RawFile } from "../model/source-file.js";
import { grouped } from "../report/words.js";
import type { Terminal } from "./terminal.js";

/** Nothing is shown before this many milliseconds, and no more often. */
const EVERY = 200;
const CLEAR = "\r\u001b[K";

/** On a terminal, says how many files were looked at while a check takes long. Elsewhere the change stays as it is. */
export function withProgress(
  change: Change,
  terminal: Terminal,
): { readonly change: Change; readonly end: () => void } {
  if (!terminal.err.isTerminal) return { change, end: () => {} };
  let shown = 0;
  let count = 0;
  const tick = () => {
    count++;
    const elapsed = terminal.elapsed();
    if (count % 32 !== 0 || elapsed - shown < EVERY) return;
    shown = elapsed;
    terminal.err.write(`${CLEAR}Looked at ${grouped(count)} files`);
  };
  const end = () => {
    if (shown > 0) terminal.err.write(CLEAR);
  };
  return {
    change: {
      ...change,
      files: {
        ...(change.files.count === undefined ? {} : { count: change.files.count }),
        [Symbol.asyncIterator]: () => counted(change.files, tick),
      },
    },
    end,
  };
}

async function* counted(files: Change["files"], tick: () => void): AsyncGenerator<RawFile> {
  for await (const file of files) {
    tick();
    yield file;
  }
}
