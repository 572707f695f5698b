/** When the sweeps run by themselves: minute, hour, day of month, month, day of week, in UTC. */
export const CRONTAB = "";
