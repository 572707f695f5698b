import type { CommandChannel, PositionKind, TextChannel } from "../../../catalogue/secrets/channel.js";
import type { Match } from "../../../model/rule.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import { oncePer } from "../../../text/memo.js";
import { parseShell } from "../../../text/shell.js";
import { mayNameProduction } from "../evidence/mentions.js";
import type { Position } from "../evidence/production.js";
import { referenceMatch } from "../evidence/reference.js";
import { isCommented, isProse } from "./comments.js";
import { around, type Segment, segmentsOf } from "./segments.js";

const MOST = 200;
const REACH = 300;

/** Every production reference of a channel in a file. */
export function textReferences(channel: TextChannel, file: SourceFile, surroundings: Surroundings): readonly Match[] {
  if (isProse(file)) return [];
  return segmentsOf(file).flatMap((segment) =>
    (mayNameProduction(segment, surroundings.production) ? patternsOf(channel) : []).flatMap((pattern) =>
      [...segment.text.matchAll(pattern)].slice(0, MOST).flatMap((hit) => {
        const end = hit.index + hit[0].length;
        if (isCommented(segment.text, hit.index) || !isNear(channel, segment, hit.index, end)) return [];
        const positions = Object.entries(hit.groups ?? {}).flatMap(([name, value]) => position(name, value));
        const place = segment.place(hit.index, end);
        return referenceMatch({ what: channel.what, quoted: hit[0].trim(), positions, place }, file, surroundings);
      }),
    ),
  );
}

const patternsOf = oncePer(({ patterns }: TextChannel) => patterns.map((source) => new RegExp(source, "g")));

function isNear({ near }: TextChannel, segment: Segment, start: number, end: number): boolean {
  if (near === undefined) return true;
  const piece = around(segment.text, start, end, REACH).toLowerCase();
  return near.some((word) => piece.includes(word));
}

function position(name: string, value: string | undefined): readonly Position[] {
  return value === undefined ? [] : [{ kind: name.replace(/\d$/, "") as PositionKind, value }];
}

const LONGEST_COMMAND = 600;

/** Every production reference made by a command of a channel, wherever a command line stands. */
export function commandReferences(
  channel: CommandChannel,
  file: SourceFile,
  surroundings: Surroundings,
): readonly Match[] {
  if (isProse(file)) return [];
  return segmentsOf(file).flatMap((segment) =>
    [...segment.text.matchAll(startOf(channel))].slice(0, MOST).flatMap(({ index }) => {
      if (isCommented(segment.text, index)) return [];
      const line = commandLine(segment.text, index);
      const positions = positionsOf(channel, parseShell(line)[0]?.argv ?? []);
      const place = segment.place(index, index + line.length);
      return referenceMatch({ what: channel.what, quoted: line.trim(), positions, place }, file, surroundings);
    }),
  );
}

const startOf = oncePer(({ heads }: CommandChannel) => {
  const words = new Set(heads.map(([first = ""]) => first));
  return new RegExp(`(?<![\\w/.:@-])(?:${[...words].join("|")})(?=[ \\t])`, "g");
});

/** From a command's first word to the end of its line; a backslash at the end goes on to the next. */
function commandLine(text: string, start: number): string {
  const piece = text.slice(start, start + LONGEST_COMMAND).replace(/\\\r?\n/g, (pair) => " ".repeat(pair.length));
  return piece.slice(0, /\r?\n|["'`]\s*[,)\]}]|&&|\|\||;|\s\|\s|$/.exec(piece)?.index);
}

function positionsOf({ heads, flags, rest }: CommandChannel, argv: readonly string[]): readonly Position[] {
  const plain: string[] = [];
  const flagged: Position[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? "";
    if (word === "--") break;
    const [flag = "", inline] = word.split(/=(.*)/s, 2);
    const kind = flags[flag];
    if (kind !== undefined) flagged.push({ kind, value: inline ?? argv[++i] ?? "" });
    else if (!word.startsWith("-") || heads.some((head) => head.includes(word))) plain.push(word);
  }
  const head = heads.find((words) => words.every((word, i) => plain[i] === word));
  if (head === undefined) return [];
  if (rest === undefined || head.length < 2) return flagged;
  return [...flagged, ...plain.slice(head.length).map((value) => ({ kind: rest, value }))];
}
