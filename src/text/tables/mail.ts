import { contactsIn } from "./contacts.js";
import type { Source } from "./extract.js";
import { collector } from "./records.js";
import { type Extraction, together } from "./table.js";

const MESSAGES = 300;
const ATTACHMENTS = 10;

/** Reads a file that lies in another one. */
export type ReadPart = (path: string, bytes: Uint8Array) => Promise<Extraction>;

/** One message: who wrote to whom, addresses in its text, and what is attached. */
export async function readMail({ bytes }: Pick<Source, "bytes">, readPart: ReadPart): Promise<Extraction> {
  return readMessages([bytes], readPart);
}

/** A mailbox: messages that each start with a line `From `. */
export async function readMailbox({ text }: Pick<Source, "text">, readPart: ReadPart): Promise<Extraction> {
  const messages = text.split(/^From .{0,300}$/m).slice(1, MESSAGES + 1);
  const all = await readMessages(
    messages.map((message) => Buffer.from(message.trimStart())),
    readPart,
  );
  return messages.length < MESSAGES
    ? all
    : { ...all, gaps: [...all.gaps, `Only the first ${MESSAGES} messages were read.`] };
}

async function readMessages(messages: readonly Uint8Array[], readPart: ReadPart): Promise<Extraction> {
  const { default: PostalMime } = await import("postal-mime");
  const found = collector();
  const attached: Extraction[] = [];
  for (const message of messages) {
    const mail = await PostalMime.parse(message);
    for (const person of [mail.from, ...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.replyTo ?? [])]) {
      if (person?.address !== undefined)
        found.record(
          "people",
          new Map([
            ["email", person.address],
            ["name", person.name ?? ""],
            ["date", mail.date ?? ""],
          ]),
        );
    }
    for (const contact of contactsIn(mail.text ?? "")) found.record("people", contact);
    for (const { filename, content } of mail.attachments.slice(0, ATTACHMENTS)) {
      const bytes = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
      if (filename !== null && filename !== undefined) attached.push(await readPart(filename, bytes));
    }
  }
  return together([found.result(), ...attached]);
}
