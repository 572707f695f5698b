/** The names and numbers that lead to a value, outermost first. */
export type JsonPath = readonly (string | number)[];

/**
 * Calls `found` with every string value of a valid JSON text, in order: its path, where its opening quote stands and its
 * length with both quotes. The path is only good during the call. Other texts give anything, but never throw.
 */
export function eachJsonString(text: string, found: (path: JsonPath, offset: number, length: number) => void): void {
  const path: (string | number)[] = [];
  let isName = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 34) {
      const end = endOfString(text, i + 1);
      if (isName) path[path.length - 1] = nameIn(text.slice(i, end + 1));
      else found(path, i, end + 1 - i);
      isName = false;
      i = end;
    } else if (unit === 44) {
      const last = path[path.length - 1];
      isName = typeof last === "string";
      if (typeof last === "number") path[path.length - 1] = last + 1;
    } else if (unit === 123 || unit === 91) {
      isName = unit === 123;
      path.push(isName ? "" : 0);
    } else if (unit === 125 || unit === 93) {
      path.pop();
      isName = false;
    }
  }
}

/** Where the closing quote stands: the first quote without an odd number of backslashes before it. */
function endOfString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (quote - backslashes > from && text.charCodeAt(quote - backslashes - 1) === 92) backslashes++;
    if (backslashes % 2 === 0) return quote;
  }
  return text.length;
}

function nameIn(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
