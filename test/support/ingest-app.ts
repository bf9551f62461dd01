import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { IngestModule } from '../../src/ingest/index.js';
import { Clock, FixedClock } from '../../src/platform/clock/clock.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Letters } from '../../src/platform/mail/index.js';
import { JobRegistry } from '../../src/platform/queue/index.js';
import type { TestDatabase } from './database.js';

/** Ingest wired as in the service, on a test database, at a moment that stands still. */
export function openIngest(database: TestDatabase, now: Date): Promise<INestApplicationContext> {
  @Global()
  @Module({
    providers: [
      { provide: UnitOfWork, useValue: database.unitOfWork },
      { provide: Clock, useValue: new FixedClock(now) },
      { provide: Letters, useValue: new Letters() },
      { provide: JobRegistry, useValue: new JobRegistry() },
    ],
    exports: [UnitOfWork, Clock, Letters, JobRegistry],
  })
  class TestPlatform {}

  @Module({ imports: [TestPlatform, IngestModule] })
  class TestIngest {}

  return NestFactory.createApplicationContext(TestIngest, { logger: false, abortOnError: false });
}
