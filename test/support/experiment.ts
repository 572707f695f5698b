import { commentEvent, pullEvent, pushEvent } from "./deliver.js";
import { addIssue, type FakeIssue, type Repo } from "./fake-github.js";
import type { World } from "./service.js";

/** Experiments of Maria's, and what she, Dana and others do with them on the GitHub of a {@link World}. */

export const MANIFEST = "name: Invoice sorter\nowner: maria\ndata: made-up\n";
export const MAIN = { "ai-experiment.yml": MANIFEST };
export const DEPLOY = `on: { push: { branches: [main] } }
jobs:
  deploy:
    environment: production
    runs-on: ubuntu-latest
    steps: [{ run: kubectl --context prod apply -f k8s/ }]
`;
export const GROWN = { ...MAIN, ".github/workflows/deploy.yml": DEPLOY };

export function acting(world: () => World) {
  type Files = Readonly<Record<string, string>>;

  const experiment = (name: string, isPrivate = true): Repo => {
    const { github } = world();
    const repo = github.repo(name, { private: isPrivate });
    github.commit(repo, MAIN, "main");
    github.permissions.set(`${name}/maria`, "write");
    return repo;
  };

  const propose = (repo: Repo, files: Files): { readonly pull: FakeIssue; readonly head: string } => {
    const pull = addIssue(repo, { title: "A change", isPull: true, login: "maria" });
    return { pull, head: world().github.commit(repo, files, `pull-${pull.number}`) };
  };

  const opened = (repo: Repo, pull: FakeIssue, action = "opened") =>
    world().send(pullEvent(world().github, repo, pull, action));

  /** Puts these files on the default branch, as a pull request of this number would. Returns the commit. */
  const merge = async (repo: Repo, files: Files, pull?: number): Promise<string> => {
    const before = repo.heads.get("main") ?? "";
    const after = world().github.commit(repo, files, "main");
    if (pull !== undefined) repo.merged.set(after, pull);
    await world().send(pushEvent(repo, before, after));
    return after;
  };

  /** A comment under an issue. Returns it and what was answered. */
  const command = async (repo: Repo, issue: FakeIssue, body: string, login: string) => {
    const { github, send } = world();
    const comment = { id: github.nextId(), issue: issue.number, body, user: { login }, reactions: [] as string[] };
    repo.comments.push(comment);
    const before = repo.comments.length;
    await send(commentEvent(repo, issue, comment.id, body, login));
    return { receipt: comment.reactions, answers: repo.comments.slice(before).map((one) => one.body) };
  };

  const handoffOf = (repo: Repo) => world().intake.issues.find(({ body }) => body.includes(`/acme/${repo.name}`));

  /** What was said under the handoff of an experiment. */
  const saidOn = (issue: FakeIssue | undefined) =>
    world()
      .intake.comments.filter((one) => one.issue === issue?.number)
      .map(({ body }) => body);

  /** An experiment that has grown, with its handoff. */
  const handedOff = async (name: string) => {
    const repo = experiment(name);
    const { pull } = propose(repo, GROWN);
    await opened(repo, pull);
    const issue = handoffOf(repo);
    if (issue === undefined) throw new Error(`${name} has no handoff.`);
    return { repo, pull, issue };
  };

  return { experiment, propose, opened, merge, command, handoffOf, saidOn, handedOff };
}
