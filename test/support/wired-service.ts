import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { AccessSettings } from '../../src/accounts/index.js';
import { createApi } from '../../src/app/api.js';
import { LoadDemo } from '../../src/app/demo/load-demo.js';
import { entities } from '../../src/app/entities.js';
import { allWork } from '../../src/app/terminal/start.command.js';
import { ServiceModule } from '../../src/app/service-module.js';
import { LiveConnectors } from '../../src/ingest/index.js';
import { InlineScorer, SegmentFolder, TextVectors } from '../../src/matching/index.js';
import { Clock, FixedClock } from '../../src/platform/clock/clock.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { PublicAddress } from '../../src/platform/mail/index.js';
import { MailboxMailer } from '../../src/platform/mail/mailbox-mailer.js';
import { StderrLogger } from '../../src/platform/logging/stderr-logger.js';
import { databaseDoor, type DatabaseDoor } from './database-door.js';
import { openTestDatabase, type TestDatabase } from './database.js';
import { throwAwayFolder } from './throw-away-folder.js';

export interface WiredService {
  readonly app: INestApplicationContext;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

/**
 * The whole service without HTTP, wired as it is when it runs, at a moment that stands still, with the demonstration set.
 *
 * @param options `work`: takes jobs from the queue too; `vectors`: what makes them
 */
export async function openDemonstration(
  now: Date,
  { work = false, vectors = new TextVectors() } = {},
): Promise<WiredService> {
  const { platform, database, release } = await openPlatform(now, work);
  const app = await NestFactory.createApplicationContext(ServiceModule.on({ ...platform, vectors }), {
    logger: false,
    abortOnError: false,
  });
  await app.get(LoadDemo).run();
  return {
    app,
    database,
    close: async () => {
      await app.close();
      await release();
    },
  };
}

export interface ServedService extends WiredService {
  /** `http://127.0.0.1:40123` */
  readonly address: string;
  /** shut, the service's database is away */
  readonly door: DatabaseDoor;
  /** the demonstration set, where it was not loaded at first */
  loadDemonstration(): Promise<void>;
}

/**
 * The same behind HTTP, on a free port.
 *
 * @param now  a moment that stands still, or a clock that the test moves
 * @param demo with the demonstration set
 * @param open whether requests without a session are the demonstration's officer
 * @param work whether it takes part in the queue's work
 */
export async function serveDemonstration(
  now: Date | Clock,
  { demo = true, work = false, open = true } = {},
): Promise<ServedService> {
  const { platform: standing, database, door, release } = await openPlatform(now, work);
  const platform = { ...standing, access: new AccessSettings(open) };
  const app = await createApi(platform, new StderrLogger('error'));
  if (demo) await app.get(LoadDemo).run();
  await app.listen(0, '127.0.0.1');
  return {
    app,
    database,
    address: await app.getUrl(),
    door,
    loadDemonstration: async () => void (await app.get(LoadDemo).run()),
    close: async () => {
      await app.close();
      await release();
    },
  };
}

/** What the whole service stands on in a test: a database and a folder of its own. */
export async function openPlatform(now: Date | Clock, work = false) {
  const database = await openTestDatabase();
  const door = await databaseDoor(database);
  const connection = { ...database.app, host: door.host };
  const dataSource = createDataSource({ connection, entities, applicationName: 'tessera-test-service' });
  await dataSource.initialize();
  const folder = await mkdtemp(join(throwAwayFolder(), 'tessera-wired-'));
  const segmentFolder = new SegmentFolder(folder);
  const clock = now instanceof Clock ? now : new FixedClock(now);
  const platform = {
    dataSource,
    clock,
    queue: { connection, ...(work ? { start: allWork } : {}) },
    scorer: new InlineScorer(segmentFolder),
    segmentFolder,
    connectors: new LiveConnectors({ contact: null, folder, clock }),
    access: new AccessSettings(true),
    mailer: new MailboxMailer(
      new UnitOfWork(dataSource),
      { from: 'tessera@tessera.example', bounces: null, dkim: null },
      clock,
    ),
    address: new PublicAddress('https://tessera.example'),
  };
  const release = async (): Promise<void> => {
    await dataSource.destroy();
    await database.close();
    await door.remove();
    await rm(folder, { recursive: true, force: true });
  };
  return { platform, database, door, release };
}
