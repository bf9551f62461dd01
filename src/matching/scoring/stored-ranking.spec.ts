import fc from 'fast-check';

import {
  asOf,
  callFor,
  clusterPart,
  openPart,
  organisation,
  profile,
  project,
} from '../../../test/support/ranking-corpus.js';
import {
  defaultModel,
  openCorpus,
  prepareCall,
  prepareCalls,
  rankOrganisations,
  scoreBlock,
} from '../../ranking/index.js';
import type { Corpus, OpportunityText, OrganisationRanking, RankOptions } from '../../ranking/index.js';
import { memberLists } from './member-lists.js';
import type { PackedList } from './packed-list.js';
import { storedRanking } from './stored-ranking.js';

const everybody = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const members = ['b', 'd', 'newcomer'];
const words = 'battery cobalt recycling tunnel olive photonic enzyme quantum spruce'.split(' ');
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
  .map((chosen) => chosen.join(' '));
const projects = fc
  .array(fc.tuple(text, fc.subarray(everybody, { minLength: 1, maxLength: 4 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((made) => made.map(([body, holders], at) => project(`p-${String(at)}`, body, holders)));
const profiles = fc
  .tuple(text, text, text)
  .map((bodies) => bodies.map((body, at) => profile(`e-${String(at)}`, body, members[at] ?? '')));

/** Draws on few places, so that lists of a few can answer. */
const model = { ...defaultModel, fairAmong: 4 };

/** A world of open projects in which a cluster knows more of three organisations, one of them only itself. */
const worlds = fc.tuple(projects, profiles, text).map(([open, own, outcome]) => {
  const openSegment = openPart(
    open,
    everybody.map((id) => organisation(id)),
  );
  const cluster = clusterPart(
    own,
    members.map((id) => organisation(id)),
    openSegment.statistics,
  );
  return {
    open: openCorpus([openSegment], { model }),
    both: openCorpus([openSegment, cluster], { model }),
    call: callFor('T-1', outcome),
  };
});

interface World {
  readonly open: Corpus;
  readonly both: Corpus;
  readonly call: OpportunityText;
}

/** What a score run would store, cut at `stored` places. */
function lists(
  { open, both, call }: World,
  stored: number,
): { open: PackedList; own: ReturnType<typeof own> } {
  const calls = prepareCalls(open, [call], { asOf });
  const [ranking] = scoreBlock(open, calls, { limit: stored });
  const packedList = {
    of: call.id,
    entries: Array.from(ranking!.organisations, (ordinal) => open.organisationId(ordinal)),
    scores: [...ranking!.scores],
    fits: [...ranking!.fits],
    trackRecords: [...ranking!.trackRecords],
    bands: null,
    total: ranking!.total,
  };
  return { open: packedList, own: own({ open, both, call }, stored) };
}

const own = ({ open, both, call }: World, stored: number) =>
  memberLists(both, open, prepareCalls(both, [call], { asOf }), stored).byOpportunity[0] ?? null;

function live({ both, call }: World, options: RankOptions & { limit: number }): OrganisationRanking {
  return rankOrganisations(both, prepareCall(both, call, { asOf }), { ...options, explain: options.limit });
}

describe('stored lists', () => {
  it('say what a live ranking says, with counts and reasons, or nothing at all', () => {
    let answered = 0;
    fc.assert(
      fc.property(
        worlds,
        fc.integer({ min: 1, max: 10 }),
        fc.record({
          limit: fc.integer({ min: 1, max: 10 }),
          exclude: fc.subarray([...everybody, 'newcomer', 'nobody'], { maxLength: 3 }),
          fair: fc.option(fc.constant({ sme: 0.4, company: 0.5, newcomer: 0.3 })),
        }),
        (world, stored, asked) => {
          const call = prepareCall(world.both, world.call, { asOf });
          const ranking = storedRanking(world.both, call, { ...lists(world, stored), ...asked });
          if (ranking === null) return;
          answered += 1;
          expect(ranking).toEqual(live(world, asked));
        },
      ),
      { numRuns: 100, seed: 4 },
    );
    expect(answered).toBeGreaterThan(40);
  });

  it('are answered from as long as they are whole, whatever is asked', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 10 }), (world, limit) => {
        const call = prepareCall(world.both, world.call, { asOf });
        expect(
          storedRanking(world.both, call, { ...lists(world, 300), exclude: [], fair: null, limit }),
        ).not.toBeNull();
      }),
      { numRuns: 20, seed: 4 },
    );
  });

  it('are not answered from once the call says something else', () => {
    const openSegment = openPart(
      [project('p', 'battery recycling', ['a', 'b']), project('q', 'olive cobalt', ['c'])],
      everybody.map((id) => organisation(id)),
    );
    const open = openCorpus([openSegment]);
    const world = { open, both: open, call: callFor('T-1', 'battery recycling') };
    const stored = { open: lists(world, 300).open, own: null, exclude: [], fair: null, limit: 5 };
    const ask = (outcome: string) =>
      storedRanking(open, prepareCall(open, callFor('T-1', outcome), { asOf }), stored);
    expect(ask('battery recycling')?.results).toHaveLength(2);
    expect(ask('battery recycling of cobalt')).toBeNull();
  });
});
