/** What `--help` prints, by command. */
export const HELP: Readonly<Record<string, string>> = {
  "": `Handrail looks at an AI experiment and says, kindly, when it is time to bring Dev in.

  handrail check [DIR]           look at a folder, or at what a branch adds
  handrail init [DIR]            write the small ai-experiment.yml
  handrail baseline [DIR]        keep what is known today from being told again
  handrail mock FILE             write a made-up twin of a data file
  handrail explain RULE          what a rule looks for, why, and what to do
  handrail rules                 all rules
  handrail policy check FILE     read an organisation's policy file

  handrail COMMAND --help        more about one of them
  handrail --version
`,
  check: `handrail check [DIR]

Looks at every file in DIR (here, if left out) that git tracks or does not ignore.

  --base REF         only what the commits since REF add or make worse, for example origin/main
  --head REF         where those commits end; HEAD if left out
  --policy FILE      the organisation's policy; the built-in one if left out
  --mode MODE        advise (never blocks) or enforce
  --format FORMAT    text, json, sarif, markdown, html or cyclonedx
  --output FILE      write the report there
  --fail-on LEVEL    never, advice, handoff or stop: exit with 1 from this on
  --now DATE         judge as if it were this day, for example 2026-11-24

Exit: 0 fine, 1 the result blocks, 2 something about the command or its input, 3 a mistake of ours.
`,
  init: `handrail init [DIR]

Writes ai-experiment.yml: what the experiment is called, who to ask, and what data it uses.

  --owner NAME       your GitHub name, org/team or work e-mail
  --data WORD        none, made-up, public, internal, sensitive or not-sure
  --name TEXT        the name of the experiment; the folder's name if left out
`,
  baseline: `handrail baseline [DIR]

Writes ai-experiment-baseline.json: what is found today is counted from now on and not told again. Live keys are told
all the same. Commit the file; delete it to hear everything again.

  --policy FILE      the organisation's policy; the built-in one if left out
`,
  mock: `handrail mock FILE

Writes a made-up twin of the table in FILE beside it, as comma-separated values: the same columns, types, lengths and
number of rows, with nobody in it. Addresses and numbers come from ranges that belong to nobody.

  --output FILE      write it there
`,
  explain: `handrail explain RULE

Tells what a rule looks for, why it matters and what to do. \`handrail rules\` lists the rules.
`,
  rules: `handrail rules

Lists every rule, by family.
`,
  policy: `handrail policy check FILE

Reads an organisation's policy file and says which lines need another look. Exit 1 where a part can't be used.
`,
};
