/** When the sweeps run by themselves: minute, hour, day of month, month, day of week, in UTC. */
export const CRONTAB = [
  '*/20 * * * * sweep ?id=sweep-deliveries&jobKey=sweep-deliveries&queue=sweep-deliveries {"name":"deliveries"}',
  '7 * * * * sweep ?id=sweep-checks&jobKey=sweep-checks&queue=sweep-checks {"name":"checks"}',
  '37 */2 * * * sweep ?id=sweep-handoffs&jobKey=sweep-handoffs&queue=sweep-handoffs {"name":"handoffs"}',
  '11 6 * * * sweep ?id=sweep-dates&jobKey=sweep-dates&queue=sweep-dates {"name":"dates"}',
].join("\n");
