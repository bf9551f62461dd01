import type { Command } from 'commander';

import { DemoPeople } from '../demo/demo-people.js';
import { RemoveDemo } from '../demo/remove-demo.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

export function addDemoCommand(program: Command, terminal: Terminal): void {
  program
    .command('demo')
    .description('the demonstration set')
    .command('remove')
    .description('take the invented organisations, projects and demonstration topics away; the clusters stay')
    .action(async () => {
      await withService('demo remove', terminal, async ({ app }) => {
        await app.get(DemoPeople).remove();
        const removed = await app.get(RemoveDemo).run();
        terminal.note(
          `Removed ${removed} invented organisations with their projects, and the demonstration topics.`,
        );
      });
    });
}
