import { prose } from "./escape/markdown.js";
import { safeUrl } from "./escape/url.js";

/** What the clock says on the issue of a handoff: few words, nobody blamed, and always a next step. */

export interface Reminder {
  readonly waitsOn: "dev" | "team";
  /** How many were sent before. */
  readonly sent: number;
  /** `org/team` of the policy; the only one that is ever mentioned here. */
  readonly devTeam: string | null;
}

export function renderReminder({ waitsOn, sent, devTeam }: Reminder): string {
  if (waitsOn === "team")
    return sent === 0
      ? 'A small reminder for the original team: the next step here is yours. A few words are enough, and "we need more time" is one of them.'
      : "This handoff still waits for a word from the original team. There is no hurry. If it can rest for now, `/withdraw` closes it, and `/handoff` brings it back at any time.";
  const team = mention(devTeam);
  return sent === 0
    ? `${team}, this handoff waits for an answer. A few words are enough, or \`/not-now\` and the reason.`
    : `${team}, this handoff still waits for an answer. Who could have a look?`;
}

export interface Drift {
  readonly titles: readonly string[];
  readonly devTeam: string | null;
  /** More people can read this than can see the experiment: then nothing of it is named. */
  readonly isGuarded: boolean;
}

/** After acceptance: what was fine then and is not any more. */
export function renderDrift({ titles, devTeam, isGuarded }: Drift): string {
  const what = isGuarded ? "" : `\n\n${titles.map((title) => `- ${prose(title)}`).join("\n")}`;
  return `${mention(devTeam)}, something that was fine when this was accepted looks different now.${what}\n\nThat happens. It runs as a company system, so it's worth a look. Next step: put it back, or write here why it may stay so. We look again every week and speak up less and less.`;
}

function mention(team: string | null): string {
  return team === null ? "Dev" : `@${team}`;
}

/** Asked once, when an experiment is put away. Without an address, the answer may be written where it is asked. */
export function renderLearning(editUrl: string | null): string {
  const url = safeUrl(editUrl ?? undefined);
  const next =
    url === null
      ? "Next step, if you like: write it here."
      : `Next step, if you like: add it under \`learned\` in [the manifest](${url}), for example \`learned: It sorts well, and umlauts break it\`.`;
  return `This experiment is put away. Thank you for trying it! One line of what was learned helps the next person, whether it worked or not. ${next} We ask only once.`;
}
