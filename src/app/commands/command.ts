import type { StoredHandoff } from "../../store/handoffs.js";
import type { KnownPull } from "../../store/pulls.js";
import type { Application } from "../application.js";
import type { OrgPolicy } from "../policies.js";
import type { Asker } from "./rights.js";

/** A command with everything it may need: who asked, where, and what is known of the experiment. */
export interface Asked extends Asker {
  readonly app: Application;
  readonly loaded: OrgPolicy;
  /** What came after the command's name. */
  readonly rest: string;
  /** The pull request it was asked on; nothing on the handoff issue. */
  readonly pull: KnownPull | null;
  readonly handoff: StoredHandoff | null;
  /** A link to where it was asked. */
  readonly url: string;
}

/** What came of it. A reply is only written where words are needed; a reaction is the receipt for the rest. */
export type Answer =
  | { readonly kind: "done"; readonly reply?: string }
  /** Kindly: what can't be done, who can, or what is missing. */
  | { readonly kind: "not-yet"; readonly reply: string };

export type Handler = (asked: Asked) => Promise<Answer>;

export const done = (reply?: string): Answer => (reply === undefined ? { kind: "done" } : { kind: "done", reply });
export const notYet = (reply: string): Answer => ({ kind: "not-yet", reply });

export function onlyFor(what: string, who: string): Answer {
  return notYet(`Thanks for stepping in! ${what} is for ${who}. Ask one of them to write it here, and it's done.`);
}
