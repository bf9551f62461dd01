import {
  asOf,
  callFor,
  elsewhere,
  openPart,
  organisation,
  project,
} from '../../test/support/ranking-corpus.js';
import type { Boilerplate } from './index.js';
import { explain, openCorpus, prepareCall } from './index.js';

const crowded = elsewhere.map((one) => ({ ...one, body: `${one.body}. Tanks of a new kind.` }));
const open = openPart(
  [...crowded, project('p', 'Pumps', ['asked'])],
  ['asked', 'crowd'].map((id) => organisation(id)),
);

function missingFor(outcome: string, boilerplate: Boilerplate | null = null): string[] {
  const corpus = openCorpus([open], { boilerplate });
  const call = prepareCall(corpus, callFor('T-1', outcome), { asOf });
  return explain(corpus, call, 'asked')!.missing.map(({ label }) => label);
}

describe('what is missing', () => {
  it('is named by a phrase of the call, not by a word alone', () => {
    expect(missingFor('Lightweight tanks')).toEqual(['Lightweight tanks']);
  });

  it('leaves out a common word that stands in no phrase', () => {
    expect(missingFor('Tanks. Pumps.')).toEqual([]);
  });

  it('keeps a word alone that is long, a short form, or rare in the evidence', () => {
    expect(missingFor('Electrolysers. Pumps.')).toEqual(['Electrolysers']);
    expect(missingFor('LVDC. Pumps.')).toEqual(['LVDC']);
    expect(missingFor('Zinc. Pumps.')).toEqual(['Zinc']);
  });

  it('takes no words on either side of an "and" for a phrase', () => {
    expect(missingFor('Zinc and nickel. Pumps.')).toEqual(['nickel', 'Zinc']);
  });

  it('leaves out what calls say whatever they are about', () => {
    const boilerplate = { calls: 100, factors: { propos: 0.3 }, sentences: [] };
    expect(missingFor('Proposals. Lightweight proposals. Pumps.', boilerplate)).toEqual(['Lightweight']);
  });

  it('does not list what the evidence shows', () => {
    expect(missingFor('Pumps.')).toEqual([]);
  });
});
