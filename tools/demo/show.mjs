// Prints what a person would see on GitHub, as plain text.
import colors from "picocolors";

export function step(number, title) {
  console.log(`\n${colors.bold(`${number}. ${title}`)}`);
}

export function say(text) {
  console.log(`   ${text}`);
}

/** A box with what GitHub would show: markdown made readable, without the hidden parts. */
export function screen(heading, text, most = 24) {
  box(heading, readable(text), most);
}

/** The same for a file, as it is. */
export function file(heading, text) {
  box(heading, text.trimEnd(), 40);
}

function box(heading, text, most) {
  const lines = text.split("\n").flatMap((line) => wrap(line, 92));
  const shown = lines.length > most ? [...lines.slice(0, most), `… ${lines.length - most} more lines`] : lines;
  console.log(colors.dim(`   ┌─ ${heading} ${"─".repeat(Math.max(0, 90 - heading.length))}`));
  for (const line of shown) console.log(`   ${colors.dim("│")} ${line}`);
  console.log(colors.dim(`   └${"─".repeat(93)}`));
}

function readable(markdown) {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<details><summary>(.*?)<\/summary>[\s\S]*<\/details>/g, "▸ $1")
    .replace(/\[([^\]]*)\]\(<[^>]*>\)/g, "$1")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\u200b/g, "")
    .replace(/\\([\\`*_{}[\]~|^#+\-.()])/g, "$1")
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/^#+ (.*)$/gm, (_, title) => colors.bold(title))
    .replace(/\*\*(.*?)\*\*/g, (_, text) => colors.bold(text))
    .replace(/ {2}$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** What is further in stays further in. */
function wrap(line, width) {
  const [indent] = /^ */.exec(line);
  const lines = [];
  let current = "";
  for (const word of line.trimStart().split(" ")) {
    if (current !== "" && indent.length + current.length + 1 + word.length > width) {
      lines.push(indent + current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, indent + current];
}
