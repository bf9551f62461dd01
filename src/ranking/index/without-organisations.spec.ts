import {
  asOf,
  callFor,
  elsewhere,
  organisation,
  profile,
  project,
} from '../../../test/support/ranking-corpus.js';
import { buildSegment, openCorpus, openSegment, prepareCall, rankOrganisations } from '../index.js';
import type { CorpusDocument, OrganisationRanking } from '../index.js';
import { withoutOrganisations } from './without-organisations.js';

const people = ['a', 'b', 'gone', 'crowd'];
const shared = [
  project('with-gone', 'Battery recycling robots', ['a', 'gone']),
  project('without', 'Battery dismantling lines', ['b']),
  ...elsewhere,
];
const own = [profile('own', 'Zirconium battery kilns of Cascina Vecchia', 'gone')];

const built = (documents: readonly CorpusDocument[], ids: readonly string[]): Uint8Array =>
  buildSegment(
    documents,
    ids.map((id) => organisation(id, { nuts: 'ITC4C', country: 'IT' })),
    { name: 'open', statistics: null },
  );

function rank(bytes: Uint8Array, outcome: string): OrganisationRanking {
  const corpus = openCorpus([openSegment(bytes)]);
  return rankOrganisations(corpus, prepareCall(corpus, callFor('T', outcome), { asOf }), { limit: 10 });
}

describe('a segment without organisations', () => {
  it('ranks whoever is left as if they had never been in it', () => {
    const without = shared.map((document) => ({
      ...document,
      holders: document.holders.filter((holder) => holder.organisation !== 'gone'),
    }));
    const rewritten = withoutOrganisations(built([...shared, ...own], people), new Set(['gone']));
    expect(rewritten).toMatchObject({ organisations: 1, documents: 1 });
    const fresh = built(
      without,
      people.filter((id) => id !== 'gone'),
    );
    expect(openSegment(rewritten!.bytes).termCount).toBe(openSegment(fresh).termCount);
    const outcome = 'Recycling of battery packs by robots';
    expect(rank(rewritten!.bytes, outcome).results.map(({ organisation: id }) => id)).toEqual(
      rank(fresh, outcome).results.map(({ organisation: id }) => id),
    );
  });

  it('holds neither their ids nor a word or id that was theirs alone', () => {
    const before = built([...shared, ...own], people);
    const rewritten = withoutOrganisations(before, new Set(['gone']))!.bytes;
    const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
    for (const trace of ['gone', 'own', 'zirconium', 'cascina']) {
      const wanted = trace === 'own' || trace === 'gone' ? trace : trace.slice(0, 6);
      expect(text(before)).toContain(wanted);
    }
    const segment = openSegment(rewritten);
    expect(segment.organisations.find('gone')).toBeUndefined();
    expect(segment.documents.find('own')).toBeUndefined();
    expect(segment.documents.find('with-gone')).toBeDefined();
    for (const trace of ['zircon', 'cascina', 'cascin']) expect(text(rewritten)).not.toContain(trace);
  });

  it('is none where they are not in it', () => {
    expect(withoutOrganisations(built(shared, people), new Set(['stranger']))).toBeNull();
  });
});
