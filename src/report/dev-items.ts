/** What Dev looks after, as boxes for people to tick. An item can be ticked, or ticked with "not needed, because". */
export interface DevItem {
  readonly id: string;
  readonly text: string;
}

export const DEV_ITEMS: readonly { readonly heading: string; readonly items: readonly DevItem[] }[] = [
  {
    heading: "Engineering",
    items: [
      { id: "owner", text: "A named owner, and a tier (small, standard or critical)" },
      { id: "code", text: "The code is where the company's systems are, reviewed and tested" },
    ],
  },
  {
    heading: "Security",
    items: [
      { id: "production-access", text: "Production access: who has it, and how it is given" },
      { id: "data", text: "Data: what is kept, for how long, and who may see it" },
    ],
  },
  {
    heading: "SRE",
    items: [
      { id: "monitoring", text: "Monitoring, with somebody who is told" },
      { id: "incident-response", text: "Incident response: on-call and a runbook" },
      { id: "operational-safety", text: "Operational safety: limits, a way to stop it, a way back" },
    ],
  },
  {
    heading: "DevOps",
    items: [{ id: "infrastructure", text: "Infrastructure that is written down and deployed like other systems" }],
  },
];

/** These are in every handoff, whatever the tier says. */
export const ALWAYS = [
  "production-access",
  "infrastructure",
  "monitoring",
  "incident-response",
  "operational-safety",
] as const;

export interface Tick {
  readonly ticked: boolean;
  /** The words after "not needed, because". */
  readonly notNeeded: string | null;
}

const BOX = /^\s{0,8}[-*] \[([ xX])\] (.{0,600}?)<!-- item:([a-z-]{1,40}) -->/gm;

/** What people ticked in an issue's body. A line that somebody took out is not ticked. */
export function ticksIn(body: string): ReadonlyMap<string, Tick> {
  return new Map(
    [...body.slice(0, 70_000).matchAll(BOX)].map(([, mark = " ", text = "", id = ""]) => {
      const reason = /not needed,? because:?\s+(.{3,300})/i.exec(text)?.[1]?.trim() ?? null;
      return [id, { ticked: mark !== " ", notNeeded: reason }] as const;
    }),
  );
}

const TITLES: ReadonlyMap<string, string> = new Map(
  DEV_ITEMS.flatMap(({ items }) => items).map(({ id, text }) => [id, text.split(/[:,]/)[0] ?? text] as const),
);

export function itemTitle(id: string): string {
  return TITLES.get(id) ?? id.replaceAll("-", " ");
}
