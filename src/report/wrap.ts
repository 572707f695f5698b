/** Breaks a paragraph into lines of at most `width` characters; a longer word stands alone and is kept whole. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/).filter((part) => part !== "")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** The same with a first prefix, and as many blanks in front of the lines after it. */
export function hang(prefix: string, text: string, width: number): readonly string[] {
  const indent = " ".repeat(prefix.length);
  const lines = wrap(text, Math.max(20, width - prefix.length));
  return lines.length === 0 ? [prefix.trimEnd()] : lines.map((line, number) => (number === 0 ? prefix : indent) + line);
}

/** A long path without its middle: the end says most. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const points = [...text];
  const head = Math.floor(longest / 4);
  const tail = points.slice(Math.max(head, points.length - (longest - head - 1)));
  return `${points.slice(0, head).join("")}…${tail.join("")}`;
}

/** The beginning of a long text. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest - 1);
  return `${/[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start}…`;
}
