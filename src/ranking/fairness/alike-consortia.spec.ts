import {
  asOf,
  callFor,
  clusterPart,
  elsewhere,
  openPart,
  organisation,
  project,
} from '../../../test/support/ranking-corpus.js';
import { openCorpus } from '../corpus.js';
import type { Corpus } from '../corpus.js';
import { defaultModel } from '../model.js';
import { prepareCall } from '../query/prepare-call.js';
import { rankOrganisations } from '../rank-organisations.js';
import type { FairAsked, FairShares } from './fair-places.js';

const model = { ...defaultModel, fairLike: { ...defaultModel.fairLike, consortia: 4, sme: 1, company: 0.5 } };
const alike: FairAsked = { sme: null, company: null, newcomer: 0.05 };

const firms = ['f1', 'f2', 'f3'];
const universities = ['u1', 'u2', 'u3'];
const known = [
  ...firms.map((id) => organisation(id, { sme: true, type: 'PRC' })),
  ...universities.map((id) => organisation(id, { sme: false, type: 'HES' })),
  organisation('crowd', { sme: false, type: 'REC' }),
];
const four = [1, 2, 3, 4];

/** Batteries were taken apart by two small firms and a university, poems were read by universities alone. */
const open = openPart(
  [
    ...elsewhere,
    ...four.map((at) => project(`b${String(at)}`, 'Battery recycling by robots', ['f1', 'f2', 'u1'])),
    ...four.map((at) => project(`p${String(at)}`, 'Medieval poetry in manuscripts', universities)),
    ...four.map((at) => project(`alone${String(at)}`, 'Battery recycling by robots', ['f3'])),
  ],
  known,
);

const sharesFor = (corpus: Corpus, text: string, fair: FairAsked = alike, on = asOf): FairShares | null =>
  rankOrganisations(corpus, prepareCall(corpus, callFor('T', text), { asOf: on }), { fair }).fairShares;

describe('the shares of a fair list', () => {
  const corpus = openCorpus([open], { model });

  it('are those of the consortia that answered alike, as far as the model keeps them', () => {
    expect(sharesFor(corpus, 'Battery recycling by robots')).toEqual({
      sme: 0.67,
      company: 0.33,
      newcomer: 0.05,
    });
    expect(sharesFor(corpus, 'Medieval poetry in manuscripts')).toEqual({
      sme: 0,
      company: 0,
      newcomer: 0.05,
    });
  });

  it('are those asked for, where numbers are asked for', () => {
    const asked = { sme: 0.2, company: 0.3, newcomer: 0.1 };
    expect(sharesFor(corpus, 'Battery recycling by robots', asked)).toEqual(asked);
    expect(sharesFor(corpus, 'Medieval poetry in manuscripts', { ...asked, sme: null })).toEqual({
      ...asked,
      sme: 0,
    });
  });

  it('are the usual ones where nobody answered, nothing is asked, or it was too early to know', () => {
    const usual = { ...model.fairLike.usual, newcomer: 0.05 };
    for (const text of ['Olive trees of quantum spruce', '']) expect(sharesFor(corpus, text)).toEqual(usual);
    expect(sharesFor(corpus, 'Battery recycling by robots', alike, '2025-06-01')).toEqual(usual);
  });

  it('do not move with what one audience alone can see', () => {
    const own = clusterPart(
      four.map((at) => project(`own-${String(at)}`, 'Battery recycling by robots', universities)),
      // and it says of the firms that they are large universities
      [...firms, ...universities].map((id) => organisation(id, { sme: false, type: 'HES' })),
      open.statistics,
    );
    const text = 'Battery recycling by robots';
    expect(sharesFor(openCorpus([open, own], { model }), text)).toEqual(sharesFor(corpus, text));
  });
});
