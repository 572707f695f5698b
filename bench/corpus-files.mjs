// One maker per kind of file. The lines are ordinary: code, settings, prose and tables in which most words that rules
// look for come up now and then, and nothing is wrong.
import { oneOf } from "./random.mjs";

/** Words of everyday code, in the order of how often they are used: the first in every file, the last in few. */
const COMMON =
  "action amount array async await batch body buffer build cache call channel check client code column config context copy count create current data date default delete detail device done empty entry error event example export fail fetch field file filter find first flag format forward frame function group handle header height host index input item label language last layout length level limit line link list load local lock log map match method mode module name network next node note number object offset option output owner page parent parse part path pattern plan point policy pool port position prefix process promise property provider query queue range rate read record redirect region remote render report request reset resource response result retry return role root route row rule run sample scale schema scope score script search section select sequence set shape share shift size sort source stack stage start state status step stop store stream string style table tag target task team template test text theme thread time title total trace type unit update value variable vector version view visit wait watch weight width window word worker write zone".split(
    " ",
  );
/** Words that rules look for. Each is in about one file in twelve, as in public repositories. */
const TELLING =
  "account address agent api app customer deploy document email http invoice job key member message model order password payment person phone price product production project prompt send secret server service session stripe openai token upload url user".split(
    " ",
  );
const PACKAGES =
  "react lodash express axios zod vite jest requests numpy pandas flask django boto3 openai pytest".split(" ");
const word = (random) => (random() < 0.01 ? oneOf(random, TELLING) : COMMON[Math.floor(COMMON.length ** random()) - 1]);
const upper = (text) => text[0].toUpperCase() + text.slice(1);
const name = (random) => word(random) + upper(word(random));
const number = (random, most) => Math.floor(random() * most);

const SOURCE_LINES = [
  (r) => `import { ${name(r)}, ${name(r)} } from "./${word(r)}/${word(r)}.js";`,
  (r) => `  const ${name(r)} = await ${name(r)}(${word(r)}, { ${word(r)}: ${number(r, 500)} });`,
  (r) => `  if (${name(r)}.${word(r)} === undefined) return ${word(r)};`,
  (r) => `    ${name(r)}.${word(r)}("${word(r)} ${word(r)} ${word(r)}");`,
  (r) => `  // ${upper(word(r))} the ${word(r)} before the ${word(r)} is ${word(r)}.`,
  (r) => `export function ${name(r)}(${word(r)}: ${upper(word(r))}, ${word(r)}: string): ${upper(name(r))} {`,
  (r) => `  return ${word(r)}.map((${word(r)[0]}) => ${word(r)[0]}.${word(r)} + ${number(r, 99)}).filter(Boolean);`,
  () => "}",
  () => "",
];
const RARE_SOURCE_LINES = [
  (r) => `import ${word(r)} from "${oneOf(r, PACKAGES)}";`,
  (r) => `  const ${word(r)} = process.env.${word(r).toUpperCase()}_${word(r).toUpperCase()};`,
  (r) => `  await fetch("https://${word(r)}.example/v${number(r, 3)}/${word(r)}");`,
];
const ENDINGS = ["ts", "ts", "tsx", "js", "py", "go", "java", "rb"];

export function sourceFile(random, path, bytes) {
  const line = () => oneOf(random, random() < 0.02 ? RARE_SOURCE_LINES : SOURCE_LINES)(random);
  return { path: `${path}.${oneOf(random, ENDINGS)}`, content: lines(bytes, line) };
}

const SETTINGS = {
  yml: (r) => `${word(r)}-${word(r)}-${number(r, 1e6)}:\n  ${word(r)}: ${oneOf(r, [word(r), number(r, 9999), "true"])}`,
  json: (r) => `  "${name(r)}${number(r, 1e6)}": { "${word(r)}": "${word(r)}", "${word(r)}": ${number(r, 9999)} },`,
  toml: (r) =>
    r() < 0.1 ? `[${word(r)}.${word(r)}_${number(r, 1e6)}]` : `${word(r)}_${word(r)}_${number(r, 1e6)} = "${word(r)}"`,
};

export function settingsFile(random, path, bytes) {
  const ending = oneOf(random, Object.keys(SETTINGS));
  const body = lines(bytes, () => SETTINGS[ending](random));
  return { path: `${path}.${ending}`, content: ending === "json" ? `{\n${body}  "last": 0\n}\n` : body };
}

export function docsFile(random, path, bytes) {
  const sentence = () => `${upper(Array.from({ length: 12 }, () => word(random)).join(" "))}.`;
  const line = () =>
    oneOf(random, [sentence, sentence, () => "", () => `## ${upper(word(random))}`, () => `- ${sentence()}`])();
  return { path: `${path}.md`, content: lines(bytes, line) };
}

export function dataFile(random, path, bytes) {
  const head = "id,item,amount,region,updated\n";
  const row = () =>
    `${number(random, 1e6)},${word(random)} ${word(random)},${number(random, 1e4) / 100},${word(random)},2026-0${1 + number(random, 9)}-1${number(random, 9)}`;
  return { path: `${path}.csv`, content: head + lines(bytes, row) };
}

export function binaryFile(random, path, bytes) {
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
  return {
    path: `${path}.png`,
    content: Buffer.concat([head, Buffer.from(Array.from({ length: bytes }, () => number(random, 256)))]),
  };
}

function lines(bytes, next) {
  const parts = [];
  for (let size = 0; size < bytes; ) {
    const line = `${next()}\n`;
    parts.push(line);
    size += line.length;
  }
  return parts.join("");
}
