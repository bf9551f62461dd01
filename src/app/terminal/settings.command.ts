import type { Command } from 'commander';

import { AppError } from '../../platform/errors/app-error.js';
import { readEnvironment } from '../../platform/config/environment.js';
import { variables, readSettings } from '../../platform/config/settings.js';
import { connectionSettings } from '../../platform/database/connection-settings.js';
import { createRoles } from '../../platform/database/create-roles.js';
import { migrate } from '../migrate.js';
import { openProgram } from '../program.js';
import type { Terminal } from './terminal.js';

export function addSettingsCommands(program: Command, terminal: Terminal): void {
  program
    .command('config')
    .description('the settings in force, without secrets')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => config(options.json === true, terminal));

  program
    .command('migrate')
    .description('bring the database up to date (DATABASE_ADMIN_URL, or the embedded one)')
    .option('--roles', 'make the role tessera_app first, where it is missing')
    .action((options: { roles?: boolean }) => runMigrations(options.roles === true, terminal));
}

function config(json: boolean, terminal: Terminal): void {
  readSettings();
  const rows = Object.values(variables).map(({ name, meaning, fallback, secret }) => {
    const value = readEnvironment(name)?.trim() ?? null;
    return { name, value: value !== null && secret ? '(set, not shown)' : value, fallback, meaning };
  });
  if (json) return terminal.print(JSON.stringify(rows));
  const lines = rows.map(({ name, value, fallback, meaning }) =>
    [
      `${name}=${value ?? ''}`,
      `    ${meaning}`,
      ...(value === null ? [`    not set: ${fallback}`] : []),
    ].join('\n'),
  );
  terminal.print(lines.join('\n'));
}

async function runMigrations(roles: boolean, terminal: Terminal): Promise<void> {
  const settings = readSettings();
  if (settings.databaseAdminUrl !== null) {
    const owner = connectionSettings('DATABASE_ADMIN_URL', settings.databaseAdminUrl);
    if (roles) {
      const app =
        settings.databaseUrl === null ? null : connectionSettings('DATABASE_URL', settings.databaseUrl);
      await createRoles(owner, app?.password ?? null);
    }
    return tell(await migrate(owner), terminal);
  }
  if (settings.databaseUrl !== null) {
    throw new AppError(
      'config.no-admin-url',
      'invalid',
      'DATABASE_URL is set, but DATABASE_ADMIN_URL is not: migrations need the owner of the database',
    );
  }
  const program = await openProgram({
    purpose: 'command',
    name: 'migrate',
    log: (line) => terminal.note(line),
  });
  await program.close();
  terminal.note('The embedded database is up to date.');
}

function tell(done: readonly string[], terminal: Terminal): void {
  terminal.note(done.length === 0 ? 'The database was up to date.' : `Migrated: ${done.join(', ')}.`);
}
