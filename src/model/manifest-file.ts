import * as z from "zod";
import { DATA_KINDS, DATA_WORDS, NEEDS, STATUSES, USED_BY } from "./manifest.js";

/**
 * The published shape of `ai-experiment.yml`: what a person may write. The reader accepts more, and says what it made of
 * it. Nothing that runs needs this file: it makes the JSON Schema and the types, and the command line starts without it.
 */

const Text = z.string().min(1);
const oneOrMore = <T extends z.ZodType>(item: T, least = 0) => z.union([item, z.array(item).min(least)]);
/** A pattern is matched against every path: the cap keeps that quick. */
const Glob = Text.max(256);
const IsoDate = z.iso.date();

/** What an editor shows beside a field. */
const help = (description: string, ...examples: readonly unknown[]) =>
  examples.length === 0 ? { description } : { description, examples: [...examples] };

export const DataDeclaration = z
  .strictObject({
    paths: oneOrMore(Glob, 1).meta(help("Which files: globs, from the root of the repository.", "fixtures/*.csv")),
    kind: z.enum(DATA_WORDS).meta(help("What is in them.", "public")),
    source: Text.max(300).optional().meta(help("Where the files come from.", "The open company register, May 2026")),
  })
  .meta(help("What data is in some of the files."));

export const AiUse = z
  .strictObject({
    service: Text.meta(help("The id of the service in your organisation's list.", "azure-openai")),
    account: Text.optional().meta(help("Which account is used. A name, never a key.", "finance-ops-shared")),
    for: Text.optional().meta(help("What it is used for.", "reading the invoice text")),
  })
  .meta(help("An AI service, and what it is used for."));

export const Waiver = z
  .strictObject({
    rule: Text.meta(help("What it is for: a rule's id or a family.", "real-data")),
    paths: oneOrMore(Glob, 1).meta(
      help("Which files it is for. Stars alone are too many.", ["fixtures/suppliers.csv"]),
    ),
    reason: Text.min(10)
      .max(300)
      .meta(
        help("Why that is fine. People say yes to this sentence.", "A public list of companies, not our suppliers."),
      ),
    "approved-by": Text.optional().meta(help("Who said yes. It counts once they approved the change.", "dana-kim")),
    expires: IsoDate.meta(
      help("The last day it is for; 90 days from now at most, unless your organisation says otherwise.", "2027-01-15"),
    ),
    link: z
      .url()
      .optional()
      .meta(help("Where it was talked about.", "https://github.com/acme/invoice-sorter/issues/7")),
  })
  .meta(help("An exception for some files, with a reason and an end."));

export const Production = z
  .strictObject({
    owner: Text.meta(help("The team that runs it.", "acme/payments-platform")),
    tier: z.enum(["small", "standard", "critical"]).optional().meta(help("How much depends on it.", "standard")),
    "on-call": Text.optional().meta(
      help("Where to find who is on call.", "https://oncall.acme.example/payments-platform"),
    ),
    slo: Text.optional().meta(help("What was promised: a link or a path.", "docs/slo.md")),
    runbook: Text.optional().meta(help("What to do when it breaks: a link or a path.", "docs/runbook.md")),
    "keeps-data-for": Text.optional().meta(help("How long data is kept.", "90 days")),
  })
  .meta(help("Who runs it, once Dev accepted the handoff. Written for you."));

/** The published shape: what a person may write. The reader accepts more, and says what it made of it. */
export const ManifestFile = z
  .object({
    version: z.literal(1).default(1).meta(help("The version of this file's format. You can leave it out.")),
    name: Text.max(80).optional().meta(help("What you call it. Without it: the repository's name.", "Invoice sorter")),
    summary: Text.max(300)
      .optional()
      .meta(help("What are you trying to find out?", "Can AI put supplier invoices in the right folder?")),
    owner: oneOrMore(Text, 1).meta(
      help("Who to ask: a GitHub name, a team or a work e-mail. One or a list.", "maria-lopez", "acme/finance-ops"),
    ),
    "business-owner": oneOrMore(Text)
      .optional()
      .meta(
        help("Who keeps the product idea, also after a handoff. Without it: the owner.", "priya.shah@acme.example"),
      ),
    team: Text.max(80).optional().meta(help("The team it belongs to.", "Finance Ops")),
    status: z
      .enum(STATUSES)
      .default("exploring")
      .meta(help("Where it is. `production` is written when Dev accepted the handoff.", "exploring")),
    data: z
      .union([z.enum(DATA_WORDS), DataDeclaration, z.array(z.union([z.enum(DATA_WORDS), DataDeclaration])).min(1)])
      .meta(help("What data it uses. `not-sure` is a fine answer.", "made-up", ["made-up", "internal"])),
    "data-kinds": oneOrMore(z.enum(DATA_KINDS))
      .default([])
      .meta(help("What the data is about, when it is sensitive or nobody is sure.", ["customer", "payment"])),
    "used-by": z.enum(USED_BY).default("just-me").meta(help("Who uses what comes out of it.", "my-team")),
    environments: oneOrMore(Text)
      .default(["local"])
      .meta(help("Where it runs: names from your organisation's list.", ["local", "sandbox"])),
    ai: oneOrMore(z.union([Text, AiUse]))
      .default([])
      .meta(help("Which AI services it uses: names from your organisation's list.", ["github-copilot"])),
    needs: oneOrMore(z.enum(NEEDS))
      .default([])
      .meta(help("What it can't do without. The first three bring Dev in; `help` asks Dev for advice.", ["help"])),
    spec: Text.optional().meta(help("The product specification: a link or a path in this repository.", "docs/spec.md")),
    request: z
      .url()
      .optional()
      .meta(help("The request to Dev. Written for you.", "https://github.com/acme/dev-intake/issues/41")),
    handoff: z
      .url()
      .optional()
      .meta(help("The handoff with Dev. Written for you.", "https://github.com/acme/dev-intake/issues/57")),
    started: IsoDate.optional().meta(help("The first day.", "2026-09-01")),
    "review-by": IsoDate.optional().meta(
      help("When to look at this file again. Nothing turns red for it.", "2026-12-01"),
    ),
    ends: IsoDate.optional().meta(help("The last day, if there is one.", "2027-03-31")),
    learned: oneOrMore(Text)
      .default([])
      .meta(help("What you found out: short texts or links.", ["Scanned invoices need a cleaner first step."])),
    share: z
      .union([z.boolean(), z.enum(["yes", "no"])])
      .default(false)
      .meta(help("May others in the company read what you learned?", true)),
    waivers: z.array(Waiver).default([]).meta(help("Exceptions that you ask for.")),
    production: Production.optional(),
  })
  .meta({ title: "AI experiment", ...help("A few lines that say what this experiment is and who to ask.") });
