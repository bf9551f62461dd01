import type { LoggerService } from '@nestjs/common';

import { logLevels, type LogLevel } from '../config/settings.js';

/** One line of JSON per event on standard error, so that standard output stays for results. */
export class StderrLogger implements LoggerService {
  readonly #least: number;

  constructor(level: LogLevel) {
    this.#least = logLevels.indexOf(level);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.#write('log', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }

  /** Nest passes a stack (of errors) and the context's name last. */
  #write(level: LogLevel, message: unknown, rest: readonly unknown[]): void {
    if (logLevels.indexOf(level) > this.#least) return;
    const texts = rest.filter((part): part is string => typeof part === 'string');
    const line = {
      time: new Date().toISOString(),
      level,
      context: texts.at(-1),
      message: message instanceof Error ? message.message : String(message),
      stack: texts.length > 1 ? texts[0] : undefined,
    };
    process.stderr.write(`${JSON.stringify(line)}\n`);
  }
}
