import {
  asOf,
  callFor,
  clusterPart,
  elsewhere,
  openPart,
  organisation,
  profile,
  project,
} from '../../../test/support/ranking-corpus.js';
import {
  defaultModel,
  openCorpus,
  prepareCall,
  rankOrganisations,
  type RankingModel,
} from '../../ranking/index.js';
import { modelBytes, readModel } from './part-contents.js';

const asked = 'Automated disassembly of battery packs and recovery of cobalt from spent cells';
const organisations = ['along', 'answering', 'crowd', 'loud', 'modest'].map((id) => organisation(id));
const open = openPart(
  [
    ...elsewhere,
    project('answer', 'Robots for disassembly of battery packs', ['answering', 'along']),
    project('later', 'Recovery of cobalt', ['along']),
  ],
  organisations,
);
const unconfirmed = { state: 'unconfirmed' } as const;
const own = clusterPart(
  [
    profile('of-loud', asked, 'loud', unconfirmed),
    profile('of-loud-too', `${asked} at scale`, 'loud', { ...unconfirmed, type: 'competence' }),
    profile('of-modest', 'Disassembly of spent cells', 'modest'),
  ],
  organisations,
  open.statistics,
);

/** What a model ranks here, as numbers that are the same or not. */
function ranked(
  model: RankingModel,
  seeds: readonly string[] = [],
): readonly (readonly [string, number, number])[] {
  const corpus = openCorpus([open, own], { model });
  const call = prepareCall(corpus, callFor('T-1', asked), { asOf });
  const { results } = rankOrganisations(corpus, call, { seeds, explain: 0 });
  return results.map(({ organisation: id, score, fit }) => [id, score, fit.score]);
}

const stored = (model: object): RankingModel => {
  const bytes = modelBytes(model as RankingModel);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return readModel(shared);
};

const { mostUnconfirmedTogether, ...fit } = defaultModel.fit;
const { meaning, ...before } = defaultModel;
const hybrid3 = { ...defaultModel, version: 'hybrid-3', fit: { ...fit, mostUnconfirmed: 2 } };
const hybrid2 = { ...before, version: 'hybrid-2', fit, bands: { fit: { strong: 0.5, good: 0.25 } } };
const hybrid1 = { ...hybrid2, version: 'hybrid-1', fit: { ...fit, leastBreadth: 0.27, ownBreadth: 0.17 } };

describe('the model of a stored run', () => {
  it('ranks as it did when it was stored', () => {
    expect(ranked(stored(defaultModel))).toEqual(ranked(defaultModel));
    expect([mostUnconfirmedTogether, meaning.share]).toEqual([2, 0.3]);
  });

  // the numbers are what the program that shipped each model gave for these texts
  it.each([
    {
      model: hybrid1,
      list: [
        ['loud', 0.6770240068435669, 0.9794907569885254],
        ['modest', 0.5743381977081299, 0.8309291005134583],
        ['along', 0.32984068989753723, 0.4588429629802704],
        ['answering', 0.2635408639907837, 0.36514532566070557],
      ],
      withSeed: [
        ['answering', 0.14980264008045197, 0.36514532566070557],
        ['loud', 0.028995856642723083, 0.9794907569885254],
        ['modest', 0.016106000170111656, 0.8309291005134583],
      ],
    },
    {
      model: hybrid2,
      list: [
        ['loud', 0.6742486357688904, 0.9754754900932312],
        ['modest', 0.5554888248443604, 0.8036585450172424],
        ['along', 0.32984068989753723, 0.4588429629802704],
        ['answering', 0.2635408639907837, 0.36514532566070557],
      ],
      withSeed: [
        ['answering', 0.14980264008045197, 0.36514532566070557],
        ['loud', 0.028995856642723083, 0.9754754900932312],
        ['modest', 0.016106000170111656, 0.8036585450172424],
      ],
    },
    {
      model: hybrid3,
      list: [
        ['modest', 0.5554888248443604, 0.8036585450172424],
        ['loud', 0.4607999920845032, 0.6666666865348816],
        ['along', 0.32984068989753723, 0.4588429629802704],
        ['answering', 0.2635408639907837, 0.36514532566070557],
      ],
      withSeed: [
        ['answering', 0.14980264008045197, 0.36514532566070557],
        ['loud', 0.024522999301552773, 0.6666666865348816],
        ['modest', 0.016106000170111656, 0.8036585450172424],
      ],
    },
  ])('$model.version gives number for number what it gave', ({ model, list, withSeed }) => {
    expect(ranked(stored(model))).toEqual(list);
    expect(ranked(stored(model), ['along'])).toEqual(withSeed);
  });

  it('is refused by name where it does not say what scores need', () => {
    const { sharpness, ...unsharp } = hybrid3.fit;
    expect(sharpness).toBe(3.2);
    expect(() => stored({ ...hybrid3, version: 'of another time', fit: unsharp })).toThrow(
      expect.objectContaining({
        code: 'matching.model-unreadable',
        message: expect.stringContaining('fit.sharpness') as string,
      }) as Error,
    );
    expect(() => stored({ version: 'hollow' })).toThrow(/"hollow".*query\./);
    expect(() => stored({ ...hybrid3, track: { ...hybrid3.track, coordinator: 'two' } })).toThrow(
      /track\.coordinator/,
    );
  });
});
