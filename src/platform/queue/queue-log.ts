/** Ids, counts and codes: never names, addresses, payloads or texts from outside. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * What the queue reports. `error` wakes someone: work was parked, a clock is wrong. What heals itself is `warn`.
 */
export interface QueueLog {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** One JSON object a line, on standard error. */
export const stderrLog: QueueLog = {
  info: (event, fields) => write('info', event, fields),
  warn: (event, fields) => write('warn', event, fields),
  error: (event, fields) => write('error', event, fields),
};

function write(level: string, event: string, fields: LogFields = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
}
