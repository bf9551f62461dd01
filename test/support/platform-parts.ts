import { Global, Module, type DynamicModule } from '@nestjs/common';

import { SignInProviders } from '../../src/accounts/index.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Letters, PublicAddress } from '../../src/platform/mail/index.js';
import { JobRegistry } from '../../src/platform/queue/index.js';
import type { TestDatabase } from './database.js';

type Part = readonly [abstract new (...parts: never[]) => unknown, unknown];

/** What every feature stands on where only some of them are wired. */
@Global()
@Module({})
export class PlatformParts {
  /** @param more what the features in hand need beside it */
  static on(database: TestDatabase, clock: Clock, more: readonly Part[] = []): DynamicModule {
    const parts: readonly Part[] = [
      [UnitOfWork, database.unitOfWork],
      [Clock, clock],
      [Letters, new Letters()],
      [SignInProviders, new SignInProviders()],
      [PublicAddress, new PublicAddress('https://tessera.example')],
      [JobRegistry, new JobRegistry()],
      ...more,
    ];
    return {
      module: PlatformParts,
      providers: parts.map(([provide, useValue]) => ({ provide, useValue })),
      exports: parts.map(([provide]) => provide),
    };
  }
}
