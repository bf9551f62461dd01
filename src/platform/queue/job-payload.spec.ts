import { Type } from 'class-transformer';
import { IsInt, IsString, Matches, ValidateNested } from 'class-validator';

import { incomingPayload, outgoingPayload } from './job-payload.js';

class Span {
  @IsInt()
  from!: number;
}

class Payload {
  @IsString()
  @Matches(/^[a-z]+$/)
  name!: string;

  @ValidateNested()
  @Type(() => Span)
  span!: Span;
}

const good = { name: 'a', span: { from: 1 } };

describe('a payload', () => {
  it('goes out as plain data and comes back as its class', () => {
    const out = outgoingPayload('q/j', Payload, good);
    expect(out).toEqual(good);
    const back = incomingPayload('q/j', Payload, out);
    expect(back).toBeInstanceOf(Payload);
    expect(back.span).toBeInstanceOf(Span);
  });

  it('does not go out with anything its class does not know', () => {
    expect(() => outgoingPayload('q/j', Payload, { ...good, extra: 'a secret' } as Payload)).toThrow(
      expect.objectContaining({
        code: 'queue.invalid-payload',
        context: expect.objectContaining({ topic: 'q/j' }),
      }),
    );
  });

  it('comes back without what its class does not know: a newer version may have written it', () => {
    const back = incomingPayload('q/j', Payload, { ...good, later: true });
    expect(back).toEqual(good);
  });

  it('names what is wrong, at every depth, and never the value', () => {
    const wrong = { name: 'A secret', span: { from: 'here' } };
    const error = thrown(() => incomingPayload('q/j', Payload, wrong));
    expect(error.message).toBe('payload of q/j: name breaks matches; span.from breaks isInt');
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  it.each([[null], ['text'], [[good]], [undefined], [7]])('is refused when it is %j', (data) => {
    expect(thrown(() => incomingPayload('q/j', Payload, data))).toMatchObject({
      code: 'queue.invalid-payload',
    });
  });

  it('carries ids, not texts: more than 8 kB are refused', () => {
    const large = { name: 'a'.repeat(8_192), span: { from: 1 } };
    expect(thrown(() => outgoingPayload('q/j', Payload, large))).toMatchObject({
      code: 'queue.payload-too-large',
    });
  });
});

function thrown(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
