import type { Match } from "../../../model/rule.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import type { Hit } from "./find.js";
import { judge } from "./judge.js";

/** What is said about a key: never the key, nor eight characters of it in a row. */
export function keyMatch(hit: Hit, file: SourceFile, surroundings: Surroundings): readonly Match[] {
  const judgement = judge(hit, file, surroundings);
  if (judgement === null) return [];
  const { provider, kind } = hit.form;
  const key = kind === "live" ? "live key" : "key";
  return [
    {
      ...judgement,
      ...hit.segment.place(hit.start, hit.end),
      message: `A ${judgement.suggests === "stop" ? "live key" : key} for ${provider.name} is in this file.`,
      evidence: `${provider.name} ${key}, ${hit.value.length} characters`,
      remedy: remedy(hit, judgement.suggests === "stop"),
      secrets: [...secretParts(hit.value), ...(judgement.secrets ?? [])],
      identity: hit.value,
    },
  ];
}

function remedy({ form }: Hit, urgent: boolean): string {
  const { name, keys, twin, ai } = form.provider;
  const replace = urgent
    ? `Replace the key at ${name} first: ${keys} . Deleting it here isn't enough, because the history keeps it.`
    : `Take it out of the file and get a new one, because the history keeps this one: ${keys} . The new one belongs in an environment variable or a repository secret.`;
  if (twin !== undefined) return `${replace} For experiments, use ${twin}.`;
  return ai === undefined ? replace : `${replace} Use the company's account for company work.`;
}

/** Words and addresses that some keys begin with: no secret, and needed to talk about them. */
export const SAYABLE = /production|rubygems|hooks\.slack\.com\/services\//;

/** The value, to be kept out of every text; without the sayable words in it, which would vanish from all that is said. */
function secretParts(value: string): readonly string[] {
  const parts = value.split(SAYABLE);
  return parts.length === 1 ? parts : parts.filter((part) => part.length >= 8);
}
