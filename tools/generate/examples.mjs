// A rule's examples as they may be printed: every secret that any rule sees in them is taken out.

const MOST_LINES = 14;
const LONGEST_LINE = 110;

/** Something long that mixes letters and digits, as keys do: nothing like it is printed, whatever the rules say. */
const KEYLIKE = /[A-Za-z0-9_+=-]{20,}/g;

export function printer({ RULES, selector, sourceFile, redactor, surroundings }) {
  const select = selector(RULES);

  async function secretsIn(example) {
    const raw = ([path, text]) => ({ path, bytes: Buffer.from(text) });
    const own = raw([example.path ?? "example.txt", example.text]);
    const around = Object.entries(example.around ?? {}).map(raw);
    const beside = surroundings([own, ...around], example.given);
    const found = await Promise.all(
      select(own).map(async (rule) => {
        try {
          return [...(await rule.detect(sourceFile(own), beside))].flatMap(({ secrets }) => secrets ?? []);
        } catch {
          return [];
        }
      }),
    );
    return found.flat();
  }

  /** A fenced block with the file's name above it. */
  return async function print(example) {
    const mask = redactor(await secretsIn(example));
    const lines = (example.shown ?? example.text).replace(/\n+$/, "").split(/\r\n|\r|\n/);
    const shown = lines.slice(0, MOST_LINES).map((line) => cut(withoutKeys(mask(line.replaceAll("\t", "  ")))));
    if (lines.length > MOST_LINES) shown.push(`… and ${lines.length - MOST_LINES} more lines`);
    const fence = "`".repeat(Math.max(3, ...shown.map((line) => (line.match(/`+/g) ?? []).length + 1)));
    return [title(example), "", fence, ...shown, fence, ""].join("\n");
  };
}

function title({ path, around, given }) {
  const beside = Object.keys(around ?? {}).map((name) => `\`${name}\``);
  const said = given === undefined ? "" : `, where it is known: \`${cut(JSON.stringify(given).replaceAll("`", "'"))}\``;
  return `\`${path ?? "any file"}\`${beside.length === 0 ? "" : `, beside ${beside.join(", ")}`}${said}`;
}

function withoutKeys(line) {
  return line.replace(KEYLIKE, (word) =>
    (word.match(/\d/g) ?? []).length >= 3 && (word.match(/[A-Za-z]/g) ?? []).length >= 5
      ? `${word.slice(0, 6)}…`
      : word,
  );
}

const cut = (line) => (line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE - 1)}…`);
