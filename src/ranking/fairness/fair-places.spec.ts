import fc from 'fast-check';

import {
  asOf,
  callFor,
  elsewhere,
  holds,
  openPart,
  organisation,
  profile,
  project,
} from '../../../test/support/ranking-corpus.js';
import { openCorpus } from '../corpus.js';
import type { Corpus } from '../corpus.js';
import { prepareCall } from '../query/prepare-call.js';
import { rankOrganisations } from '../rank-organisations.js';
import type { OrganisationRanking, RankOptions } from '../ranking.js';
import { why } from '../why.js';

const call = callFor('T-1', 'Battery recycling with cobalt recovery and robotic dismantling of packs');
const fair = { sme: 0.2, company: 0.3, newcomer: 0.1 };
const rank = (corpus: Corpus, options: RankOptions): OrganisationRanking =>
  rankOrganisations(corpus, prepareCall(corpus, call, { asOf }), options);

const firms = ['f1', 'f2', 'f3', 'f4', 'f5'];

/** Five new firms that say just what the call asks, and a university that led projects about half of it. */
function newFirms(led: number): Corpus {
  const projects = [
    'Battery recycling of packs',
    'Cobalt recovery from battery packs',
    'Robotic dismantling of batteries',
  ];
  return openCorpus([
    openPart(
      [
        ...elsewhere,
        ...firms.map((id) => profile(`p-${id}`, 'Battery recycling with cobalt recovery of packs', id)),
        ...projects.map((body, at) =>
          project(`u-${String(at)}`, body, [
            holds('university', at < led ? 'coordinator' : 'participant'),
            'crowd',
          ]),
        ),
      ],
      [
        ...firms.map((id) => organisation(id, { sme: true, type: 'PRC' })),
        organisation('university', { sme: false, type: 'HES' }),
        organisation('crowd', { sme: false, type: 'REC' }),
      ],
    ),
  ]);
}

describe('a fair list', () => {
  it('A-25: never proposes newcomers alone where somebody who has led is in reach', () => {
    const corpus = newFirms(2);
    const byScore = rank(corpus, { explain: 10 }).results;
    const order = rank(corpus, { fair, explain: 10 }).results;
    const leader = order.find(({ organisation: id }) => id === 'university')!;
    expect(leader.fit.band).not.toBe('possible');
    expect(leader.rank).toBeLessThanOrEqual(3);
    // in this corpus the score alone would have proposed newcomers only
    expect(byScore.slice(0, 3).map(({ organisation: id }) => id)).not.toContain('university');
    expect(leader.raisedFor).toEqual(['leader']);
    expect(leader.scoreRank).toBe(byScore.find(({ organisation: id }) => id === 'university')!.rank);
  });

  it('names beside each newcomer who could lead, and what that one adds', () => {
    const { results } = rank(newFirms(2), { fair, explain: 10 });
    for (const place of results.filter(({ organisation: id }) => firms.includes(id))) {
      expect(place.companion).toMatchObject({ organisation: 'university', led: 2, consortia: 3 });
      const missing = place.reasons!.missing.map(({ label }) => label);
      expect(missing).toEqual(expect.arrayContaining([...place.companion!.adds]));
      expect(place.companion!.adds.join(' ')).toMatch(/robotic/i);
    }
    expect(results.find(({ organisation: id }) => id === 'university')!.companion).toBeNull();
  });

  it('names nobody where nobody has led', () => {
    const { results } = rank(newFirms(0), { fair, explain: 10 });
    expect(results.map(({ companion }) => companion)).toEqual(results.map(() => null));
    expect(results.every(({ raisedFor }) => !raisedFor.includes('leader'))).toBe(true);
  });

  it('is told by "why not?" with the place by score', () => {
    const corpus = newFirms(2);
    const listed = rank(corpus, { fair }).results.find(({ organisation: id }) => id === 'university')!;
    const told = why(corpus, prepareCall(corpus, call, { asOf }), 'university', { fair })!;
    expect(told).toMatchObject({
      rank: listed.rank,
      scoreRank: listed.scoreRank,
      raisedFor: ['leader'],
      score: listed.score,
    });
  });

  const words = 'battery recycling cobalt recovery robotic dismantling olive quantum spruce'.split(' ');
  const everybody = Array.from({ length: 24 }, (_, at) => `o${String(at).padStart(2, '0')}`);
  const worlds = fc
    .tuple(
      fc.array(
        fc.tuple(
          fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 6 }),
          fc.subarray(everybody, { minLength: 1, maxLength: 6 }),
        ),
        { minLength: 4, maxLength: 16 },
      ),
      fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
    )
    .map(([made, small]) =>
      openCorpus([
        openPart(
          [
            ...elsewhere,
            ...made.map(([body, holders], at) =>
              project(`p-${String(at)}`, body.join(' '), [
                holds(holders[0]!, 'coordinator'),
                ...holders.slice(1),
              ]),
            ),
          ],
          [...everybody, 'crowd'].map((id, at) =>
            organisation(id, { sme: small[at] ?? false, type: small[at] ? 'PRC' : 'HES' }),
          ),
        ),
      ]),
    );

  it('changes the order and nothing else: neither who is in it, nor a score, nor a reason, nor a count', () => {
    fc.assert(
      fc.property(worlds, (corpus) => {
        const byScore = rank(corpus, { explain: 30 });
        const order = rank(corpus, { fair, explain: 30 });
        expect(order.total).toBe(byScore.total);
        const evidence = ({ results }: OrganisationRanking) =>
          [...results]
            .sort((a, b) => a.scoreRank - b.scoreRank)
            .map(({ rank: _rank, raisedFor: _raisedFor, ...rest }) => rest);
        expect(evidence(order)).toEqual(evidence(byScore));
        expect(byScore.results.every(({ rank: at, scoreRank }) => at === scoreRank)).toBe(true);
        expect(order.results.map(({ rank: at }) => at)).toEqual(order.results.map((_, at) => at + 1));
      }),
      { numRuns: 30, seed: 11 },
    );
  });

  it('keeps each share in every prefix, is the same however many places are asked for, and the same again', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 20 }), (corpus, limit) => {
        const all = rank(corpus, { fair, explain: 0 }).results;
        const first = rank(corpus, { fair, explain: 0, limit }).results;
        expect(first).toEqual(all.slice(0, limit));
        const isSmall = (id: string): boolean =>
          corpus.organisations.sme[corpus.organisationOrdinal(id)!] === 2;
        const small = all.filter(({ organisation: id }) => isSmall(id)).length;
        for (let length = 1; length <= all.length; length += 1) {
          const held = all.slice(0, length).filter(({ organisation: id }) => isSmall(id)).length;
          // small firms are the companies here, and one place may have gone to a newcomer or a leader
          expect(held).toBeGreaterThanOrEqual(Math.min(small, Math.floor(fair.company * length)) - 2);
        }
      }),
      { numRuns: 30, seed: 12 },
    );
  });
});
