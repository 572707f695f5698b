import { type Logger, pino } from "pino";
import type { LogLevel } from "./settings.js";

/** Lines of JSON on stderr. Values from outside are fields, never part of the sentence. */
export interface Log {
  readonly pino: Logger;
  readonly info: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly error: (message: string, error: unknown, fields?: Readonly<Record<string, unknown>>) => void;
}

export function makeLog(level: LogLevel | "silent"): Log {
  const logger = pino({ level, base: { name: "handrail" } }, pino.destination({ dest: 2, sync: true }));
  return {
    pino: logger,
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, error, fields = {}) => logger.error({ ...fields, ...aboutError(error) }, message),
  };
}

/** Never the request or its headers: a token is in them. */
function aboutError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: String(error).slice(0, 500) };
  const status = "status" in error ? { status: error.status } : {};
  return { error: error.message.slice(0, 500), stack: error.stack?.split("\n").slice(1, 6).join("\n"), ...status };
}
