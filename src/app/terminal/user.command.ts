import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';

import { Option, type Command } from 'commander';

import {
  ClusterReadModel,
  CreateUser,
  userNotFound,
  UserStore,
  type Grant,
  type Role,
} from '../../accounts/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Terminal } from './terminal.js';
import { withService, type CommandContext } from './with-service.js';

interface CreateOptions {
  readonly name: string;
  readonly role: Role;
  readonly cluster?: string;
  readonly organisation?: string;
  readonly language: 'en' | 'it';
  readonly passwordStdin?: true;
}

/** As the audit trail knows whoever uses the terminal. */
const actor = 'terminal';

const clusterRoles: readonly Role[] = ['officer', 'manager'];
const organisationRoles: readonly Role[] = ['member', 'editor', 'committer', 'association-reader'];
const wholeRoles: readonly Role[] = ['operator', 'regional-reader'];

export function addUserCommands(program: Command, terminal: Terminal): void {
  const user = program.command('user').description('accounts of people');
  user
    .command('create <email>')
    .description('make an account; prints a password where none comes on standard input')
    .requiredOption('--name <name>', 'first and last name')
    .addOption(
      new Option('--role <role>', 'what they may')
        .choices([...wholeRoles, ...clusterRoles, ...organisationRoles])
        .default('operator'),
    )
    .option('--cluster <slug>', 'of an officer or manager')
    .option(
      '--organisation <reference>',
      'of a member, editor, committer or association reader: id, PIC or exact name',
    )
    .addOption(new Option('--language <code>', 'of mails and pages').choices(['it', 'en']).default('it'))
    .option('--password-stdin', 'read the password from standard input')
    .action((email: string, options: CreateOptions) => create(email, options, terminal));
  user
    .command('reset <email>')
    .description('take password, second factor and sessions away; prints a new password')
    .option('--password-stdin', 'read the password from standard input')
    .action((email: string, options: { passwordStdin?: true }) => reset(email, options, terminal));
}

async function create(email: string, options: CreateOptions, terminal: Terminal): Promise<void> {
  const password = await newPassword(options.passwordStdin);
  await withService('user create', terminal, async (context) => {
    const grant = await grantOf(options, context);
    const { name, language } = options;
    const input = { email, name, language, password: password.value, grants: [grant], demo: false };
    const user = await context.app.get(CreateUser).create(actor, input);
    tell(terminal, `${user.email} may sign in as ${options.role}.`, password);
  });
}

async function reset(email: string, options: { passwordStdin?: true }, terminal: Terminal): Promise<void> {
  const password = await newPassword(options.passwordStdin);
  await withService('user reset', terminal, async ({ app, scope }) => {
    const user = await app.get(UnitOfWork).run(scope, (unit) => app.get(UserStore).byEmail(unit, email));
    if (!user) throw userNotFound();
    await app.get(CreateUser).reset(actor, user, password.value);
    tell(
      terminal,
      `${user.email} is signed out everywhere; the second factor is to be set up anew.`,
      password,
    );
  });
}

interface NewPassword {
  readonly value: string;
  readonly made: boolean;
}

/** 120 random bits, where the person brings none. */
async function newPassword(fromInput: true | undefined): Promise<NewPassword> {
  if (!fromInput) return { value: randomBytes(15).toString('base64url'), made: true };
  return { value: (await text(process.stdin)).replace(/\r?\n$/, ''), made: false };
}

function tell(terminal: Terminal, line: string, { value, made }: NewPassword): void {
  terminal.note(line);
  if (made) terminal.print(`password: ${value}`);
}

async function grantOf(
  { role, cluster, organisation }: CreateOptions,
  context: CommandContext,
): Promise<Grant> {
  const { app, scope } = context;
  if (wholeRoles.includes(role)) return { role, cluster: null, organisation: null };
  const needed = clusterRoles.includes(role) ? 'cluster' : 'organisation';
  const reference = needed === 'cluster' ? cluster : organisation;
  if (reference === undefined)
    throw new AppError('accounts.no-place', 'invalid', `a role of ${role} is somewhere: add --${needed}`);
  return app.get(UnitOfWork).run(scope, async (unit) =>
    needed === 'cluster'
      ? { role, cluster: (await app.get(ClusterReadModel).bySlug(unit, reference)).id, organisation: null }
      : {
          role,
          cluster: null,
          organisation: await app.get(OrganisationReadModel).resolve(unit, reference),
        },
  );
}
