import { AREAS } from "../../../catalogue/impact/areas.js";
import type { Match } from "../../../model/rule.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import { milder, type Outcome } from "../../../model/vocabulary.js";
import type { Code } from "../../../text/source-code.js";
import { counterSigns, isRehearsal, liveSigns, ownSchedule } from "./legs.js";
import { scheduledBy } from "./schedules.js";
import type { Act } from "./signs.js";

type Area = (typeof AREAS)[number];

const LOWER: Readonly<Record<Outcome, Outcome>> = { stop: "handoff", handoff: "advice", advice: "note", note: "note" };

/** One act with what speaks for and against it being real, or nothing where it only pretends. */
export function judge(act: Act, code: Code, file: SourceFile, surroundings: Surroundings): Match | null {
  const live = liveSigns(act, code, surroundings.production);
  const rehearsal = isRehearsal(act, code);
  if (rehearsal && live.length === 0) return null;
  const area = AREAS.find(({ id }) => id === act.record.area);
  if (area === undefined) return null;
  const workflow = scheduledBy(file.path, surroundings);
  const unattended = workflow === null ? [] : [`${workflow} runs this file at set times, with secrets at hand.`];
  const repeated = ownSchedule(code) ? ["The code runs it at set times."] : [];
  const counter = [...counterSigns(code), ...(rehearsal ? ["There is a test mode beside the live one."] : [])];
  const reached = reachedBy(live.length + unattended.length, repeated.length, file.path, area);
  const certain = live.length > 0;
  return {
    ...code.placeOf([act.call.start, Math.min(act.call.end, act.call.start + 160)]),
    message: messageOf(act, certain),
    because: [
      `\`${act.call.callee.slice(0, 80)}\` is called here${act.host === undefined ? "" : `, and goes to ${act.host}`}.`,
      ...live,
      ...unattended,
      ...repeated,
      ...counter,
      ...notFound(live, counter),
    ],
    remedy: remedyOf(area),
    identity: act.record.id,
    confidence: certain ? "high" : "medium",
    suggests: suggested(area, reached, counter.length > 0),
  };
}

/** A script of Apps Script that sets its own clock runs for real, in somebody's account, from the first day. */
function reachedBy(certain: number, repeated: number, path: string, area: Area): Outcome {
  if (certain > 0 || (repeated > 0 && path.endsWith(".gs"))) return "handoff";
  return repeated > 0 ? "advice" : area.usually;
}

function suggested(area: Area, reached: Outcome, isLowered: boolean): Outcome {
  const capped = milder(area.most, reached);
  return isLowered ? LOWER[capped] : capped;
}

function messageOf({ record }: Act, certain: boolean): string {
  return certain ? `This code can ${record.does}, and it points at the live system.` : `This code can ${record.does}.`;
}

function notFound(live: readonly string[], counter: readonly string[]): readonly string[] {
  if (live.length === 0) return ["Looked for a live key, a live address or a production setting and found none."];
  return counter.length > 0 ? [] : ["Looked for a test mode, a dry run or a person who confirms and found none."];
}

function remedyOf({ ask, try: tip }: Area): string {
  return `${ask} ${tip}`;
}
