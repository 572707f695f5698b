import type { ActRecord } from "../../../catalogue/impact/record.js";
import type { ProductionNames } from "../../../model/policy.js";
import { option } from "../../../text/calls.js";
import type { Token } from "../../../text/code-tokens.js";
import { anyGlob } from "../../../text/globs.js";
import { oncePer } from "../../../text/memo.js";
import type { Code } from "../../../text/source-code.js";
import type { Act } from "./signs.js";

/** What a file says for and against an act being real. Each a sentence. */

/** Prose is longer than an address, a key or a name. */
const LONGEST_VALUE = 200;

/** The code in lower case without prose, with a bar around every string and no space but between two words. */
const flat = oncePer(({ tokens }: Code) =>
  tokens
    .map((token, i) => flatToken(token, tokens[i - 1]))
    .join("")
    .toLowerCase(),
);

function flatToken({ kind, text }: Token, before: Token | undefined): string {
  if (kind === "string") return text.length > LONGEST_VALUE ? "||" : `|${text}|`;
  return kind === "name" && before?.kind === "name" ? ` ${text}` : text;
}

const variablesOf = oncePer(({ tokens }: Code): readonly string[] => [
  ...new Set(tokens.map(({ text }) => text).filter((text) => /^[A-Z][A-Z0-9_]{2,79}$/.test(text))),
]);

/** It only pretends: a sandbox, a test key, a receiver that is reserved for examples, a channel for tries. */
export function isRehearsal(act: Act, code: Code): boolean {
  const { record } = act;
  const text = flat(code);
  if (record.sandbox.some((word) => text.includes(word))) return true;
  if (hasOption(code, record.sandboxOptions ?? [])) return true;
  return reachesNobody(act, code) || isTryChannel(act, code);
}

export function liveSigns(act: Act, code: Code, production: ProductionNames): readonly string[] {
  const { record, host } = act;
  const text = flat(code);
  const found = (record.live ?? []).find((word) => hasWord(text, word));
  const named = record.vendor === undefined ? undefined : liveVariable(code, record.vendor, production.words);
  return [
    ...(found === undefined ? [] : [`\`${found}\` belongs to the live system.`]),
    ...(hasOption(code, record.liveOptions ?? []) ? ["The code chooses the live mode."] : []),
    ...(named === undefined ? [] : [`The setting ${named} is named after the live system.`]),
    ...(host !== undefined && anyGlob(production.hosts)(host)
      ? [`${host} is one of the organisation's production hosts.`]
      : []),
  ];
}

/** What makes it milder: a dry run unless told otherwise, or a person who says yes first. */
export function counterSigns(code: Code): readonly string[] {
  const text = flat(code);
  return [
    ...(DRY_RUN.test(text) ? ["A dry run is the default."] : []),
    ...(APPROVAL.test(text) ? ["A person is asked before it happens."] : []),
  ];
}

/** The code itself runs at set times. */
export function ownSchedule(code: Code): boolean {
  return SCHEDULE.test(flat(code));
}

const DRY_RUN = /dry_?-?run\|?(:bool)?[:=]\|?(true|1|yes)|[|_]dry_run\|,\|?(true|1)|--dry-run\|/;
const APPROVAL =
  /(^|[^\w])interrupt\(|human_input=true|human_in_the_loop|requires_confirmation=true|needs_approval=true|needsapproval:true|requires_approval=true|humanapproval|(^|[^\w.])input\(f?\|[^|]{0,160}(send|sure|confirm|proceed|y\/n|post|pay)|(^|[^\w])confirm\(/;
const SCHEDULE =
  /apscheduler|schedule\.every\(|cron\.schedule\(|newtrigger\(|crontab\(|new\s?cronjob\(|timebased\(|beat_schedule|node-cron/;

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[a-z0-9]/.test(word.charAt(0)) || !/[\w-]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function hasOption(code: Code, wanted: ActRecord["sandboxOptions"] & object): boolean {
  return wanted.some(({ name, value }) => {
    const found = option(code.tokens, 0, code.tokens.length, new Set([name]));
    if (found === null) return false;
    return code.tokens.some(
      ({ start, end, text }) => start >= found.start && end <= found.end && text.toLowerCase() === value.toLowerCase(),
    );
  });
}

function liveVariable(code: Code, vendor: string, words: readonly string[]): string | undefined {
  const live = new Set(["LIVE", ...words.map((word) => word.toUpperCase())]);
  return variablesOf(code).find((name) => name.includes(vendor) && name.split("_").some((part) => live.has(part)));
}

const RESERVED =
  /@((.+\.)?example\.(com|org|net)|.+\.(example|test|invalid|localhost)|simulator\.amazonses\.com|ethereal\.email|.*mailtrap\.io|resend\.dev)>?$/i;
/** In Apps Script: the person who runs it. */
const ONESELF = new Set(["getActiveUser", "getEffectiveUser"]);
const SENDERS = new Set(["from", "from_", "sender", "from_email", "from_addr", "reply_to", "Source", "From"]);

/** It goes to the person who runs it, or every address that the call or the header names is reserved for examples. */
function reachesNobody({ record, call }: Act, { tokens }: Code): boolean {
  if (record.area !== "email") return false;
  const own = tokens.some(({ text, start }) => start >= call.start && start < call.end && ONESELF.has(text));
  if (own) return true;
  const receivers = tokens.filter(({ kind, text, start }, i) => {
    if (kind !== "string" || !/^[^\s@]{1,80}@[^\s@]{1,120}$/.test(text)) return false;
    const before = tokens[i - 2]?.text ?? "";
    const isHeader = tokens[i - 1]?.text === "=" && before === "]" && tokens[i - 3]?.text === "To";
    return isHeader || (start >= call.start && start < call.end && !SENDERS.has(before));
  });
  return receivers.length > 0 && receivers.every(({ text }) => RESERVED.test(text));
}

function isTryChannel({ record, call }: Act, code: Code): boolean {
  if (record.area !== "chat") return false;
  const channel = option(code.tokens, call.from, call.to, new Set(["channel", "channel_id", "chat_id"]));
  const name = channel?.literal ?? (channel?.name === undefined ? undefined : code.constants.get(channel.name));
  return name !== undefined && /(^|[^a-z])(test|tests|testing|sandbox|demo|playground|dummy)([^a-z]|$)/i.test(name);
}
