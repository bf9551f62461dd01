import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { SourceConnectors } from '../../src/ingest/sync/source-connectors.js';
import { ScheduledSources } from '../../src/ingest/sync/sync-schedule.js';
import { SyncModule } from '../../src/ingest/sync/sync.module.js';
import type { SyncedSource } from '../../src/ingest/sync/synced-source.js';
import { Clock, SystemClock } from '../../src/platform/clock/clock.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Letters } from '../../src/platform/mail/index.js';
import { JobRegistry } from '../../src/platform/queue/index.js';
import type { TestDatabase } from './database.js';

/** Renewing open data wired as in the service, on a test database, asking whom the test says. */
export function openSync(
  database: TestDatabase,
  connectors: SourceConnectors,
  clock: Clock = new SystemClock(),
  scheduled: readonly SyncedSource[] = [],
): Promise<INestApplicationContext> {
  @Global()
  @Module({
    providers: [
      { provide: UnitOfWork, useValue: database.unitOfWork },
      { provide: Clock, useValue: clock },
      { provide: Letters, useValue: new Letters() },
      { provide: SourceConnectors, useValue: connectors },
      { provide: ScheduledSources, useValue: new ScheduledSources(scheduled) },
      { provide: JobRegistry, useValue: new JobRegistry() },
    ],
    exports: [UnitOfWork, Clock, Letters, SourceConnectors, ScheduledSources, JobRegistry],
  })
  class TestPlatform {}

  @Module({ imports: [TestPlatform, SyncModule] })
  class TestSync {}

  return NestFactory.createApplicationContext(TestSync, { logger: false, abortOnError: false });
}
