import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { SourceConnectors } from '../../src/ingest/sync/source-connectors.js';
import { ScheduledSources } from '../../src/ingest/sync/sync-schedule.js';
import { SyncModule } from '../../src/ingest/sync/sync.module.js';
import type { SyncedSource } from '../../src/ingest/sync/synced-source.js';
import { type Clock, SystemClock } from '../../src/platform/clock/clock.js';
import type { TestDatabase } from './database.js';
import { PlatformParts } from './platform-parts.js';

/** Renewing open data wired as in the service, on a test database, asking whom the test says. */
export function openSync(
  database: TestDatabase,
  connectors: SourceConnectors,
  clock: Clock = new SystemClock(),
  scheduled: readonly SyncedSource[] = [],
): Promise<INestApplicationContext> {
  const platform = PlatformParts.on(database, clock, [
    [SourceConnectors, connectors],
    [ScheduledSources, new ScheduledSources(scheduled)],
  ]);

  @Module({ imports: [platform, SyncModule] })
  class TestSync {}

  return NestFactory.createApplicationContext(TestSync, { logger: false, abortOnError: false });
}
