import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { IngestModule } from '../../src/ingest/index.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import type { TestDatabase } from './database.js';
import { PlatformParts } from './platform-parts.js';

/** Ingest wired as in the service, on a test database, at a moment that stands still. */
export function openIngest(database: TestDatabase, now: Date): Promise<INestApplicationContext> {
  @Module({ imports: [PlatformParts.on(database, new FixedClock(now)), IngestModule] })
  class TestIngest {}

  return NestFactory.createApplicationContext(TestIngest, { logger: false, abortOnError: false });
}
