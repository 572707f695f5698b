// The life of an experiment, on a machine with no GitHub: an offline GitHub, the App as it is built with its embedded
// database, two people, and what they see at each step. `--keep` leaves everything running at the end.
import { customers, DEPLOY, MANIFEST, POLICY, payments, SORTER } from "./demo/props.mjs";
import { file, say, screen, step } from "./demo/show.mjs";
import { openStage, until } from "./demo/stage.mjs";
import { EXPERIMENT, INTAKE } from "./lib/offline-github.mjs";

const keep = process.argv.includes("--keep");
const begun = Date.now();

console.log("Handrail: the life of an experiment. Everything happens on this computer; nothing leaves it.");
const stage = await openStage(POLICY);
try {
  await story(stage.as("maria"), stage.as("dana"));
} catch (error) {
  console.error(`\nThe demo stopped: ${error.message}`);
  process.exitCode = 1;
}
if (keep && process.exitCode === undefined) await waitForPeople();
await stage.close();

async function story(maria, dana) {
  step(1, "Maria, in Finance, tries something: a small script and the five lines that say what it is");
  const first = await propose(maria, "first-try", { "ai-experiment.yml": MANIFEST, "sort.py": SORTER });
  const calm = await checkOn(maria, first.head);
  screen(
    `Pull request #${first.number} · check "AI experiment" · ${calm.conclusion}`,
    `**${calm.output.title}**\n\n${calm.output.summary}`,
    8,
  );
  const quiet = await shownOn(maria, first.number);
  say(
    `Labels: ${quiet.labels.join(", ") || "none"}. Comments: ${quiet.comments.length || "none"}. A clean pull request stays silent.`,
  );
  await merge(maria, first.number);
  say("Maria merges it. The experiment is on the map.");

  step(2, "It works so well that it grows: real customers, a payment key, and a job that deploys to production");
  const second = await propose(maria, "go-live", {
    "pay.py": payments(),
    "exports/customers.csv": customers(),
    ".github/workflows/deploy.yml": DEPLOY,
  });
  const check = await checkOn(maria, second.head);
  screen(
    `Pull request #${second.number} · check "AI experiment" · ${check.conclusion}`,
    `**${check.output.title}**\n\n${check.output.summary}`,
    14,
  );
  const shown = await until("labels and the comment", async () => {
    const now = await shownOn(maria, second.number);
    return now.comments.length > 0 && now.labels.length > 0 && now;
  });
  say(`Labels: ${shown.labels.join(", ")}`);
  screen(`The one comment, by ${shown.comments[0].user.login}`, shown.comments[0].body);
  say("Nothing is blocked: this organisation is in advise mode, and the check is neutral.");

  step(3, "Dev hears of it: exactly one handoff, in the repository where Dev receives them");
  const [issue] = await until("the handoff issue", async () => {
    const all = await handoffs(dana);
    return all.length > 0 && all[0].body.includes("still open") && all;
  });
  screen(`${INTAKE.owner}/${INTAKE.repo}#${issue.number} · ${issue.title}`, issue.body, 60);
  say(`Labels: ${issue.labels.map(({ name }) => name).join(", ")}`);

  step(4, "Maria would like it to be over: `/accept`");
  await comment(maria, issue.number, "/accept");
  screen("Handrail answers", await answer(dana, issue.number, "is for a member of"));

  step(5, "Dana, in Dev, tries it too early: `/accept`");
  await comment(dana, issue.number, "/accept");
  screen("Handrail answers", await answer(dana, issue.number, "Still open"));

  step(6, "They do the work together, tick the boxes, and Dana accepts");
  const { data: current } = await dana.request("GET /repos/{owner}/{repo}/issues/{issue_number}", {
    ...INTAKE,
    issue_number: issue.number,
  });
  await dana.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
    ...INTAKE,
    issue_number: issue.number,
    body: current.body.replaceAll("- [ ]", "- [x]"),
  });
  await comment(dana, issue.number, "/accept");
  screen("Handrail answers", await answer(dana, issue.number, "Accepted, thank you"));
  const production = await until("the pull request that says so", async () => {
    const { data } = await maria.request("GET /repos/{owner}/{repo}/pulls", EXPERIMENT);
    return data.find(({ head }) => head.ref === "handrail/production");
  });
  file(`Pull request #${production.number} · ${production.title}`, await manifestOn(maria, "handrail/production"));
  await merge(maria, production.number);
  say("Maria, the owner, merges it. The product is still hers; Dev runs it.");

  step(7, "From now on it is a company system like any other");
  const next = await propose(maria, "next-step", {
    "README.md": "# Invoice sorter\n\nSorts invoices by cost centre.\n",
    ".github/workflows/deploy.yml": DEPLOY,
  });
  const last = await checkOn(maria, next.head);
  screen(
    `Pull request #${next.number} · check "AI experiment" · ${last.conclusion}`,
    `**${last.output.title}**\n\n${last.output.summary}`,
    8,
  );

  const all = await handoffs(dana);
  console.log(
    `\nDone in ${Math.round((Date.now() - begun) / 1000)} seconds. Handoff issues in all: ${all.length} (${all[0].state}). Comments on the big pull request: ${(await shownOn(maria, second.number)).comments.length}.`,
  );
  console.log(
    "The offline GitHub has no GraphQL and no reactions: files were read one by one, and the thumbs-up under a command is missing.",
  );
}

async function propose(person, branch, files) {
  const { data: main } = await person.request("GET /repos/{owner}/{repo}/git/ref/{ref}", {
    ...EXPERIMENT,
    ref: "heads/main",
  });
  await person.request("POST /repos/{owner}/{repo}/git/refs", {
    ...EXPERIMENT,
    ref: `refs/heads/${branch}`,
    sha: main.object.sha,
  });
  for (const [path, text] of Object.entries(files)) {
    const there = await person
      .request("GET /repos/{owner}/{repo}/contents/{path}", { ...EXPERIMENT, path, ref: branch })
      .catch(() => null);
    await person.request("PUT /repos/{owner}/{repo}/contents/{path}", {
      ...EXPERIMENT,
      path,
      branch,
      message: `Add ${path}`,
      content: Buffer.from(text).toString("base64"),
      ...(there === null ? {} : { sha: there.data.sha }),
    });
  }
  const { data } = await person.request("POST /repos/{owner}/{repo}/pulls", {
    ...EXPERIMENT,
    title: branch,
    head: branch,
    base: "main",
  });
  return { number: data.number, head: data.head.sha };
}

async function merge(person, number) {
  const how = { ...EXPERIMENT, pull_number: number, merge_method: "merge" };
  await person.request("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", how);
}

function checkOn(person, sha) {
  return until("the check", async () => {
    const { data } = await person.request("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
      ...EXPERIMENT,
      ref: sha,
    });
    return data.check_runs.find(({ name }) => name === "AI experiment");
  });
}

async function shownOn(person, number) {
  const { data: pull } = await person.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
    ...EXPERIMENT,
    pull_number: number,
  });
  const { data: comments } = await person.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    ...EXPERIMENT,
    issue_number: number,
  });
  return { labels: pull.labels.map(({ name }) => name), comments };
}

async function handoffs(person) {
  return (await person.request("GET /repos/{owner}/{repo}/issues", { ...INTAKE, state: "all" })).data;
}

async function comment(person, number, body) {
  await person.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    ...INTAKE,
    issue_number: number,
    body,
  });
}

function answer(person, number, words) {
  return until("an answer", async () => {
    const { data } = await person.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...INTAKE,
      issue_number: number,
    });
    return data.map(({ body }) => body).find((body) => body.includes(words));
  });
}

async function manifestOn(person, branch) {
  const { data } = await person.request("GET /repos/{owner}/{repo}/contents/{path}", {
    ...EXPERIMENT,
    path: "ai-experiment.yml",
    ref: branch,
  });
  return Buffer.from(data.content, "base64").toString("utf8");
}

async function waitForPeople() {
  console.log(`\nStill running: the offline GitHub at ${stage.url}, the App at ${stage.appUrl}.`);
  console.log("Tokens: maria-token and dana-token. For example:");
  console.log(`  curl -H "Authorization: token maria-token" ${stage.url}/repos/acme/dev-intake/issues/1`);
  console.log("Stop with Ctrl-C.");
  await new Promise((done) => process.once("SIGINT", done));
}
