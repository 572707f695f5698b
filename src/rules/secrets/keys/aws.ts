import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import { awsAccountOf } from "../../../text/checksums.js";
import { isTestPath } from "../../../text/path-roles.js";
import { looksRandom } from "../../../text/randomness.js";
import { byName, byPath } from "../evidence/surroundings.js";
import { nameBefore } from "../reading/names.js";
import { around } from "../reading/segments.js";
import type { Hit } from "./find.js";
import type { Judgement } from "./judge.js";
import { isMadeUp } from "./made-up.js";

const REACH = 600;
const SECRET = /(?<![A-Za-z0-9/+=_-])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=_-])/g;

/**
 * An AWS key id names its account. With its secret it opens the account; alone it only says that a key exists.
 * Where the organisation lists its production accounts, the account decides.
 */
export function judgeAws(hit: Hit, file: SourceFile, { production }: Surroundings): Judgement {
  const account = awsAccountOf(hit.value);
  const secrets = secretsNear(hit);
  const opens = secrets.length > 0 && (hit.value.startsWith("AKIA") || hasSession(hit));
  const known = account !== null && production.accounts.includes(account);
  const trial = isTestPath(file.path);
  const elsewhere = account !== null && production.accounts.length > 0 && !known;
  const word = byName(nameBefore(hit.segment.text, hit.start), production.words) ?? byPath(file, production.words);
  const because = [
    opens
      ? "A key id and its secret stand together, so they open the account."
      : "The id stands without all that is needed to use it.",
    accountText(account, known, elsewhere),
    ...(word === null ? [] : [word.because]),
  ];
  if (known)
    return {
      suggests: opens ? "stop" : "handoff",
      trigger: "production-systems",
      confidence: "high",
      because,
      secrets,
    };
  if (elsewhere || !opens || trial || word?.says === "other") {
    const suggests = word?.says === "other" || (trial && !opens) ? "note" : "advice";
    return { suggests, trigger: null, confidence: "medium", because, secrets };
  }
  return { suggests: "stop", trigger: "production-systems", confidence: "high", because, secrets };
}

/** A temporary key works only with the token of its session. */
function hasSession({ segment, start, end }: Hit): boolean {
  return /session_?token/i.test(around(segment.text, start, end, REACH));
}

function accountText(account: string | null, known: boolean, elsewhere: boolean): string {
  if (account === null) return "Which account it belongs to can't be read from an id of this age.";
  if (known) return `The id belongs to account ${account}, which the organisation lists as production.`;
  if (elsewhere)
    return `The id belongs to account ${account}, which is not on the organisation's list of production accounts.`;
  return `The id belongs to account ${account}; the organisation hasn't listed which accounts are production.`;
}

function secretsNear({ segment, start, end }: Hit): readonly string[] {
  const near = around(segment.text, start, end, REACH);
  return [...near.matchAll(SECRET)]
    .map(([value]) => value)
    .filter((value) => /[a-z]/.test(value) && /[A-Z]/.test(value) && /[0-9/+]/.test(value))
    .filter((value) => looksRandom(value) && !isMadeUp(value));
}
