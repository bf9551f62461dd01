import type { INestApplicationContext } from '@nestjs/common';

import { AuditTrail, CurrentScope } from '../../accounts/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { StartOptions } from '../../platform/queue/queue-runtime.js';
import { LoadDemo } from '../demo/load-demo.js';
import { openProgram, type Program } from '../program.js';
import { openService } from '../service.js';
import type { Terminal } from './terminal.js';

export interface CommandContext {
  readonly app: INestApplicationContext;
  /** the operator, in every cluster */
  readonly scope: Scope;
  readonly terminal: Terminal;
}

/**
 * Runs one terminal command on the wired service: on the running service's database where there is one, else on the
 * embedded one, started for as long as the command takes. Writes down that it was used.
 *
 * @param name of the command: `import cordis`
 * @param work what this process does of the queue's work meanwhile
 */
export async function withService<T>(
  name: string,
  terminal: Terminal,
  command: (context: CommandContext) => Promise<T>,
  work?: StartOptions,
): Promise<T> {
  const program = await openProgram({ purpose: 'command', name, log: (line) => terminal.note(line) });
  try {
    const service = await openService(program, {
      name: `tessera-${name.replace(/ /g, '-')}`,
      statementTimeoutMs: 600_000,
      ...(work ? { work } : {}),
    });
    try {
      await firstStart(program, service.app, terminal);
      const scope = await service.app.get(CurrentScope).operator();
      const { app } = service;
      await app
        .get(UnitOfWork)
        .run(scope, (unit) => app.get(AuditTrail).record(unit, 'terminal.used', { command: name }));
      return await command({ app, scope, terminal });
    } finally {
      terminal.settle();
      await service.close();
    }
  } finally {
    await program.close();
  }
}

/** Loads the demonstration set into a new embedded database, unless it is switched off. */
export async function firstStart(
  program: Program,
  app: INestApplicationContext,
  terminal: Terminal,
): Promise<boolean> {
  if (!program.firstStart || program.embedded === null) return false;
  if (program.demonstration) {
    const loaded = await app.get(LoadDemo).run();
    terminal.note(
      `Loaded the demonstration set: ${loaded.clusters} clusters, ${loaded.organisations} invented organisations, ` +
        `${loaded.projects} invented projects, ${loaded.topics} topics.`,
    );
  }
  await program.embedded.completeFirstStart();
  return program.demonstration;
}
