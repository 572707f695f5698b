import { tokensOf } from "../../../text/environment-words.js";
import { isKnownShape } from "../keys/forms.js";
import { isMadeUp } from "../keys/made-up.js";
import type { Segment } from "../reading/segments.js";

/** A value under a name that says credential. */
export interface Candidate {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const TELLING =
  /(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|auth[_-]?key|credentials?|encryption[_-]?key|signing[_-]?key|master[_-]?key|storage[_-]?key|account[_-]?key)[A-Za-z0-9_]{0,24}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=])[ \t]{0,8}(?:["'`](?<quoted>[^"'`\s<>{}$]{12,200})["'`]|(?<bare>[^\s"'`,;<>(){}[\]$\\]{12,200})(?=\s|$))/gi;
/** A quoted value with a digit behind an assignment: most texts have none and are done with. */
const QUOTED = /[:=]>?[ \t]{0,8}["'`](?=[^"'`\s<>{}$]{0,199}\d)[^"'`\s<>{}$]{12,200}["'`]/;
const NAME_BEFORE = /[A-Za-z0-9_.-]{0,60}$/;

/** The last word of a name under which no credential stands. */
const NOT_ITSELF = new Set(
  "hash name id ids url uri path file files type types length count size field label placeholder regex pattern arn ref header prefix env param var vars limit limits usage expiry expires ttl manager provider store scope scopes rule rules class policy".split(
    " ",
  ),
);
/** A word anywhere in a name that makes it something else. */
const SOMETHING_ELSE = new Set(
  "public csrf xsrf page cursor continuation sync cancel cancellation special pad eos bos mask sealed encrypted example test tests mock dummy fake tokenizer tokens max min total input output prompt completion".split(
    " ",
  ),
);
const MOST = 200;

/** Values that look random under telling names. Bare values count in settings files only, where nothing is code. */
export function candidatesIn(segment: Segment, bareCounts: boolean): readonly Candidate[] {
  if (!bareCounts && !QUOTED.test(segment.text)) return [];
  return [...segment.text.matchAll(TELLING)].slice(0, MOST).flatMap((hit) => {
    const value = hit.groups?.quoted ?? (bareCounts ? hit.groups?.bare : undefined);
    if (value === undefined) return [];
    const name = nameOf(segment.text, hit);
    const start = hit.index + hit[0].lastIndexOf(value);
    return isCredential(name, value) ? [{ name, value, start, end: start + value.length }] : [];
  });
}

function nameOf(text: string, hit: RegExpMatchArray): string {
  const at = hit.index ?? 0;
  const before = NAME_BEFORE.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? "";
  return before + (/^[A-Za-z0-9_-]{1,80}/.exec(hit[0])?.[0] ?? "");
}

function isCredential(name: string, value: string): boolean {
  const words = tokensOf(name);
  if (NOT_ITSELF.has(words.at(-1) ?? "") || words.some((word) => SOMETHING_ELSE.has(word))) return false;
  return isSecretValue(value);
}

/** Random enough for a key or a password, and nothing that is known to be something else. */
export function isSecretValue(value: string): boolean {
  if (isMadeUp(value) || isKnownShape(value) || !/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  return !SHAPED.some((pattern) => pattern.test(value));
}

/** Things that look random and are no secret: ids, hashes with their name, addresses, paths, versions, dates, calls. */
const SHAPED = [
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  /^(sha\d{1,3}|md5)[-:]/i,
  /^[a-z][a-z0-9+.-]{1,20}:\/\//i,
  /^(arn|urn|projects|data):?\//i,
  /^arn:/,
  /^[./~]|\.(json|ya?ml|pem|key|txt|py|js|ts|env|html?|png)$/i,
  /^v?\d{1,4}(\.\d{1,6}){1,3}/,
  /^\d{4}-\d{2}-\d{2}/,
  /^(eyJ[A-Za-z0-9_-]{2,})/,
  /^ENC[([]|^enc:|^encrypted:|^vault:|^ssm:|^secret:|^AgB|^CiQ|^AQICAH/i,
  /[(){}<>$%]|\.\.|::|&&|\|\|/,
  /^[A-Za-z_]\w{0,80}(\.[A-Za-z_]\w{0,80}){1,8}$/,
];
