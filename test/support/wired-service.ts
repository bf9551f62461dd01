import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { AccessSettings } from '../../src/accounts/index.js';
import { createApi } from '../../src/app/api.js';
import { LoadDemo } from '../../src/app/demo/load-demo.js';
import { allWork } from '../../src/app/terminal/start.command.js';
import { ServiceModule } from '../../src/app/service-module.js';
import { LiveConnectors } from '../../src/ingest/index.js';
import { InlineScorer, SegmentFolder } from '../../src/matching/index.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { StderrLogger } from '../../src/platform/logging/stderr-logger.js';
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
 * @param options `work`: takes jobs from the queue too
 */
export async function openDemonstration(now: Date, { work = false } = {}): Promise<WiredService> {
  const { platform, database, release } = await openPlatform(now, work);
  const app = await NestFactory.createApplicationContext(ServiceModule.on(platform), {
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
}

/** The same behind HTTP, on a free port; empty unless `demo`. */
export async function serveDemonstration(
  now: Date,
  { demo = true, work = false } = {},
): Promise<ServedService> {
  const { platform, database, release } = await openPlatform(now, work);
  const app = await createApi(platform, new StderrLogger('error'));
  if (demo) await app.get(LoadDemo).run();
  await app.listen(0, '127.0.0.1');
  return {
    app,
    database,
    address: await app.getUrl(),
    close: async () => {
      await app.close();
      await release();
    },
  };
}

/** What the whole service stands on in a test: a database and a folder of its own. */
export async function openPlatform(now: Date, work = false) {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(throwAwayFolder(), 'tessera-wired-'));
  const segmentFolder = new SegmentFolder(folder);
  const clock = new FixedClock(now);
  const platform = {
    dataSource: database.dataSource,
    clock,
    queue: { connection: database.app, ...(work ? { start: allWork } : {}) },
    scorer: new InlineScorer(segmentFolder),
    segmentFolder,
    connectors: new LiveConnectors({ contact: null, folder, clock }),
    access: new AccessSettings(true),
  };
  const release = async (): Promise<void> => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { platform, database, release };
}
