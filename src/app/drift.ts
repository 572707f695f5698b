import type { StoredDrift as Drift } from "../store/handoffs.js";

const WEEK = 7 * 86_400_000;

export const NO_DRIFT: Drift = { items: [], times: 0, saidAt: null };

/** Weeks from one word to the next about the same things. After the last there is silence until something is new. */
const PAUSES = [2, 4];

/** What to remember now, and whether to speak up. What is fine again is forgotten, so that it may be said anew. */
export function driftAfter(known: Drift, changed: readonly string[], now: Date): readonly [Drift, speakUp: boolean] {
  if (changed.length === 0) return [NO_DRIFT, false];
  const isNew = changed.some((item) => !known.items.includes(item));
  if (isNew) return [{ items: changed, times: 1, saidAt: now }, true];
  const pause = PAUSES[known.times - 1];
  const isDue = pause !== undefined && now.getTime() - (known.saidAt?.getTime() ?? 0) >= pause * WEEK;
  if (!isDue) return [{ ...known, items: changed }, false];
  return [{ items: changed, times: known.times + 1, saidAt: now }, true];
}
