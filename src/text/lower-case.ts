import { oncePer } from "./memo.js";

/** The text of a file in lower case, made once however many rules ask. */
export const lowerCaseOf = oncePer(({ text }: { readonly text: string }) => text.toLowerCase());
