import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { SourceConnectors } from '../../src/ingest/sync/source-connectors.js';
import { SyncModule } from '../../src/ingest/sync/sync.module.js';
import { Clock, SystemClock } from '../../src/platform/clock/clock.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { TestDatabase } from './database.js';

/** Renewing open data wired as in the service, on a test database, asking whom the test says. */
export function openSync(
  database: TestDatabase,
  connectors: SourceConnectors,
  clock: Clock = new SystemClock(),
): Promise<INestApplicationContext> {
  @Global()
  @Module({
    providers: [
      { provide: UnitOfWork, useValue: database.unitOfWork },
      { provide: Clock, useValue: clock },
      { provide: SourceConnectors, useValue: connectors },
    ],
    exports: [UnitOfWork, Clock, SourceConnectors],
  })
  class TestPlatform {}

  @Module({ imports: [TestPlatform, SyncModule] })
  class TestSync {}

  return NestFactory.createApplicationContext(TestSync, { logger: false, abortOnError: false });
}
