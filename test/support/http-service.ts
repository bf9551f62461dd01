import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { AccessSettings, type AccessMatrix } from '../../src/accounts/index.js';
import { createApi } from '../../src/app/api.js';
import { LoadDemo } from '../../src/app/demo/load-demo.js';
import type { Platform } from '../../src/app/service-module.js';
import { StderrLogger } from '../../src/platform/logging/stderr-logger.js';
import type { TestDatabase } from './database.js';
import { openPlatform } from './wired-service.js';

export interface HttpService {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  /** `http://127.0.0.1:41234` */
  readonly address: string;
  close(): Promise<void>;
}

export interface HttpServiceOptions {
  /** load the demonstration set; default no */
  readonly demo?: boolean;
  /** take jobs from the queue too */
  readonly work?: boolean;
  /** other parts of the platform */
  readonly platform?: Partial<Platform>;
  /** the queue on that Redis; default on the database */
  readonly redisUrl?: string;
  /** another access matrix: to plant holes in it */
  readonly matrix?: AccessMatrix;
  /** before it listens: a place to plant faults */
  readonly arrange?: (app: NestFastifyApplication) => void | Promise<void>;
}

/** The service with HTTP, on a database and a port of its own, to which nobody is anybody before they sign in. */
export async function openHttpService(options: HttpServiceOptions = {}): Promise<HttpService> {
  const { platform, database, release } = await openPlatform(new Date(), options.work);
  try {
    const { redisUrl } = options;
    const queue = { ...platform.queue, ...(redisUrl ? { redisUrl, installation: 'test' } : {}) };
    const own = { ...platform, queue, access: new AccessSettings(false), ...options.platform };
    const app = await createApi(own, new StderrLogger('error'), options.matrix);
    try {
      if (options.demo) await app.get(LoadDemo).run();
      await options.arrange?.(app);
      await app.listen(0, '127.0.0.1');
    } catch (error) {
      await app.close();
      throw error;
    }
    const close = async (): Promise<void> => {
      await app.close();
      await release();
    };
    return { app, database, address: await app.getUrl(), close };
  } catch (error) {
    await release();
    throw error;
  }
}
