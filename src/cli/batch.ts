import type { RawFile } from "../model/source-file.js";

/** Files in one piece of memory, which can be given to another thread without a copy. */
export interface Batch {
  readonly paths: readonly string[];
  /** For each file where it starts and where it ends, in turn. */
  readonly places: readonly number[];
  readonly memory: ArrayBuffer;
}

const SIZE = 512 * 1024;

/** Fills batches. A file that is larger than a batch has one to itself. */
export function packer(): { readonly add: (file: RawFile) => Batch | null; readonly rest: () => Batch | null } {
  let batch = empty(SIZE);
  let end = 0;
  const rest = () => {
    const full = batch.paths.length === 0 ? null : batch;
    batch = empty(SIZE);
    end = 0;
    return full;
  };
  const put = ({ path, bytes }: RawFile) => {
    new Uint8Array(batch.memory, end, bytes.length).set(bytes);
    batch.paths.push(path);
    batch.places.push(end, end + bytes.length);
    // The next one begins at an even place, where pairs of bytes can be read.
    end += bytes.length + (bytes.length % 2);
  };
  /** The batch that is full now, if one is. */
  const add = (file: RawFile) => {
    if (end + file.bytes.length <= batch.memory.byteLength) {
      put(file);
      return null;
    }
    const full = rest();
    if (file.bytes.length > SIZE) batch = empty(file.bytes.length);
    put(file);
    return full;
  };
  return { add, rest };
}

function empty(size: number) {
  return { paths: [] as string[], places: [] as number[], memory: new ArrayBuffer(size) };
}

export function* unpack({ paths, places, memory }: Batch): Generator<RawFile> {
  for (const [number, path] of paths.entries()) {
    const [start = 0, end = 0] = places.slice(2 * number, 2 * number + 2);
    yield { path, bytes: new Uint8Array(memory, start, end - start) };
  }
}
