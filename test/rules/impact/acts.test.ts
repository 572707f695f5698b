import { describe, expect, test } from "@jest/globals";
import { BUILT_IN_POLICY, productionNames } from "../../../src/model/policy.js";
import rules from "../../../src/rules/impact/acts.js";
import { scan } from "../../../src/scan/scan.js";
import { rawFile, surroundings } from "../../support/run-rule.js";

async function run(files: Readonly<Record<string, string>>, hosts: readonly string[] = []) {
  const raw = Object.entries(files).map(([path, text]) => rawFile(path, text));
  const production = { ...productionNames(BUILT_IN_POLICY), hosts };
  const { findings } = await scan(raw, rules, surroundings(raw, { production }), "test");
  return findings;
}

const outcome = async (text: string, path = "app.py") =>
  (await run({ [path]: text })).map(({ ruleId, suggests }) => `${ruleId} ${suggests}`);
const STRIPE = "import stripe\nstripe.api_key = KEY\n";
const CHARGE = "stripe.Charge.create(amount=1)\n";
const live = `k = os.environ["STRIPE_LIVE_KEY"]\n`;
const SMTP = "import smtplib\n";

describe("pairs: what is real and what only looks like it", () => {
  test.each<[string, string, string[]]>([
    ["a live key by its name", STRIPE + live + CHARGE, ["impact/payments handoff"]],
    [
      "a live key by its form",
      `${STRIPE}x = "${["rk", "live", "x1"].join("_")}"\n${CHARGE}`,
      ["impact/payments handoff"],
    ],
    ["a key of unknown kind", STRIPE + CHARGE, ["impact/payments note"]],
    ["a test key", `${STRIPE}x = "${["sk", "test", "x1"].join("_")}"\n${CHARGE}`, []],
    ["a live key and only a look", `${STRIPE}${live}stripe.Charge.list()\n`, []],
    [
      "a live and a test key side by side",
      `${STRIPE}${live}t = os.environ["STRIPE_TEST_KEY"]\n${CHARGE}`,
      ["impact/payments advice"],
    ],
    ["a dry run by default", `${STRIPE}${live}def go(dry_run: bool = True):\n  ${CHARGE}`, ["impact/payments advice"]],
    [
      "a person who says yes",
      `${STRIPE}${live}if input("Really send? y/n") == "y":\n  ${CHARGE}`,
      ["impact/payments advice"],
    ],
    ["a call in a comment", `${STRIPE}${live}# ${CHARGE}`, []],
    ["a call in a text", `${STRIPE}${live}doc = """\n${CHARGE}"""`, []],
    ["only an import", `${STRIPE}${live}`, []],
    ["a namesake", `class stripe: pass\n${CHARGE}`, []],
    ["mail to a real server", `${SMTP}smtplib.SMTP(host).send_message(m)`, ["impact/email note"]],
    ["mail to this computer", `${SMTP}smtplib.SMTP("localhost").send_message(m)`, []],
    ["mail to nobody", `${SMTP}m["To"] = "a@example.com"\nsmtplib.SMTP(host).send_message(m)`, []],
    ["mail to somebody", `${SMTP}m["To"] = "a@acme.io"\nsmtplib.SMTP(host).send_message(m)`, ["impact/email note"]],
    [
      "mail at set times",
      `${SMTP}import schedule\nschedule.every().day.do(go)\nsmtplib.SMTP(host).send_message(m)`,
      ["impact/email advice"],
    ],
    [
      "a chat at set times",
      "from slack_sdk import WebClient\nimport schedule\nschedule.every().day.do(go)\nWebClient(t).chat_postMessage(channel='#sales')",
      ["impact/chat advice"],
    ],
    [
      "a channel for tries",
      "from slack_sdk import WebClient\nC = '#ai-sandbox'\nWebClient(t).chat_postMessage(channel=C)",
      [],
    ],
    [
      "a channel with test in a longer word",
      "from slack_sdk import WebClient\nWebClient(t).chat_postMessage(channel='#contest')",
      ["impact/chat note"],
    ],
    [
      "an address put together",
      "BASE = 'https://api.linkedin.com'\nrequests.post(f'{BASE}/rest/posts', json=p)",
      ["impact/social advice"],
    ],
    ["the same address, read", "BASE = 'https://api.linkedin.com'\nrequests.get(f'{BASE}/rest/posts')", []],
    ["a fake host", "requests.post('https://api.linkedin.com.acme.example/rest/posts', json=p)", []],
  ])("%s", async (_, text, expected) => {
    expect(await outcome(text)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    [
      "fetch that posts",
      'await fetch("https://slack.com/api/chat.postMessage", { method: "POST", body });',
      ["impact/chat note"],
    ],
    ["fetch that reads", 'await fetch("https://slack.com/api/chat.postMessage");', []],
    [
      "axios",
      `await axios.post(\`https://api.twilio.com/2010-04-01/Accounts/$${"{sid}"}/Messages.json\`, b);`,
      ["impact/sms note"],
    ],
    [
      "a live key",
      'import Stripe from "stripe";\nnew Stripe(process.env.STRIPE_LIVE_KEY!).refunds.create({});',
      ["impact/payments handoff"],
    ],
  ])("in JavaScript: %s", async (_, text, expected) => {
    expect(await outcome(text, "src/a.ts")).toEqual(expected);
  });

  test.each(["tests/test_pay.py", "src/__mocks__/pay.py", "node_modules/x/pay.py", "pay.md"])(
    "%s is left alone",
    async (path) => {
      expect(await outcome(STRIPE + live + CHARGE, path)).toEqual([]);
    },
  );
});

describe("who runs it", () => {
  const script = `${SMTP}smtplib.SMTP(host).send_message(m)`;
  const workflow = (on: string, env: string) =>
    `on: ${on}\njobs:\n  go:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python jobs/digest.py\n        env:\n          ${env}\n`;

  test("a workflow at set times with a secret is a handoff", async () => {
    const files = {
      "jobs/digest.py": script,
      ".github/workflows/daily.yml": workflow("{ schedule: [{ cron: '0 6 * * *' }] }", "P: ${" + "{ secrets.P }}"),
    };
    const [finding] = await run(files);
    expect(finding).toMatchObject({ suggests: "handoff", trigger: "real-world-impact" });
    expect(finding?.because.join(" ")).toContain("daily.yml runs this file at set times");
  });

  test.each([
    ["by hand", "workflow_dispatch", "P: ${" + "{ secrets.P }}"],
    ["without a secret", "{ schedule: [{ cron: '0 6 * * *' }] }", "P: nothing"],
  ])("a workflow %s is not", async (_, on, env) => {
    const findings = await run({ "jobs/digest.py": script, ".github/workflows/daily.yml": workflow(on, env) });
    expect(findings.map(({ suggests }) => suggests)).toEqual(["note"]);
  });

  test("Apps Script that sets its own clock is a handoff, and by hand it is not", async () => {
    const mail = "function go() { MailApp.sendEmail(row[0], subject, text); }\n";
    const clock = 'ScriptApp.newTrigger("go").timeBased().everyDays(1).create();\n';
    expect((await run({ "Code.gs": mail + clock }))[0]?.suggests).toBe("handoff");
    expect((await run({ "Code.gs": mail }))[0]?.suggests).toBe("note");
  });

  test("a host that the organisation calls production is a handoff", async () => {
    const text = "requests.post('https://acme.atlassian.net/rest/api/3/issue', json=i)";
    expect((await run({ "a.py": text }, ["acme.atlassian.net"]))[0]?.suggests).toBe("handoff");
    expect((await run({ "a.py": text }))[0]?.suggests).toBe("note");
  });
});

test("what was looked for and not found is said", async () => {
  const [asked] = await run({ "a.py": `${SMTP}smtplib.SMTP(host).send_message(m)` });
  expect(asked?.because.at(-1)).toBe("Looked for a live key, a live address or a production setting and found none.");
  const [certain] = await run({ "a.py": STRIPE + live + CHARGE });
  expect(certain?.because.at(-1)).toBe("Looked for a test mode, a dry run or a person who confirms and found none.");
  const [lowered] = await run({ "a.py": `${STRIPE}${live}graph.add(interrupt(x))\n${CHARGE}` });
  expect(lowered?.because).toContain("A person is asked before it happens.");
});
