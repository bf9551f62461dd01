/**
 * A process of the compiled service that plans, chooses and sends digests until it is stopped. What is found for each
 * reader is three calls of the database, so that only the way of the mail is put to the test.
 *
 *     node --import ./scripts/typescript.mjs test/faults/digest-worker.ts '{"connection": …, "smtpUrl": …}'
 *
 * Prints `started`, then `round` after each round that found nothing more to do. With `queue`, it takes its work from
 * the queue instead, and prints nothing more.
 */
import { setTimeout as pause } from 'node:timers/promises';

import { NestFactory } from '@nestjs/core';
import pg from 'pg';

import type { DigestItem } from '../../src/digests/index.js';
import type { DigestWorkerSettings } from './digest-worker-process.js';

const settings = JSON.parse(process.argv[2] ?? '{}') as DigestWorkerSettings & { readonly folder: string };
const { connection, smtpUrl, askUrl, calls, aheadMs = 0, jumpMs = 0, queue, folder } = settings;
if (aheadMs !== 0) setClockAhead(aheadMs);
process.on('SIGUSR2', () => setClockAhead(jumpMs));

/** A file of the compiled service: compiling all of it at each start would take longer than the work. */
const compiled = async <T>(path: string): Promise<T> =>
  (await import(new URL(`../../dist/src/${path}`, import.meta.url).href)) as T;

const { BriefFindings } =
  await compiled<typeof import('../../src/app/brief-findings.js')>('app/brief-findings.js');
const { entities } = await compiled<typeof import('../../src/app/entities.js')>('app/entities.js');
const { ServiceModule } =
  await compiled<typeof import('../../src/app/service-module.js')>('app/service-module.js');
const { WeeklyDigests } = await compiled<typeof import('../../src/digests/index.js')>('digests/index.js');
const { LiveConnectors } = await compiled<typeof import('../../src/ingest/index.js')>('ingest/index.js');
const { InlineScorer, SegmentFolder } =
  await compiled<typeof import('../../src/matching/index.js')>('matching/index.js');
const { SystemClock } =
  await compiled<typeof import('../../src/platform/clock/clock.js')>('platform/clock/clock.js');
const { createDataSource } = await compiled<typeof import('../../src/platform/database/data-source.js')>(
  'platform/database/data-source.js',
);
const { MailSender, PublicAddress } =
  await compiled<typeof import('../../src/platform/mail/index.js')>('platform/mail/index.js');
const { SmtpMailer } = await compiled<typeof import('../../src/platform/mail/smtp-mailer.js')>(
  'platform/mail/smtp-mailer.js',
);

BriefFindings.prototype.calls = () =>
  Promise.resolve(
    calls.map((opportunity, at): Omit<DigestItem, 'changed'> => ({
      opportunity,
      identifier: `MADE-${at}`,
      title: `Invented call ${at}`,
      url: null,
      form: 'open',
      what: `MADE-${at} · pilot`,
      callQuote: 'battery cells are opened by hand',
      recordQuote: 'automated opening of cells, three lines',
      facts: [['Role', 'Technology']],
    })),
  );

const clock = new SystemClock();
const mailer = new SmtpMailer(
  { url: smtpUrl, from: 'tessera@tessera.example', bounces: null, dkim: null },
  clock,
);
if (askUrl !== null)
  Object.assign(mailer, { knows: async (id: string) => (await fetch(`${askUrl}/${id}`)).ok });

const dataSource = createDataSource({ connection, entities, applicationName: 'tessera-test-worker' });
await dataSource.initialize();
const segmentFolder = new SegmentFolder(folder);
const work = { roles: ['relay', 'workers', 'reconciler'], queues: ['mail'] } as const;
const app = await NestFactory.createApplicationContext(
  ServiceModule.on({
    dataSource,
    clock,
    queue: { connection, ...(queue ? { start: work, rounds: queue } : {}) },
    scorer: new InlineScorer(segmentFolder),
    segmentFolder,
    connectors: new LiveConnectors({ contact: null, folder, clock }),
    mailer,
    address: new PublicAddress('https://tessera.example'),
  }),
  { logger: false },
);
process.stdout.write('started\n');

if (settings.alone) await standInLine();

const never = new AbortController().signal;
while (!queue) {
  await app.get(WeeklyDigests).run(null);
  await app.get(MailSender).sendDue(never);
  process.stdout.write('round\n');
  await pause(50);
}

/** The database lets the next one in as soon as the one before is gone, however it went. */
async function standInLine(): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query('select pg_advisory_lock(4712)');
  await client.query('begin');
  await client.query(`select set_config('app.role', 'system', true)`);
  await client.query(
    `update mail_delivery set lease_until = now() - interval '1 second' where state in ('claimed', 'sending')`,
  );
  await client.query('commit');
  process.stdout.write('working\n');
}

/** Moves everything that this process takes for the time. */
function setClockAhead(ms: number): void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts: [] | [string | number | Date]) {
      super(parts.length === 0 ? Real.now() + ms : parts[0]);
    }
    static override now(): number {
      return Real.now() + ms;
    }
  } as DateConstructor;
}
