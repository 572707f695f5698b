import type { Format } from "../../../catalogue/deploy/kind.js";
import type { SourceFile } from "../../../model/source-file.js";
import { hclTreeOf } from "../../../text/hcl-tree.js";
import { iniOf } from "../../../text/ini.js";
import { jsonOf } from "../../../text/json.js";
import { oncePer } from "../../../text/memo.js";
import { tomlTreeOf } from "../../../text/toml-tree.js";
import type { Entry, Parsed, Tree } from "../../../text/tree.js";
import { parseYaml, yamlOf } from "../../../text/yaml.js";

const NOTHING: Parsed = { documents: [], problem: null, templated: false };

/** The file as trees, in the format that a kind expects. A JSON file is read as JSON also where YAML is expected. */
export function parsedAs(file: SourceFile, format: Format): Parsed {
  switch (format) {
    case "yaml":
      return /\.json$/i.test(file.path) ? jsonOf(file) : yamlOf(file);
    case "json":
      return jsonOf(file);
    case "hcl":
      return /\.json$/i.test(file.path) ? jsonOf(file) : hclTreeOf(file);
    case "toml":
      return /\.jsonc?$/i.test(file.path) ? jsonOf(file) : tomlTreeOf(file);
    case "ini":
      return iniTreeOf(file);
    case "front-matter":
      return frontMatterOf(file);
    default:
      return NOTHING;
  }
}

const iniTreeOf = oncePer((file: SourceFile): Parsed => {
  const sections = iniOf(file).map(({ name, start, end, lines }): readonly [string, Entry] => {
    const entries = lines.map((line): readonly [string, Entry] => [
      line.key,
      {
        ...line,
        keyStart: line.start,
        keyEnd: line.end,
        value: { kind: "scalar", value: line.value, start: line.start, end: line.end },
      },
    ]);
    return [
      name,
      { key: name, keyStart: start, keyEnd: end, value: { kind: "map", entries: new Map(entries), start, end } },
    ];
  });
  const tree: Tree = { kind: "map", entries: new Map(sections), start: 0, end: file.text.length };
  return { documents: [tree], problem: null, templated: false };
});

/** The YAML between the two `---` lines at the top of a Markdown file. */
const frontMatterOf = oncePer((file: SourceFile): Parsed => {
  const head = /^---[ \t]*\r?\n/.exec(file.text);
  const end = head === null ? -1 : file.text.indexOf("\n---", head[0].length - 1);
  if (head === null || end < 0 || end > 20_000) return NOTHING;
  return parseYaml(" ".repeat(3) + file.text.slice(3, end + 1));
});

/** Lines with their offsets, comments of the usual kinds left out. At most 20,000. */
export const plainLinesOf = oncePer(
  (file: SourceFile): readonly { readonly text: string; readonly start: number }[] => {
    const lines: { text: string; start: number }[] = [];
    let start = 0;
    for (const raw of file.text.split("\n", 20_000)) {
      const text = raw.slice(0, 1000).replace(/\r$/, "");
      if (!/^\s*(#|\/\/|;|--|\*|\/\*|<!--)/.test(text)) lines.push({ text, start });
      start += raw.length + 1;
    }
    return lines;
  },
);
