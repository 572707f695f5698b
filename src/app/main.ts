import { startService } from "./service.js";
import { readSettings, SettingsError } from "./settings.js";

/** `npm start`: serves until it is told to stop, then finishes what it began. */
async function main(): Promise<void> {
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
