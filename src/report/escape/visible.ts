/** Controls, bidirectional and other format characters, line and paragraph separators, fillers, half surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Hostile text on one line with nothing hidden in it: what cannot be seen is written out, as `\n` or `\u202e`. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (hidden) => SHORT[hidden] ?? written(hidden));
}

function written(hidden: string): string {
  const code = hidden.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** The same for text that is already JSON: still the same value when it is parsed, and no command to a GitHub runner. */
export function visibleJson(json: string): string {
  return json
    .replace(/[\u007f-\u{10ffff}]/gu, (one) => (visible(one) === one ? one : utf16(one)))
    .replace(/##(?=\[)/g, "#\\u0023");
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, "0")}`).join(
    "",
  );
}
