/** The service as a program of its own: `node dist/src/main.js` is `tessera start`, with the same options. */
import { buildCommandLine } from './app/terminal/command-line.js';
import { processTerminal, report } from './app/terminal/terminal.js';

try {
  await buildCommandLine(processTerminal).parseAsync(['start', ...process.argv.slice(2)], { from: 'user' });
} catch (error) {
  process.exitCode = report(error, processTerminal);
}
