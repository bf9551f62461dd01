import { InvalidArgumentError, type Command } from 'commander';

import { AuditTrail, type AuditVerdict } from '../../accounts/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

type Head = NonNullable<AuditVerdict['head']>;

export function addAuditCommands(program: Command, terminal: Terminal): void {
  program
    .command('audit')
    .description('the audit trail')
    .command('verify')
    .description(
      'compute the chain of hashes again; ends with exit code 1 where an entry was changed or removed',
    )
    .option('--head <seq:hash>', 'a head noted earlier, which the chain must still hold', headOf)
    .option('--json', 'print JSON')
    .action((options: { head?: Head; json?: boolean }) => verify(options, terminal));
}

async function verify({ head, json }: { head?: Head; json?: boolean }, terminal: Terminal): Promise<void> {
  await withService('audit verify', terminal, async ({ app, scope }) => {
    const trail = app.get(AuditTrail);
    const [verdict, held] = await app
      .get(UnitOfWork)
      .run(scope, async (unit) => [
        await trail.verify(unit),
        head === undefined || (await trail.holds(unit, head)),
      ]);
    const { entries, changed, broken } = verdict;
    const end = verdict.head === null ? 'none' : `${verdict.head.seq}:${verdict.head.hash}`;
    terminal.print(
      json
        ? JSON.stringify({ ...verdict, held })
        : `${entries} entries, ${changed} changed, ${broken} broken links; head ${end}`,
    );
    if (changed + broken > 0 || !held) throw brokenChain(changed, broken, held);
  });
}

const brokenChain = (changed: number, broken: number, held: boolean): AppError =>
  new AppError(
    'accounts.audit-broken',
    'conflict',
    `the audit trail is not as it was written: ${changed} changed entries, ${broken} broken links` +
      `${held ? '' : ', and the noted head is gone'}; compare with a backup`,
  );

function headOf(text: string): Head {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined)
    throw new InvalidArgumentError('A head is the number and the hash that "audit verify" printed.');
  return { seq: Number(seq), hash };
}
