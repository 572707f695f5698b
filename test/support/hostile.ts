import fc from "fast-check";
import { anyText } from "./texts.js";

/** Pieces of text that do something in one place or another. */
const ACTIVE = [
  "@maria",
  "@acme/dev",
  "#123",
  "acme/demo#9",
  "GH-7",
  "fixes #12",
  "closes https://github.com/acme/demo/issues/1",
  "https://evil.example/x",
  "www.evil.example",
  "javascript:alert(1)",
  "mailto:a@b.example",
  "a.b@evil.example",
  "[x](https://evil.example)",
  "![x](https://evil.example/p.png)",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "</details>",
  "</summary></code>",
  "<!-- -->",
  "-->",
  "&copy;",
  "&#64;maria",
  ":tada:",
  "$x^2$",
  "$$y$$",
  "~~gone~~",
  "**bold**",
  "__b__",
  "| a | b |",
  "```",
  "`",
  "``",
  "\\`",
  "\\",
  "# heading",
  "- item",
  "1. item",
  "> quote",
  "---",
  "===",
  "[^1]",
  "[x]: https://evil.example",
  "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
  "::error file=x::boo",
  "::add-mask::x",
  "##[error]boo",
  "\u001b[31mred\u001b[0m",
  "\u001b]8;;https://evil.example\u0007x",
  "\u009b31m",
  "\u202edesrever",
  "\u2066iso\u2069",
  "\u200bzero",
  "\u{e0041}",
  "\n",
  "\r\n",
  "\n::warning::x",
  "\n# heading",
  "\n\n    code",
  "\t",
  "\0",
  "\ud800",
  "%0A",
  "plain words",
  " ",
  "'",
  '"',
  "é",
  "漢字",
  "🎉",
];

/** Text made of such pieces and of anything else. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ACTIVE) }, anyText({ maxLength: 6 })), {
    maxLength: 7,
  })
  .map((parts) => parts.join(""));

/** A path as a hostile repository may have it: never empty. */
export const hostilePath: fc.Arbitrary<string> = hostileText.map((text) => `p${text}`);

/** Anything invisible but the line feed. */
export const HIDDEN =
  /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;
