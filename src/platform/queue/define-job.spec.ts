import { IsInt } from 'class-validator';

import { defineJob, definedJobs } from './define-job.js';
import { defineUnitWork, definedUnitWork } from './define-unit-work.js';
import { JobRegistry } from './job-registry.js';

class Payload {
  @IsInt()
  n!: number;
}

const job = defineJob({ queue: 'mail', name: 'send', payload: Payload, id: ({ n }) => `send_${n}` });
const work = defineUnitWork({ kind: 'score', queue: 'matching', payload: Payload, leaseMs: 1_000 });

describe('a definition', () => {
  it('says where it goes and how it is retried', () => {
    expect(job).toMatchObject({ topic: 'mail/send', options: { attempts: 5 } });
    expect(job.id({ n: 3 })).toBe('send_3');
    expect(work).toMatchObject({ topic: 'matching/score', leaseMs: 1_000, maxFailures: 5 });
  });

  it('is known from then on, with the job that settles a run', () => {
    expect(definedJobs().map(({ topic }) => topic)).toEqual(['mail/send', 'matching/score-settled']);
    expect(definedUnitWork().map(({ kind }) => kind)).toEqual(['score']);
  });

  it.each([
    ['Mail', 'send'],
    ['mail', 'send now'],
    ['mail', 'a:b'],
    ['', 'send'],
    ['mail', 'x'.repeat(61)],
  ])('is refused with the names %j and %j', (queue, name) => {
    expect(() => defineJob({ queue, name, payload: Payload, id: () => 'x' })).toThrow(
      expect.objectContaining({ code: 'queue.invalid-definition' }),
    );
  });

  it('is refused the second time', () => {
    const again = { queue: 'mail', name: 'send', payload: Payload, id: () => 'x' };
    expect(() => defineJob(again)).toThrow(expect.objectContaining({ code: 'queue.invalid-definition' }));
    expect(() => defineUnitWork({ kind: 'score', queue: 'other', payload: Payload })).toThrow(
      expect.objectContaining({ code: 'queue.invalid-definition' }),
    );
  });

  it.each(['a:b', '17', ''])('makes no job with the id %j', (id) => {
    const odd = defineJob({ queue: 'mail', name: `odd-${id.length}`, payload: Payload, id: () => id });
    expect(() => odd.id({ n: 1 })).toThrow(expect.objectContaining({ code: 'queue.invalid-job-id' }));
  });
});

describe('a registry', () => {
  it('asks for exactly one handler of everything that is defined', () => {
    const registry = new JobRegistry();
    const missing = (): string => {
      try {
        registry.verify();
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(missing()).toContain('mail/send, matching/score');
    for (const defined of definedJobs().filter(({ queue }) => queue === 'mail')) {
      registry.handle(defined, async () => undefined);
    }
    expect(missing()).toContain('matching/score');
    expect(missing()).not.toContain('mail');
    registry.handleUnits(work, { handle: async () => undefined });
    expect(missing()).toBe('');
    expect(registry.queues).toEqual(['mail', 'matching']);
    expect(() => registry.handle(job, async () => undefined)).toThrow(
      expect.objectContaining({ code: 'queue.handled-twice' }),
    );
    expect(() => registry.handleUnits(work, { handle: async () => undefined })).toThrow(
      expect.objectContaining({ code: 'queue.handled-twice' }),
    );
  });
});
