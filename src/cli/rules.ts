import { EXIT, type Exit, UsageProblem } from "./exit.js";
import { nearest } from "./nearest.js";
import { readArguments } from "./options.js";
import { screen, type Terminal } from "./terminal.js";

/** `handrail rules`: every rule on a line or two. */
export async function rules(args: readonly string[], terminal: Terminal): Promise<Exit> {
  readArguments(args, {}, 0);
  const [{ RULE_TEXTS }, { renderRules }] = await Promise.all([
    import("../evaluate.js"),
    import("../report/rule-texts.js"),
  ]);
  terminal.out.write(renderRules(RULE_TEXTS, screen(terminal)));
  return EXIT.fine;
}

/** `handrail explain RULE`: what a rule looks for, why, and what to do. The part of the id after the slash is enough. */
export async function explain(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { names } = readArguments(args, {}, 1);
  const [{ RULE_TEXTS }, { renderRule }] = await Promise.all([
    import("../evaluate.js"),
    import("../report/rule-texts.js"),
  ]);
  const [wanted] = names;
  const all = "`handrail rules` lists them all.";
  if (wanted === undefined)
    throw new UsageProblem("Which rule? Give its id, for example `handrail explain ai/service`.", all);
  const matching = RULE_TEXTS.filter(({ id }) => id === wanted || id.endsWith(`/${wanted}`));
  const [rule] = matching;
  if (rule === undefined) {
    const near = nearest(
      wanted,
      RULE_TEXTS.map(({ id }) => id),
    );
    throw new UsageProblem(
      `There is no rule ${JSON.stringify(wanted)}.`,
      near === null ? all : `Did you mean ${near}? ${all}`,
    );
  }
  if (matching.length > 1) throw new UsageProblem(`There are several: ${matching.map(({ id }) => id).join(", ")}.`);
  terminal.out.write(renderRule(rule, screen(terminal)));
  return EXIT.fine;
}
