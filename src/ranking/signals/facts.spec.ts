import { asOf, callFor, openPart, organisation, profile } from '../../../test/support/ranking-corpus.js';
import { openCorpus, prepareCall, rankOrganisations } from '../index.js';
import type { ActivityType, OrganisationRanking } from '../index.js';
import { roleFacts } from './facts.js';

describe('a role by its name', () => {
  it.each([
    ['SME', 'sme'],
    ['PMI', 'sme'],
    ['End user', 'end-user'],
    ['università', 'university'],
    ['capofila', 'coordinator'],
  ])('%s is %s', (name, role) => {
    expect(roleFacts(name)?.role).toBe(role);
  });

  it('is text where it is none of those', () => {
    expect(roleFacts('battery test bench')).toBeNull();
  });
});

describe('the facts of a role', () => {
  // four with the very same words, so that nothing but the facts can order them
  const made: [string, ActivityType | null, boolean | null][] = [
    ['firm', 'PRC', true],
    ['large', 'PRC', false],
    ['silent', null, null],
    ['campus', 'HES', false],
  ];
  const organisations = made.map(([id, type, sme]) => ({ ...organisation(id), type, sme }));
  const documents = made.map(([id]) => profile(`d-${id}`, 'battery recycling', id));
  const corpus = openCorpus([openPart(documents, organisations)]);

  function rank(role: string | null): OrganisationRanking {
    const call = prepareCall(corpus, callFor('T-1', 'battery recycling'), { asOf, role });
    return rankOrganisations(corpus, call);
  }

  it('put who meets them first, who does not say so before who does not', () => {
    // firm: both met; large and silent: one half of what is asked, ties by key; campus: nothing met
    expect(rank('sme').results.map((place) => place.organisation)).toEqual([
      'firm',
      'large',
      'silent',
      'campus',
    ]);
  });

  it('change nothing where no role is asked for', () => {
    const scores = new Set(rank(null).results.map(({ score }) => score));
    expect(scores.size).toBe(1);
  });

  it('are a part of the tree, which still adds up', () => {
    for (const { score, reasons } of rank('sme').results) {
      expect(reasons?.tree.value).toBeCloseTo(score, 6);
    }
    const [first] = rank('sme').results;
    expect(JSON.stringify(first?.reasons?.tree)).toContain('"fact":"role:sme"');
  });
});
