import { jest } from '@jest/globals';
import { Global, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { MemoryLog, QueueKit, shortTiming } from '../../../test/faults/queue-kit.js';
import { count, note, Task, writeEffect } from '../../../test/faults/queue-work.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobRegistry, type Effect } from './job-registry.js';
import { QueueModule } from './queue.module.js';

jest.setTimeout(30_000);

@Injectable()
class Notes {
  constructor(registry: JobRegistry) {
    registry.handle(note, (task) => this.write(task));
    registry.handleUnits(count, { handle: (task) => this.write(task) });
  }

  async write({ n }: Task): Promise<Effect> {
    return writeEffect(n);
  }
}

describe('the queue in an application', () => {
  let kit: QueueKit;
  beforeAll(async () => {
    kit = await QueueKit.open('postgres');
  });
  afterAll(() => kit.close());

  it('runs what its features registered, from start to shutdown', async () => {
    @Global()
    @Module({
      providers: [{ provide: UnitOfWork, useValue: kit.database.unitOfWork }],
      exports: [UnitOfWork],
    })
    class Platform {}

    @Module({ providers: [Notes] })
    class Feature {}

    const settings = {
      connection: kit.database.app,
      log: new MemoryLog(),
      start: { roles: ['relay', 'workers'] as const },
      rounds: shortTiming,
    };
    @Module({ imports: [Platform, QueueModule.forRoot({ useFactory: () => settings }), Feature] })
    class Application {}

    const application = await NestFactory.createApplicationContext(Application, {
      logger: false,
      abortOnError: false,
    });
    await kit.intend(1);
    await kit.effectsAre([1]);
    expect(await kit.owner('select 1 from worker_heartbeat')).toHaveLength(1);
    await application.close();
    expect(await kit.owner('select 1 from worker_heartbeat')).toEqual([]);
  });
});
