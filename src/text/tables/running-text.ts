import { contactsIn } from "./contacts.js";
import { percentDecodedText } from "./nested.js";
import { collector } from "./records.js";
import { sampleLines } from "./sample.js";
import type { Extraction } from "./table.js";

/** Logs and other lines of text: the addresses in them, with the names before them. */
export function readRunningText(text: string): Extraction {
  const { head, windows, factor } = sampleLines(text);
  const found = collector(factor);
  for (const part of [head, ...windows]) {
    for (const contact of contactsIn(percentDecodedText(part))) found.record("text", contact);
  }
  return found.result();
}

/** `[24/11/26, 17:03:12] Name: words` or `24.11.26, 17:03 - Name: words`, as messengers export them. */
const CHAT_LINE =
  /^\u200e?\[?(\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)\]?(?: -)? ([^:\n]{1,60}): (.{0,2000})/;

/** A chat export: who said what, when. */
export function readChat(text: string): Extraction {
  const { head, windows, factor } = sampleLines(text);
  const found = collector(factor);
  for (const line of [head, ...windows].flatMap((part) => part.split("\n"))) {
    const parts = CHAT_LINE.exec(line);
    if (parts !== null)
      found.record(
        "chat",
        new Map([
          ["sender", parts[2] ?? ""],
          ["time", parts[1] ?? ""],
          ["message", parts[3] ?? ""],
        ]),
      );
  }
  return found.result();
}
