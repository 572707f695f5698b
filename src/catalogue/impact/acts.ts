import { MAIL } from "./mail.js";
import { MESSAGES } from "./messages.js";
import { PAYMENTS } from "./payments.js";
import type { ActRecord } from "./record.js";
import { WORK } from "./work.js";

/** Every way of acting on the world that is known here. */
export const ACTS: readonly ActRecord[] = [...MAIL, ...MESSAGES, ...PAYMENTS, ...WORK];
