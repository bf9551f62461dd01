import fc from 'fast-check';

import { fittedModel } from '../model.js';
import { votedShare, withVotes, type VoteCell } from './voted-share.js';

const now = fittedModel.programme.share;
const cell = (fit: number, track: number, useful: number, notForUs: number): VoteCell => ({
  fit,
  track,
  useful,
  notForUs,
});

/** Found useful for what they do, refused for all they did: past work counts too much. */
const fitters = [cell(0.5, 0.1, 200, 0), cell(0.3, 0.5, 0, 200)];
const doers = [cell(0.3, 0.5, 200, 0), cell(0.5, 0.1, 0, 200)];

describe('what votes make of the model', () => {
  it('is less past work where fit was what people wanted, and more where it was not, within bounds', () => {
    const half = fittedModel.fusion.withoutSeeds.fit;
    const fitOf = (share: number): number => (1 - share) * half;
    // two cells that change places where fit makes two thirds of the score
    expect(fitOf(now)).toBeGreaterThan(2 / 3);
    expect(fitOf(now + 0.05)).toBeLessThan(2 / 3);
    expect(votedShare(fitters, fittedModel)).toBe(now);
    const more = votedShare(doers, fittedModel)!;
    expect(more).toBeGreaterThan(now);
    expect(more).toBeLessThanOrEqual(now + 0.05);
  });

  it('is nothing where few voted, or nobody of one kind', () => {
    expect(votedShare([], fittedModel)).toBeNull();
    expect(votedShare([cell(0.3, 0.5, 199, 0), cell(0.5, 0.1, 0, 200)], fittedModel)).toBeNull();
    expect(votedShare([cell(0.3, 0.5, 1_000, 0), cell(0.5, 0.1, 0, 79)], fittedModel)).toBeNull();
  });

  const fifth = fc.integer({ min: 0, max: 4 }).map((part) => (part + 0.5) / 5);
  const count = fc.integer({ min: 0, max: 400 });
  const cells = fc.array(fc.record({ fit: fifth, track: fifth, useful: count, notForUs: count }), {
    maxLength: 25,
  });

  it('stays within five hundredths, whoever votes how', () => {
    fc.assert(
      fc.property(cells, (voted) => {
        const share = votedShare(voted, fittedModel);
        if (share !== null) expect(Math.abs(share - now)).toBeLessThanOrEqual(0.0501);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('is not the work of one side: twenty votes among five hundred put no pair of groups in another order alone', () => {
    const many = [cell(0.5, 0.1, 150, 100), cell(0.3, 0.5, 130, 120)];
    const share = votedShare(many, fittedModel);
    const devoted = [cell(0.5, 0.1, 150, 120), cell(0.3, 0.5, 130, 120)];
    expect(votedShare(devoted, fittedModel)).toBe(share);
  });

  it('moves one number and the name, nothing else', () => {
    const { version, programme, ...others } = withVotes(fittedModel, {
      until: '2026-11-23',
      votes: 500,
      share: 0.3,
    });
    const { version: was, programme: before, ...same } = fittedModel;
    expect(version).toBe(`${was}, votes until 2026-11-23`);
    expect(programme).toEqual({ ...before, share: 0.3 });
    expect(others).toEqual(same);
  });
});
