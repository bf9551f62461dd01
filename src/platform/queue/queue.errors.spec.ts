import { AppError } from '../errors/app-error.js';
import { readEnvelope } from './job-envelope.js';
import { describeError, isPermanent } from './queue.errors.js';
import { skewAgainst, worstSkew } from './clock-check.js';
import { untilAborted } from './until-aborted.js';

describe('a failure', () => {
  it.each([
    ['invalid', true],
    ['not-found', true],
    ['conflict', true],
    ['ambiguous', true],
    ['unavailable', false],
    ['internal', false],
  ] as const)('of kind %s is permanent: %s', (kind, permanent) => {
    expect(isPermanent(new AppError('x.y', kind, 'z'))).toBe(permanent);
  });

  it('that is not ours may go away', () => {
    expect(isPermanent(new Error('socket hang up'))).toBe(false);
    expect(isPermanent('text')).toBe(false);
  });

  it('is described without what a driver or parser quotes', () => {
    const error = Object.assign(new Error('duplicate key (mail)=(jane@example.org)'), {
      code: '23505',
      constraint: 'contact_mail_key',
    });
    expect(describeError(error)).toBe('Error 23505 contact_mail_key');
    expect(describeError({ mail: 'jane@example.org' })).not.toContain('jane');
    expect(describeError(new AppError('a.b', 'invalid', 'row 3'))).toBe('a.b: row 3');
  });
});

describe('what a job carries', () => {
  const id = '01936f2e-7d1a-7b3c-8d4e-5f6a7b8c9d0e';

  it('is the row to look at, or a payload', () => {
    expect(readEnvelope({ intention: id })).toEqual({ intention: id });
    expect(readEnvelope({ unit: id })).toEqual({ unit: id, isolated: false });
    expect(readEnvelope({ unit: id, isolated: true })).toEqual({ unit: id, isolated: true });
    expect(readEnvelope({ payload: { n: 1 } })).toEqual({ payload: { n: 1 } });
  });

  it.each([
    [null],
    ['text'],
    [{}],
    [{ intention: "'; drop table outbox" }],
    [{ unit: 7 }],
    [{ payload: null }],
  ])('is nothing when it is %j', (data) => {
    expect(readEnvelope(data)).toBeUndefined();
  });
});

describe('a clock', () => {
  it('is compared with the middle of the time the question took', async () => {
    const moments = [10_000, 10_400];
    const clock = { now: () => new Date(moments.shift() ?? 0) };
    expect(await skewAgainst(clock, async () => 9_200)).toBe(1_000);
  });

  it('is as wrong as its largest difference', () => {
    expect(worstSkew([100, -3_000, 2_500])).toBe(-3_000);
    expect(worstSkew([])).toBe(0);
  });
});

describe('waiting for a handler', () => {
  it('ends with what it returns', async () => {
    await expect(untilAborted(new AbortController().signal, async () => 7)).resolves.toBe(7);
  });

  it('ends with the reason of the abort, whether the handler listens or not', async () => {
    const reason = new Error('taken over');
    for (const handler of [deaf, listening]) {
      const abort = new AbortController();
      const waiting = untilAborted(abort.signal, () => handler(abort.signal));
      abort.abort(reason);
      await expect(waiting).rejects.toBe(reason);
    }
  });

  it('does not begin when it is aborted already', async () => {
    let begun = false;
    const waiting = untilAborted(AbortSignal.abort(new Error('over')), async () => {
      begun = true;
    });
    await expect(waiting).rejects.toThrow('over');
    expect(begun).toBe(false);
  });
});

const deaf = (): Promise<never> => new Promise(() => undefined);
const listening = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
