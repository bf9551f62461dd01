import { AppError } from '../../platform/errors/app-error.js';

/** Something was refused under `--strict`: nothing changed. */
const strictExitCode = 2;

/** Results go to standard output, everything else to standard error. */
export interface Terminal {
  print(text: string): void;
  note(line: string): void;
  /** A line that replaces itself on a terminal, and is left out elsewhere. */
  progress(line: string): void;
  /** Ends the progress line. */
  settle(): void;
}

export const processTerminal: Terminal = {
  print: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
  progress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${line}`);
  },
  settle: () => {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
  },
};

/** `[#####-----] 12/67 blocks, 8 s left` */
export function progressBar(done: number, total: number, what: string, secondsLeft: number | null): string {
  const width = 24;
  const filled = total === 0 ? 0 : Math.round((width * done) / total);
  const bar = '#'.repeat(filled) + '-'.repeat(width - filled);
  const left = secondsLeft === null ? '' : `, ${timeLeft(secondsLeft)} left`;
  return `[${bar}] ${done}/${total} ${what}${left}`;
}

function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 90 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}

/**
 * What a failed command says: one line for what a person can cure; for our own faults also where it happened.
 *
 * @returns the exit code: 2 where `--strict` refused, else 1
 */
export function report(error: unknown, terminal: Terminal): number {
  terminal.settle();
  if (error instanceof AppError && error.kind !== 'internal') {
    terminal.note(`tessera: ${error.message}`);
  } else {
    terminal.note(`tessera: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  return error instanceof AppError && error.code === 'ingest.rows-refused' ? strictExitCode : 1;
}
