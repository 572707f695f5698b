import { type Cluster, clip, type Evidence, percent, shareOf } from "./evidence.js";

const LEAST = 3;

/** Addresses and numbers that can't be anybody's: reserved domains, published samples, ranges kept for films and books. */
export function reserved({ people }: Cluster): readonly Evidence[] {
  const reached = people.filter(({ standing, phone }) => standing !== null || phone !== "");
  if (reached.length < LEAST) return [];
  const share = shareOf(reached, ({ isMadeUp }) => isMadeUp);
  if (share === 0)
    return [{ family: "reserved", value: 0, n: reached.length, says: "reserved domains and sample numbers: none" }];
  const says = `${percent(share)} have a reserved domain, a sample value or a number that is kept for fiction`;
  return [
    {
      family: "reserved",
      value: -clip(share * 2),
      n: reached.length,
      says,
      ...(share >= 0.5 ? { isHard: true as const } : {}),
    },
  ];
}
