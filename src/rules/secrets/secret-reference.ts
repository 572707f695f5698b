import { COMMAND_CHANNELS } from "../../catalogue/secrets/command-channels.js";
import { TEXT_CHANNELS } from "../../catalogue/secrets/text-channels.js";
import { defineRule } from "../../model/rule.js";
import { REFERENCE_WORDS } from "./evidence/reference.js";
import { commandReferences, textReferences } from "./reading/channels.js";

/** One rule for each way in which a text or a command says where a credential comes from. */
export default [
  ...TEXT_CHANNELS.map((channel) =>
    defineRule({
      ...REFERENCE_WORDS,
      id: `secrets/${channel.id}`,
      summary: `This reads ${channel.what}, for production.`,
      appliesTo: { keywords: channel.keywords },
      detect: (file, surroundings) => textReferences(channel, file, surroundings),
      examples: {
        match: channel.match.map((text) => ({ path: "job.py", text: `${text}\n`, suggests: "handoff" as const })),
        skip: channel.skip.map((text) => ({ path: "job.py", text: `${text}\n` })),
      },
    }),
  ),
  ...COMMAND_CHANNELS.map((channel) =>
    defineRule({
      ...REFERENCE_WORDS,
      id: `secrets/${channel.id}`,
      summary: `This command reads ${channel.what}, for production.`,
      appliesTo: { keywords: [...new Set(channel.heads.map((head) => head.slice(0, 2).join(" ")))].map(keyword) },
      detect: (file, surroundings) => commandReferences(channel, file, surroundings),
      examples: {
        match: channel.match.map((text) => ({ path: "job.sh", text: `${text}\n`, suggests: "handoff" as const })),
        skip: channel.skip.map((text) => ({ path: "job.sh", text: `${text}\n` })),
      },
    }),
  ),
];

/** A command of one short word is looked for with the blank behind it. */
function keyword(head: string): string {
  return head.includes(" ") ? head : `${head} `;
}
