import type { ProductionNames } from "../../model/policy.js";
import { defineRule } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import { isUtf16 } from "../../text/decode.js";
import { anyGlob, wordsOfGlobs } from "../../text/globs.js";
import { keywordIndex } from "../../text/keywords.js";
import { oncePer } from "../../text/memo.js";
import { REFERENCE_WORDS, referenceMatch } from "./evidence/reference.js";
import { isCommented } from "./reading/comments.js";
import { segmentsOf } from "./reading/segments.js";
import { addressedHosts } from "./values/hosts.js";

const production = {
  words: ["production"],
  accounts: [],
  projects: [],
  subscriptions: [],
  clusters: [],
  hosts: ["*.core.acme.example"],
  vaults: [],
  namespaces: [],
};
const listedIn = oncePer(({ hosts }: ProductionNames) => anyGlob(hosts));
const SHORTEST = 3;

/** Says of a file's bytes, before they are decoded, whether a listed host may be in them. False is certain. */
const mayNameOf = oncePer(({ hosts }: ProductionNames): ((file: SourceFile) => boolean) => {
  const words = wordsOfGlobs(hosts) ?? [""];
  if (words.some((word) => word.length < SHORTEST)) return () => true;
  const index = keywordIndex(words);
  return ({ bytes, kind }) => {
    // The letters of a notebook may be escaped, and in UTF-16 no two stand side by side.
    let may = kind === "notebook" || isUtf16(bytes);
    if (!may) index.search(bytes, () => (may = true));
    return may;
  };
});

const call = (host: string) => ({
  path: "fetch.py",
  text: `orders = get("https://${host}/v1/orders")\n`,
  given: { production },
});

export default defineRule({
  ...REFERENCE_WORDS,
  id: "secrets/organization-host",
  summary: "This uses a host that the organisation lists as production.",
  why: "What the experiment does there happens in the systems that customers and colleagues rely on.",
  remedy: "Use the test system or a fake one for the experiment. If it has to be production, bring Dev in.",
  confidence: "high",
  appliesTo: { kinds: ["code", "config", "notebook"], keywords: ["://", "host", "server"] },
  hasWork: ({ production: { hosts } }) => hosts.length > 0,
  detect: (file, surroundings) => {
    if (!mayNameOf(surroundings.production)(file)) return [];
    const isListed = listedIn(surroundings.production);
    return segmentsOf(file).flatMap((segment) =>
      addressedHosts(segment)
        .filter(({ host, start }) => isListed(host) && !isCommented(segment.text, start))
        .flatMap(({ host, start, end }) => {
          const positions = [{ kind: "host" as const, value: host }];
          const message = `This uses \`${host}\`, which the organisation lists as production.`;
          const place = segment.place(start, end);
          return referenceMatch({ what: "a host", message, quoted: host, positions, place }, file, surroundings);
        }),
    );
  },
  limits: "Without a list of production hosts in the organisation's policy it says nothing.",
  examples: {
    match: [{ ...call("orders.core.acme.example"), suggests: "handoff" }],
    skip: [call("orders.lab.acme.example"), { path: "fetch.py", text: 'get("https://orders.core.acme.example")\n' }],
  },
});
