const TRIES = 5;
/** Below this, a measurement says more about the clock than about the work. */
const SHORTEST_MS = 3;

/**
 * True where four times the input takes about four times the work and not sixteen times, as quadratic work would. Counted
 * in this process's own processor time, and tried a few times, since other work on the machine disturbs a measurement.
 */
export function growsInProportion(work: (size: number) => unknown, size: number): Promise<boolean> {
  return growsAtMost(9, work, size);
}

/** True where four times the input takes at most `times` the work: 9 for in proportion, 40 for at worst quadratic. */
export async function growsAtMost(times: number, work: (size: number) => unknown, size: number): Promise<boolean> {
  await work(Math.min(size, 1000));
  for (let tried = 0; tried < TRIES; tried++) {
    const large = await processorTime(() => work(4 * size));
    if (large < times * SHORTEST_MS) return true;
    const small = await processorTime(() => work(size));
    if (large < times * small) return true;
  }
  return false;
}

async function processorTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
