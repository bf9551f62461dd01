import {
  asOf,
  callFor,
  elsewhere,
  openPart,
  organisation,
  profile,
  project,
} from '../../../test/support/ranking-corpus.js';
import { openCorpus } from '../corpus.js';
import type { Corpus } from '../corpus.js';
import { defaultModel } from '../model.js';
import { prepareCall, prepareCalls } from '../query/prepare-call.js';
import { rankOpportunities } from '../rank-opportunities.js';
import { explain, rankOrganisations } from '../rank-organisations.js';
import { why } from '../why.js';
import { BandLearner } from './learn-bands.js';

const text = 'Battery recycling with cobalt recovery and robotic dismantling of packs';
const own =
  'Battery recycling with recovery of cobalt, robotic dismantling of packs for our clients in Lombardy';

function corpus(bands = defaultModel.bands): Corpus {
  return openCorpus(
    [
      openPart(
        [
          ...elsewhere,
          project('a', text, ['old', 'once']),
          project('b', text, ['old']),
          profile('c', own, 'profiled'),
          profile('d', 'Battery', 'silent'),
        ],
        ['old', 'once', 'profiled', 'silent', 'crowd'].map((id) => organisation(id)),
      ),
    ],
    { model: { ...defaultModel, bands } },
  );
}

const limits = (good: number, strong: number) => ({ good, strong });

describe('bands', () => {
  it('are measured by those of the same background: several projects, one, or a profile alone', () => {
    const fit = { known: limits(0, 0), newcomer: limits(0, 1.1), profile: limits(1.1, 1.1) };
    const on = corpus({ ...defaultModel.bands, fit });
    const { results } = rankOrganisations(on, prepareCall(on, callFor('T', text), { asOf }), {});
    const bands = Object.fromEntries(results.map((place) => [place.organisation, place.fit.band]));
    expect(bands).toMatchObject({ old: 'strong', once: 'good', profiled: 'possible' });
  });

  it('are the same for a pair in every list, and none is left out', () => {
    const on = corpus();
    const call = callFor('T', text);
    const prepared = prepareCall(on, call, { asOf });
    const calls = prepareCalls(on, [call], { asOf });
    const { results } = rankOrganisations(on, prepared, {});
    expect(results.length).toBeGreaterThan(3);
    for (const { organisation: id, fit, trackRecord, tooLittle } of results) {
      const [other] = rankOpportunities(on, calls, id).results;
      expect(other).toMatchObject({ fit, trackRecord, tooLittle });
      expect(explain(on, prepared, id)).toMatchObject({ fit, trackRecord, tooLittle });
      expect(why(on, prepared, id)).toMatchObject({ fit, trackRecord, tooLittle });
      expect(['strong', 'good', 'possible', 'unknown']).toContain(fit.band);
    }
  });

  it('say that too little is known of who says one word, and that it should say more', () => {
    const on = corpus();
    const { results } = rankOrganisations(on, prepareCall(on, callFor('T', text), { asOf }), {});
    const unknown = results.filter(({ tooLittle }) => tooLittle !== null);
    expect(unknown.map(({ organisation: id }) => id)).toEqual(['silent']);
    expect(unknown[0]).toMatchObject({ tooLittle: 'organisation', fit: { band: 'unknown' } });
  });

  it('say that too little is asked where next to no word of the question is known', () => {
    const on = corpus();
    const asked = (outcome: string) =>
      rankOrganisations(on, prepareCall(on, callFor('T', outcome), { asOf }), {}).results;
    for (const place of asked('Cobalt'))
      expect(place).toMatchObject({ tooLittle: 'question', fit: { band: 'unknown' } });
    expect(asked('Cobalt').length).toBeGreaterThan(0);
    expect(asked('Cobalt recovery').some(({ tooLittle }) => tooLittle === null)).toBe(true);
  });
});

describe('learning bands', () => {
  const learned = (): ReturnType<BandLearner['finish']> => {
    const learner = new BandLearner();
    for (let at = 0; at < 3000; at += 1) {
      const fit = (at % 100) / 100;
      // of the calls that fit at .8 or more every second is joined, of those from .5 every tenth
      const came = fit >= 0.8 ? at % 2 === 0 : fit >= 0.5 ? at % 10 === 0 : false;
      learner.add('calls', { background: 'known', fit, score: fit, came });
      learner.add('plain', { background: 'profile', fit, score: fit / 2, came: false });
    }
    return learner.finish('2024-09-01');
  };

  it('sets the limits where a band keeps its promise', () => {
    const { fit, until } = learned();
    expect(until).toBe('2024-09-01');
    expect(fit.known.good).toBeGreaterThan(0.45);
    expect(fit.known.good).toBeLessThan(0.85);
    expect(fit.known.strong).toBeGreaterThan(fit.known.good);
  });

  it('promises nothing where nobody was ever taken', () => {
    const { fit, chances } = learned();
    expect(fit.newcomer).toEqual({ good: 2, strong: 2 });
    expect(chances.plain.profile.chances).toEqual([0]);
  });
});
