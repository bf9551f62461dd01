import {
  asOf,
  callFor,
  clusterPart,
  elsewhere,
  openPart,
  organisation,
  profile,
  project,
} from '../../test/support/ranking-corpus.js';
import type { CorpusDocument, OrganisationRanking, RankOptions } from './index.js';
import { openCorpus, prepareCall, rankOrganisations } from './index.js';

const answer = 'Robots for automated disassembly of battery packs and recovery of cobalt';
const competence = (
  id: string,
  owner: string,
  trlFrom: number | null,
  trlTo: number | null,
): CorpusDocument => profile(id, answer, owner, { type: 'competence', trlFrom, trlTo });

const open = openPart(
  [
    ...elsewhere,
    project('done', answer, ['veteran', 'other']),
    // begins after the day that is asked about
    project('later', answer, ['late'], { date: '2027-01-01' }),
  ],
  [
    organisation('crowd'),
    organisation('veteran', { country: 'IT', type: 'PRC' }),
    organisation('other', { country: 'DE', type: 'HES' }),
    organisation('late', { country: 'IT' }),
  ],
);
const own = clusterPart(
  [
    competence('c-1', 'veteran', 4, 6),
    competence('c-2', 'newcomer', 7, null),
    competence('c-3', 'late', null, null),
  ],
  [organisation('veteran'), organisation('newcomer', { country: 'IT' }), organisation('late')],
  open.statistics,
);
const corpus = openCorpus([open, own]);

function ranked(options: RankOptions): OrganisationRanking {
  const call = callFor('T-1', 'Automated disassembly of battery packs and recovery of cobalt.');
  return rankOrganisations(corpus, prepareCall(corpus, call, { asOf }), options);
}
const names = (options: RankOptions): string[] =>
  ranked(options)
    .results.map(({ organisation: id }) => id)
    .toSorted();

describe('who is narrowed to', () => {
  it.each<[string, RankOptions, string[]]>([
    ['anybody', {}, ['late', 'newcomer', 'other', 'veteran']],
    ['who took part in a project', { experience: 'experienced' }, ['other', 'veteran']],
    ['who took part in none that had begun', { experience: 'new' }, ['late', 'newcomer']],
    ['no mask, which does not say', { experience: 'new', masks: ['cluster-afil'] }, ['late']],
    ['a level at the start of a span', { trl: 4 }, ['veteran']],
    ['a level at its end', { trl: 6 }, ['veteran']],
    ['a level said alone', { trl: 7 }, ['newcomer']],
    ['a level nobody states', { trl: 8 }, []],
    ['members of a cluster', { cluster: ['newcomer', 'late', 'unheard'] }, ['late', 'newcomer']],
    ['several at once', { experience: 'experienced', trl: 5, countries: ['IT'] }, ['veteran']],
  ])('%s', (_, options, expected) => {
    expect(names(options)).toEqual(expected);
    expect(ranked({ ...options, limit: 1 }).total).toBe(expected.length);
  });
});

describe('what an empty list says', () => {
  it('names each filter without which there would be somebody, the most first, exactly as many as then are', () => {
    const asked: RankOptions = { countries: ['DE'], experience: 'new' };
    const { without } = ranked(asked);
    expect(without).toEqual([
      { filter: 'countries', total: 2 },
      { filter: 'experience', total: 1 },
    ]);
    expect(ranked({ experience: 'new' }).total).toBe(2);
    expect(ranked({ countries: ['DE'] }).total).toBe(1);
  });

  it('counts with seeds whom only the past brings in, and never who may not appear', () => {
    const asked: RankOptions = { trl: 9, seeds: ['veteran'], exclude: ['late'] };
    const { trl: _trl, ...rest } = asked;
    expect(ranked(asked).without).toEqual([{ filter: 'trl', total: ranked(rest).total }]);
  });

  it('names none where two filters leave out the same, where none was chosen, or where somebody is found', () => {
    expect(ranked({ countries: ['FR'], trl: 8 }).without).toEqual([]);
    expect(ranked({ among: [] }).without).toEqual([]);
    expect(ranked({ countries: ['IT'] }).without).toEqual([]);
  });
});
