import { buildCommandLine } from './app/terminal/command-line.js';
import { processTerminal, report } from './app/terminal/terminal.js';

try {
  await buildCommandLine(processTerminal).parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error, processTerminal);
}
