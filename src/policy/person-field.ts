import { quote } from "./reading/say.js";
import * as read from "./reading/values.js";

const PERSON =
  /^(?:[A-Za-z\d][\w-]{0,38}(?:\[bot\])?|[\w-]{1,39}\/[\w.-]{1,100}|[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[^\s@<>]{2,60})$/;

/** Who to ask: kept as it is written, but for an `@` in front or a link around it. */
export const person: read.Reader<string> = (node, key, log) => {
  const text = read.text({ longest: 254 })(node, key, log);
  const found = read.wordOf(node, log);
  if (text === undefined || found === null) return undefined;
  const [, name = text] = /^(?:@|\*|mailto:|https:\/\/github\.com\/(?:orgs\/)?)(.+?)\/?$/.exec(text) ?? [];
  const value = name.replace("/teams/", "/");
  if (!PERSON.test(value)) {
    log.advice(
      found.start,
      `We can't tell who ${quote(text)} is on GitHub. A GitHub name, a team such as \`acme/finance\` or a work e-mail lets people ask.`,
    );
  } else if (value !== text) {
    const why = text.startsWith("*") ? "A `*` has a special meaning in YAML. " : "";
    log.advice(found.start, `${why}We read ${quote(text)} as ${quote(value)}.`, read.fix(found, value));
  }
  return value;
};
