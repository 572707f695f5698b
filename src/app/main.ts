import { openApplication, startService } from "./service.js";
import { readSettings, SettingsError } from "./settings.js";
import { SWEEPS } from "./sweeps/index.js";

/** `sweep NAME [--dry-run]`: one sweep by hand, which says what it does or would do. */
async function sweepByHand(name: string, isDryRun: boolean): Promise<void> {
  const sweep = SWEEPS[name];
  if (sweep === undefined)
    throw new SettingsError([`There is no sweep "${name}". There are: ${Object.keys(SWEEPS).join(", ")}.`]);
  const { app, stop } = await openApplication(readSettings(process.env));
  const lines = await sweep(app, isDryRun);
  process.stdout.write(`${lines.length === 0 ? "Nothing to do." : lines.join("\n")}\n`);
  if (isDryRun && lines.length > 0) process.stdout.write("This was a dry run: nothing was changed.\n");
  await stop();
}

/** `npm start`: serves until it is told to stop, then finishes what it began. */
async function main(): Promise<void> {
  const [command, name = ""] = process.argv.slice(2);
  if (command === "sweep") return sweepByHand(name, process.argv.includes("--dry-run"));
  const service = await startService(readSettings(process.env));
  if (service.url !== null) process.stderr.write(`Handrail listens on ${service.url}\n`);
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    service.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

main().catch((error: unknown) => {
  const known = error instanceof SettingsError;
  process.stderr.write(
    `${known || !(error instanceof Error) ? String(error).replace(/^Error: /, "") : (error.stack ?? error.message)}\n`,
  );
  process.exit(known ? 2 : 1);
});
