import type { SourceFile } from "../../../model/source-file.js";
import { awsAccountOf, endsInChecksum } from "../../../text/checksums.js";
import { searchable } from "../../../text/decode.js";
import { claimsOf } from "../../../text/jwt.js";
import { oncePer } from "../../../text/memo.js";
import { type Segment, segmentsOf } from "../reading/segments.js";
import { type Form, formsCalledIn } from "./forms.js";
import { isMadeUp } from "./made-up.js";

/** A key in a file: it has the form, passes the checks and is no sample. */
export interface Hit {
  readonly form: Form;
  readonly segment: Segment;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const MOST = 500;

/** Every key in the file, each under the one form that says most about it. Once per file. */
export const keysIn = oncePer((file: SourceFile): readonly Hit[] => {
  const called = formsCalledIn(searchable(file.bytes));
  return called.length === 0 ? [] : segmentsOf(file).flatMap((segment) => hitsIn(segment, called));
});

/**
 * The keys in the file that have one of these forms. All forms are looked for only where one of these is seen: which form
 * a key belongs to is settled among all.
 */
export function keysWith(forms: readonly Form[], file: SourceFile): readonly Hit[] {
  const isSeen = segmentsOf(file).some(({ text }) => forms.some((form) => isIn(form, text)));
  return isSeen ? keysIn(file).filter(({ form }) => forms.includes(form)) : [];
}

function isIn(form: Form, text: string): boolean {
  for (const _ of form.findIn(text)) return true;
  return false;
}

/** Every key in a text. */
export function keysOf(segment: Segment): readonly Hit[] {
  return hitsIn(segment, formsCalledIn(Buffer.from(segment.text, "utf8")));
}

function hitsIn(segment: Segment, called: readonly Form[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (const form of called) hits.push(...hitsOf(form, segment, hits));
  return hits;
}

function hitsOf(form: Form, segment: Segment, taken: readonly Hit[]): readonly Hit[] {
  const hits: Hit[] = [];
  let called = false;
  for (const match of form.findIn(segment.text)) {
    called ||= isCalledFor(form, segment);
    if (!called) break;
    const value = match.groups?.["value"] ?? "";
    const start = match.index + match[0].length - value.length;
    const end = start + value.length;
    if (taken.some((other) => other.start < end && start < other.end)) continue;
    if (isMadeUp(value, form.lead) || !passes(form, value)) continue;
    hits.push({ form, segment, value, start, end });
    if (hits.length >= MOST) break;
  }
  return hits;
}

/** Asked last: it needs the whole text in lower case. */
function isCalledFor({ keywords, form }: Form, { lower }: Segment): boolean {
  if (!keywords.some((word) => lower.includes(word))) return false;
  return form.near === undefined || form.near.some((word) => lower.includes(word));
}

function passes({ form }: Form, value: string): boolean {
  if (form.validator === "crc32") return endsInChecksum(value);
  if (form.validator === "github-app-token") return claimsOf(value.slice(value.indexOf("eyJ"))) !== null;
  // Ids of the old kind hold no account; all others do.
  if (form.validator === "aws-key-id") return /^A[KS]IA[IJ]/.test(value) || awsAccountOf(value) !== null;
  return true;
}
