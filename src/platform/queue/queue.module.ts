import {
  Inject,
  Logger,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type FactoryProvider,
  type InjectionToken,
  type OnApplicationBootstrap,
} from '@nestjs/common';

import { UnitOfWork } from '../database/unit-of-work.js';
import { JobRegistry } from './job-registry.js';
import { openQueueStore, type QueueStoreSettings } from './open-queue-store.js';
import type { LogFields, QueueLog } from './queue-log.js';
import { QueueRuntime, type QueueTiming, type StartOptions } from './queue-runtime.js';

/** How this process takes part in the work. */
export interface QueueModuleSettings extends QueueStoreSettings {
  /** what to start with the application; nothing when left out (then call `QueueRuntime.start`) */
  readonly start?: StartOptions;
  /** of the rounds and of stopping; the store's own is `timing` */
  readonly rounds?: Partial<QueueTiming>;
}

export interface QueueModuleOptions {
  readonly inject?: FactoryProvider['inject'];
  readonly useFactory: (...injected: never[]) => QueueModuleSettings | Promise<QueueModuleSettings>;
}

const settingsToken: InjectionToken = Symbol('QueueModuleSettings');

/**
 * The queue port for the whole application: `JobRegistry`, where features register their handlers (in the
 * constructor of their module), and `QueueRuntime`, started when all of them are wired and closed with the
 * application. Needs a `UnitOfWork` from a global module.
 */
@Module({})
export class QueueModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #runtime: QueueRuntime;
  readonly #settings: QueueModuleSettings;

  constructor(@Inject(settingsToken) settings: QueueModuleSettings, runtime: QueueRuntime) {
    this.#settings = settings;
    this.#runtime = runtime;
  }

  static forRoot(options: QueueModuleOptions): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [
        { provide: settingsToken, useFactory: options.useFactory, inject: options.inject ?? [] },
        { provide: JobRegistry, useFactory: () => new JobRegistry() },
        { provide: QueueRuntime, useFactory: toRuntime, inject: [settingsToken, UnitOfWork, JobRegistry] },
      ],
      exports: [JobRegistry, QueueRuntime],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.#settings.start) await this.#runtime.start(this.#settings.start);
  }

  /** While the application still answers: readiness is down, work finishes or is handed back. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.#runtime.close();
  }
}

function toRuntime(
  settings: QueueModuleSettings,
  unitOfWork: UnitOfWork,
  registry: JobRegistry,
): QueueRuntime {
  const { connection, rounds } = settings;
  const log = settings.log ?? applicationLog();
  const store = openQueueStore({ ...settings, log });
  return new QueueRuntime({
    store,
    unitOfWork,
    registry,
    connection,
    log,
    ...(rounds ? { timing: rounds } : {}),
  });
}

/** The application's own logger, with its level and form. */
function applicationLog(): QueueLog {
  const logger = new Logger('queue');
  const line = (event: string, fields: LogFields = {}): string => `${event} ${JSON.stringify(fields)}`;
  return {
    info: (event, fields) => logger.log(line(event, fields)),
    warn: (event, fields) => logger.warn(line(event, fields)),
    error: (event, fields) => logger.error(line(event, fields)),
  };
}
