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
import type { Change, Corpus, CorpusDocument } from './index.js';
import { explain, openCorpus, prepareCall, rankOrganisations, why } from './index.js';

const call = callFor('T-1', 'Robotic disassembly of battery packs. Recovery of cobalt from spent cells.', {
  trlFrom: 6,
  trlTo: 7,
});
const names = ['close', 'far', 'small', 'unheard', 'crowd'];
const organisations = names.map((id) => organisation(id));
const open = openPart(
  [
    ...elsewhere,
    project('of-close', 'Robotic disassembly of battery packs, recovery of cobalt from spent cells', [
      'close',
    ]),
    project('of-far', 'Battery packs for ships', ['far']),
  ],
  organisations,
);
const withOwn = (...own: CorpusDocument[]): Corpus =>
  openCorpus([open, clusterPart(own, [organisation('small')], open.statistics)]);
const prepared = (corpus: Corpus, role: string | null = null) => prepareCall(corpus, call, { asOf, role });

describe('why an organisation stands where it stands', () => {
  it('gives the place, the score and the figures of the list', () => {
    const corpus = withOwn(profile('p', 'We take battery packs apart', 'small'));
    const { results, total } = rankOrganisations(corpus, prepared(corpus));
    for (const { rank, organisation: id, score, fit, trackRecord } of results) {
      expect(why(corpus, prepared(corpus), id)).toMatchObject({ rank, total, score, fit, trackRecord });
    }
    expect(results.length).toBeGreaterThan(2);
  });

  it('answers for one that no list holds: no place, no score, and what is missing', () => {
    const answer = why(openCorpus([open]), prepared(openCorpus([open])), 'unheard');
    expect(answer).toMatchObject({ rank: null, score: 0, leftOutBy: [] });
    expect(answer?.reasons.missing.map(({ label }) => label)).toContain('Robotic disassembly');
  });

  it('knows nobody whom no segment knows', () => {
    expect(why(openCorpus([open]), prepared(openCorpus([open])), 'nobody')).toBeUndefined();
  });

  it('names every filter that leaves it out, and scores it all the same', () => {
    const corpus = openCorpus([open]);
    const answer = why(corpus, prepared(corpus), 'close', {
      countries: ['IT'],
      types: ['PRC'],
      sme: true,
      regions: ['ITC4'],
      exclude: ['close'],
      among: ['far'],
      seeds: ['close', 'far'],
    });
    expect(answer).toMatchObject({
      rank: null,
      leftOutBy: ['seed', 'exclude', 'among', 'countries', 'regions', 'types', 'sme'],
    });
    expect(answer?.score).toBeGreaterThan(0);
  });

  it('says what the last place shown scores', () => {
    const corpus = openCorpus([open]);
    const [first] = rankOrganisations(corpus, prepared(corpus)).results;
    expect(why(corpus, prepared(corpus), 'unheard', { limit: 1 })?.needed).toBe(first?.score);
    expect(why(corpus, prepared(corpus), 'unheard', { limit: 50 })?.needed).toBeNull();
  });
});

describe('what would raise a score', () => {
  const changesIn = (corpus: Corpus, id: string, role: string | null = null): readonly Change[] =>
    why(corpus, prepared(corpus, role), id)?.changes ?? [];

  it('is to say what is missing: with such a competence the score is the one foretold', () => {
    const corpus = withOwn(profile('p', 'We take battery packs apart', 'small'));
    const changes = changesIn(corpus, 'small');
    const said = changes.filter((change) => change.kind === 'say');
    expect(said.length).toBeGreaterThan(0);
    for (const { words, score, gain } of said) {
      const competence = profile('c', `${words.join(', ')}.`, 'small', {
        type: 'competence',
        language: null,
      });
      const richer = withOwn(profile('p', 'We take battery packs apart', 'small'), competence);
      expect(explain(richer, prepared(richer), 'small')?.score).toBeCloseTo(score, 6);
      expect(score - (explain(corpus, prepared(corpus), 'small')?.score ?? 0)).toBeCloseTo(gain, 6);
      expect(gain).toBeGreaterThan(0);
    }
  });

  it('is to confirm what is only written about it', () => {
    const text = 'Disassembly of battery packs and recovery of cobalt';
    const corpus = withOwn(profile('p', text, 'small', { state: 'unconfirmed' }));
    const change = changesIn(corpus, 'small').find(({ kind }) => kind === 'confirm');
    const confirmed = withOwn(profile('p', text, 'small'));
    expect(change).toMatchObject({ document: { id: 'p' } });
    expect(change?.score).toBeCloseTo(explain(confirmed, prepared(confirmed), 'small')?.score ?? 0, 6);
    expect(changesIn(confirmed, 'small').some(({ kind }) => kind === 'confirm')).toBe(false);
  });

  it('is to be as ready as the call asks', () => {
    const text = 'Disassembly of battery packs and recovery of cobalt';
    const corpus = withOwn(profile('p', text, 'small', { trlFrom: 2, trlTo: 3 }));
    const ready = withOwn(profile('p', text, 'small', { trlFrom: 6, trlTo: 6 }));
    const change = changesIn(corpus, 'small').find(({ kind }) => kind === 'readiness');
    expect(change?.score).toBeCloseTo(explain(ready, prepared(ready), 'small')?.score ?? 0, 6);
  });

  it('is to state the type that the role asks, where it is not stated', () => {
    const corpus = openCorpus([open]);
    const change = changesIn(corpus, 'close', 'company').find(({ kind }) => kind === 'state-role');
    const stated = openCorpus([
      open,
      clusterPart([], [organisation('close', { type: 'PRC' })], open.statistics),
    ]);
    expect(change).toMatchObject({ role: 'company' });
    expect(change?.score).toBeCloseTo(explain(stated, prepared(stated, 'company'), 'close')?.score ?? 0, 6);
    expect(changesIn(stated, 'close', 'company').some(({ kind }) => kind === 'state-role')).toBe(false);
  });

  it('is listed the greatest gain first, at most four', () => {
    const corpus = withOwn(
      ...['a', 'b', 'c', 'd', 'e'].map((id) =>
        profile(id, 'Disassembly of battery packs, recovery of cobalt', 'small', { state: 'unconfirmed' }),
      ),
    );
    const gains = changesIn(corpus, 'small').map(({ gain }) => gain);
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
    expect(gains).toHaveLength(4);
  });
});
