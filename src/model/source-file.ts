/** What a file is for, by its name and first bytes. It steers which rules look at it. */
export const FILE_KINDS = ["code", "config", "data", "docs", "notebook", "other"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file as a source hands it over. `bytes` may be reused by the source as soon as the next file is asked for. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file that rules may look at. Both `text` and `bytes` stay valid for as long as the file is held. */
export interface SourceFile {
  /** Relative to the root of what is scanned, with `/` between the parts. */
  readonly path: string;
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
  /** Decoded once, on first use, without a byte order mark; empty for a file that holds no text. */
  readonly text: string;
}

/** What was not looked at, and why. A gap is shown, never silence. */
export interface Gap {
  readonly path: string;
  readonly reason: string;
}
