import { expect, test } from "@jest/globals";
import { renderDrift, renderLearning, renderReminder } from "../../src/report/reminders.js";

const devTeam = "acme/dev";
const ALL = [
  ...(["dev", "team"] as const).flatMap((waitsOn) =>
    [0, 1, 2].map((sent) => renderReminder({ waitsOn, sent, devTeam })),
  ),
  renderDrift({ titles: ["CODEOWNERS, without errors"], devTeam, isGuarded: false }),
  renderDrift({ titles: ["CODEOWNERS, without errors"], devTeam: null, isGuarded: true }),
  renderLearning("https://github.example/acme/sorter/edit/main/ai-experiment.yml"),
  renderLearning(null),
];

test.each(ALL.map((text) => [text]))("few words, a next step, and nobody blamed: %s", (text) => {
  expect(text.split(/\s+/).length).toBeLessThan(120);
  expect(text).toMatch(/next step|Next step|enough|Who could have a look|closes it/);
  expect(text).not.toMatch(
    /violation|non-compliant|denied|must not|forbidden|late|overdue|failed to|ignored|certified/i,
  );
});

test("the team is asked without a mention, and Dev's team with one", () => {
  expect(renderReminder({ waitsOn: "team", sent: 0, devTeam })).not.toContain("@");
  expect(renderReminder({ waitsOn: "dev", sent: 0, devTeam })).toContain("@acme/dev");
  expect(renderReminder({ waitsOn: "dev", sent: 0, devTeam: null })).not.toContain("@");
});

test("where more people can read, nothing of the experiment is named", () => {
  expect(renderDrift({ titles: ["CODEOWNERS, without errors"], devTeam, isGuarded: true })).not.toContain("CODEOWNERS");
});
