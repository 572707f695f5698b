import { createHmac, timingSafeEqual } from "node:crypto";
import { transaction } from "../store/database.js";
import { noteEvent } from "../store/events.js";
import { savePull } from "../store/pulls.js";
import { addJob } from "../store/queue.js";
import { saveRepository } from "../store/repositories.js";
import type { Application } from "./application.js";
import { Payload } from "./payloads.js";
import { POLICY_REPOSITORY } from "./policies.js";
import { route } from "./routing.js";

/** Compares the signature over the very bytes that came, in a time that tells nothing. */
export function isSigned(body: Buffer, signature: string | undefined, secrets: readonly string[]): boolean {
  const given = Buffer.from(signature ?? "");
  return secrets.some((secret) => {
    const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(body).digest("hex")}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

export interface Delivery {
  readonly guid: string;
  readonly event: string;
  readonly body: Buffer;
}

export type Accepted = "new" | "known" | "nothing-to-do" | "not-understood";

/** Writes down what a verified delivery means, all of it or nothing. When this returns, it can't be lost any more. */
export async function accept(app: Application, appId: number, { guid, event, body }: Delivery): Promise<Accepted> {
  const payload = Payload.safeParse(jsonOf(body));
  if (!payload.success) return "not-understood";
  const { repository, pull, job } = route(event, payload.data, appId);
  if (event === "push" && repository?.name === POLICY_REPOSITORY) app.policies.forget(repository.owner);
  if (repository === undefined && job === undefined) return "nothing-to-do";
  return transaction(app.database, async (sql) => {
    const action = payload.data.action ?? null;
    const isNew = await noteEvent(sql, { guid, name: event, action, jobKey: job?.key ?? null });
    if (!isNew) return "known";
    if (repository !== undefined && repository.installationId > 0) await saveRepository(sql, repository);
    if (pull !== undefined) await savePull(sql, pull);
    if (job !== undefined) await addJob(sql, job);
    return job === undefined ? "nothing-to-do" : "new";
  });
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}
