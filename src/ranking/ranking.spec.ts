import {
  asOf,
  callFor,
  clusterPart,
  elsewhere,
  holds,
  openPart,
  organisation,
  profile,
  project,
} from '../../test/support/ranking-corpus.js';
import type {
  Corpus,
  CorpusDocument,
  DocumentNode,
  ExplanationNode,
  OpportunityText,
  RankOptions,
} from './index.js';
import {
  buildSegment,
  explain,
  defaultModel,
  openCorpus,
  prepareCall,
  prepareCalls,
  rankOpportunities,
  rankOrganisations,
  scoreBlock,
} from './index.js';

const call = callFor(
  'T-1',
  'Automated disassembly of battery packs and recovery of cobalt and lithium from spent cells.',
  { title: 'Recycling of batteries' },
);
const wholeAnswer =
  'Robots for automated disassembly of battery packs, recycling of batteries, and recovery of cobalt and lithium from spent cells';

const organisations = [
  organisation('leader', { country: 'IT', type: 'REC' }),
  organisation('member', { country: 'IT', type: 'PRC' }),
  organisation('veteran', { country: 'DE', type: 'PRC' }),
  organisation('neighbour', { country: 'FR', type: 'HES' }),
  organisation('crowd', { country: 'DE', type: 'HES' }),
  organisation('friend', { country: 'IT' }),
  organisation('stranger'),
];

/** One project per reason to stand where one stands. */
const documents: readonly CorpusDocument[] = [
  ...elsewhere,
  // answers everything: its coordinator stands before a member of it
  project('answer', wholeAnswer, [holds('leader', 'coordinator'), 'member'], { topic: 'CALL-2025' }),
  // says the same, but twelve years ago: behind those who do it now
  project('old-answer', wholeAnswer, ['veteran'], { date: '2014-01-01' }),
  // shares the batteries only: behind all who answer more
  project('near', 'Recycling of batteries and their fire safety in tunnels', ['neighbour', 'friend']),
];

const open = openPart(documents, organisations);
const corpus = openCorpus([open]);

function order(within: Corpus, options: RankOptions = {}, asked: OpportunityText = call): string[] {
  return rankOrganisations(within, prepareCall(within, asked, { asOf }), options).results.map(
    (place) => place.organisation,
  );
}

function scoreOf(within: Corpus, id: string, options: Pick<RankOptions, 'seeds'> = {}): number {
  return explain(within, prepareCall(within, call, { asOf }), id, options)?.score ?? Number.NaN;
}

function nodes(tree: ExplanationNode): ExplanationNode[] {
  return [tree, ...('parts' in tree ? tree.parts.flatMap(nodes) : [])];
}

const documentNodes = (tree: ExplanationNode): DocumentNode[] =>
  nodes(tree).filter((node) => node.kind === 'document');

describe('the order of organisations', () => {
  it('follows how much of the call the evidence answers, how new it is, and the part played in it', () => {
    // friend and neighbour hold the same project in the same way: their keys decide
    expect(order(corpus)).toEqual(['leader', 'member', 'veteran', 'friend', 'neighbour']);
  });

  it('suggests nobody for being busy with other things', () => {
    expect(order(corpus)).not.toContain('crowd');
    expect(scoreOf(corpus, 'crowd')).toBe(0);
  });

  it('A-27: breaks ties by key, ascending, wherever the organisation was added, in ten runs alike', () => {
    const twins = ['c', 'a', 'b'].map((id, at) => organisation(id, { key: `${9 - at}` }));
    const shared = project('shared', wholeAnswer, ['a', 'b', 'c']);
    const twinned = openCorpus([openPart([...elsewhere, shared], [organisation('crowd'), ...twins])]);
    for (let run = 0; run < 10; run += 1) expect(order(twinned)).toEqual(['b', 'a', 'c']);
  });

  it('weaves organisations of a second segment into the order of ties', () => {
    const base = openPart(
      [...elsewhere, project('p', wholeAnswer, ['b', 'd'])],
      [organisation('crowd'), organisation('b'), organisation('d')],
    );
    const more = ['c', 'e', 'a'];
    const part = clusterPart(
      more.map((id) => project(`of-${id}`, wholeAnswer, [id])),
      more.map((id) => organisation(id)),
      base.statistics,
    );
    expect(order(openCorpus([base, part]))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('depends on neither the order of documents nor that of organisations, to the byte', () => {
    const built = (docs: readonly CorpusDocument[], orgs: typeof organisations): Uint8Array =>
      buildSegment(docs, orgs, { name: 'open', statistics: null });
    expect(Buffer.from(built(documents.toReversed(), organisations.toReversed()))).toEqual(
      Buffer.from(built(documents, organisations)),
    );
  });
});

describe('an explanation', () => {
  const seeded = { seeds: ['friend', 'veteran'] };
  it.each([
    ['without seeds', null, {}],
    ['with seeds', null, seeded],
    ['with a role asked for', 'research', {}],
    ['with a lead asked for, and seeds', 'coordinator', seeded],
    ['with a role in free words', 'fire safety in tunnels', {}],
  ])('adds up to the score, node by node, %s', (_, role, options) => {
    const prepared = prepareCall(corpus, call, { asOf, role });
    const { results } = rankOrganisations(corpus, prepared, options);
    expect(results.length).toBeGreaterThan(2);
    for (const { score, reasons } of results) {
      expect(Math.abs((reasons?.tree.value ?? 0) - score)).toBeLessThan(1e-6);
      for (const node of nodes(reasons!.tree)) {
        if (!('parts' in node) || (node.kind === 'group' && node.signal === 'rest')) continue;
        const sum = node.parts.reduce((total, part) => total + part.value, 0);
        expect(Math.abs(sum - node.value)).toBeLessThan(1e-6);
      }
    }
  });

  it('says of each document what the score loses without its words', () => {
    const more = [
      project('second', 'Recovery of cobalt from spent cells and recycling of batteries', ['leader'], {
        date: '2022-01-01',
      }),
      project('third', 'Disassembly of battery packs with robots, recycling of batteries', ['leader']),
    ];
    const base = openPart([...documents, ...more], organisations);
    const full = openCorpus([base]);
    const { tree, score } = explain(full, prepareCall(full, call, { asOf }), 'leader')!;
    const cited = documentNodes(tree);
    expect(cited.length).toBeGreaterThan(1);
    for (const { document, loss } of cited) {
      expect(loss).toBeGreaterThan(0);
      // a later segment holds the same document without its words: what it takes part in stays
      const kept = [...documents, ...more].find(({ id }) => id === document.id)!;
      const silent = clusterPart([{ ...kept, title: '', body: '' }], organisations, base.statistics);
      const lost = score - scoreOf(openCorpus([base, silent]), 'leader');
      expect(Math.abs(lost - loss)).toBeLessThanOrEqual(0.01 * loss);
    }
  });

  it('names what the call asks and the evidence does not show', () => {
    const { missing } = explain(corpus, prepareCall(corpus, call, { asOf }), 'friend')!;
    expect(missing.some(({ label }) => label.includes('cobalt'))).toBe(true);
    expect(missing.map(({ label }) => label)).not.toContain('batteries');
  });

  it('of an organisation that nobody knows is undefined', () => {
    expect(explain(corpus, prepareCall(corpus, call, { asOf }), 'nobody')).toBeUndefined();
  });
});

describe('one pair', () => {
  it('has the same score, to the bit, in every direction', () => {
    const calls = [
      call,
      callFor('T-2', 'Fire safety in tunnels and recycling of batteries'),
      callFor('T-3', 'Irrigation of olive groves with recovery of spent water'),
    ];
    const part = clusterPart(
      [profile('own', 'We disassemble battery packs; recycling of batteries', 'stranger')],
      organisations,
      open.statistics,
    );
    const both = openCorpus([open, part]);
    const prepared = prepareCalls(both, calls, { asOf });
    const packed = scoreBlock(both, prepared);
    let pairs = 0;
    for (const [at, one] of prepared.calls.entries()) {
      const { results, total } = rankOrganisations(both, one);
      const list = packed[at]!;
      expect(list.total).toBe(total);
      expect([...list.organisations].map((ordinal) => both.organisationId(ordinal))).toEqual(
        results.map((place) => place.organisation),
      );
      expect(Buffer.from(Float32Array.from(results, ({ score }) => score).buffer)).toEqual(
        Buffer.from(list.scores.buffer),
      );
      for (const place of results) {
        const back = rankOpportunities(both, prepared, place.organisation).results;
        expect(back.find(({ opportunity }) => opportunity === one.id)).toMatchObject({
          score: place.score,
          fit: place.fit,
          trackRecord: place.trackRecord,
        });
        pairs += 1;
      }
    }
    expect(pairs).toBeGreaterThan(8);
  });

  it('ranks opportunities for one organisation, and none for one that nobody knows', () => {
    const calls = prepareCalls(corpus, [callFor('T-0', 'Vaccines against bovine fever'), call], { asOf });
    expect(rankOpportunities(corpus, calls, 'leader').results.map((place) => place.opportunity)).toEqual([
      'T-1',
    ]);
    expect(rankOpportunities(corpus, calls, 'nobody')).toMatchObject({ total: 0, results: [] });
  });
});

describe('what counts as evidence', () => {
  it('does not include documents dated after the day asked for', () => {
    const before = prepareCall(corpus, call, { asOf: '2025-12-31' });
    expect(rankOrganisations(corpus, before).results.map((place) => place.organisation)).toEqual(['veteran']);
    const onTheDay = prepareCall(corpus, call, { asOf: '2026-01-01' });
    expect(rankOrganisations(corpus, onTheDay).results[0]?.organisation).toBe('leader');
  });

  it('A-08: counts an unconfirmed text at most half of a confirmed one', () => {
    const weightOf = (state: CorpusDocument['state']): number => {
      const part = clusterPart(
        [profile('own', wholeAnswer, 'stranger', { state })],
        organisations,
        open.statistics,
      );
      const both = openCorpus([open, part]);
      const { tree } = explain(both, prepareCall(both, call, { asOf }), 'stranger')!;
      return documentNodes(tree)[0]!.weight;
    };
    expect(weightOf('confirmed')).toBeGreaterThan(0);
    expect(weightOf('unconfirmed')).toBeLessThanOrEqual(weightOf('confirmed') / 2);
  });

  it('leaves out what was written for the topic that is excluded, as words, as past work and as a link', () => {
    const excluding = prepareCall(corpus, call, { asOf, excludeTopic: 'call-2025' });
    expect(rankOrganisations(corpus, excluding).results.map((place) => place.organisation)).toEqual([
      'veteran',
      'friend',
      'neighbour',
    ]);
    expect(explain(corpus, excluding, 'leader')?.score).toBe(0);
    const seeded = rankOrganisations(corpus, excluding, { seeds: ['leader'] });
    expect(seeded.results.map((place) => place.organisation)).not.toContain('member');
  });
});

describe('filters', () => {
  it.each<[string, RankOptions, string[]]>([
    ['exclude', { exclude: ['leader', 'friend'] }, ['member', 'veteran', 'neighbour']],
    ['among', { among: ['neighbour', 'member', 'crowd'] }, ['member', 'neighbour']],
    ['among nobody', { among: [] }, []],
    ['countries, letter case aside', { countries: ['it'] }, ['leader', 'member', 'friend']],
    ['types, leaving out who states none', { types: ['HES', 'REC'] }, ['leader', 'neighbour']],
    ['limit', { limit: 2 }, ['leader', 'member']],
    ['no places', { limit: 0 }, []],
  ])('%s', (_, options, expected) => {
    expect(order(corpus, options)).toEqual(expected);
  });

  it('count only those who pass', () => {
    const prepared = prepareCall(corpus, call, { asOf });
    expect(rankOrganisations(corpus, prepared, { countries: ['IT'], limit: 1 }).total).toBe(3);
  });

  it('filter by region as a prefix and by size, leaving out who states neither', () => {
    const placed = [
      organisation('a', { nuts: 'ITC4C', sme: true }),
      organisation('b', { nuts: 'ITC11', sme: false }),
      organisation('c'),
    ];
    const small = openCorpus([
      openPart(
        [...elsewhere, project('p', wholeAnswer, ['a', 'b', 'c'])],
        [organisation('crowd'), ...placed],
      ),
    ]);
    expect(order(small, { regions: ['itc4'] })).toEqual(['a']);
    expect(order(small, { regions: ['ITC'] })).toEqual(['a', 'b']);
    expect(order(small, { sme: true })).toEqual(['a']);
    expect(order(small, { sme: false })).toEqual(['b']);
    expect(order(small, { sme: null })).toEqual(['a', 'b', 'c']);
  });
});

describe('seeds', () => {
  it('are never suggested themselves, nor reported as unknown', () => {
    const seeds = ['leader', 'neighbour'];
    const ranking = rankOrganisations(corpus, prepareCall(corpus, call, { asOf }), { seeds });
    expect(ranking.results.map((place) => place.organisation).sort()).toEqual([
      'friend',
      'member',
      'veteran',
    ]);
    expect(ranking.unknownSeeds).toEqual([]);
  });

  it('lift those who worked with them, and name the work', () => {
    // a and b answer alike and did as much; only the company they kept differs
    const allied = openCorpus([
      openPart(
        [
          ...elsewhere,
          project('of-a', wholeAnswer, ['a']),
          project('of-b', wholeAnswer, ['b']),
          project('a-and-x', 'Dialects of mountain valleys', ['a', 'x']),
          project('b-and-y', 'Dialects of mountain valleys', ['b', 'y']),
        ],
        ['a', 'b', 'crowd', 'x', 'y'].map((id) => organisation(id)),
      ),
    ]);
    expect(order(allied)).toEqual(['a', 'b']);
    expect(order(allied, { seeds: ['x'] })).toEqual(['a', 'b']);
    expect(order(allied, { seeds: ['y'] })).toEqual(['b', 'a']);
    const { tree } = explain(allied, prepareCall(allied, call, { asOf }), 'b', { seeds: ['y'] })!;
    expect(nodes(tree)).toContainEqual(
      expect.objectContaining({
        kind: 'seed',
        organisation: 'y',
        shared: [{ segment: 0, id: 'b-and-y', version: 1 }],
      }),
    );
  });

  it('bring in partners whose evidence is silent, by the plain score behind those who answer', () => {
    const plain = openCorpus(corpus.segments, { model: { ...defaultModel, seeded: null } });
    const asked = callFor('T-9', 'Fire safety in tunnels');
    expect(order(plain, { seeds: ['leader'] }, asked)).toEqual(['friend', 'neighbour', 'member']);
    expect(order(corpus, { seeds: ['leader'] }, asked).sort()).toEqual(['friend', 'member', 'neighbour']);
  });
});

describe('two segments', () => {
  const own = profile('own', 'Recycling of batteries, disassembly of battery packs', 'friend');
  const part = clusterPart([own], [organisation('friend', { type: 'PRC' })], open.statistics);
  const both = openCorpus([open, part]);

  it('are one corpus, in which an organisation has the evidence of both', () => {
    expect(both.organisationCount).toBe(corpus.organisationCount);
    expect(scoreOf(both, 'friend')).toBeGreaterThan(scoreOf(corpus, 'friend'));
    const { tree } = explain(both, prepareCall(both, call, { asOf }), 'friend')!;
    expect(documentNodes(tree).map(({ document }) => [document.segment, document.id])).toEqual(
      expect.arrayContaining([
        [0, 'near'],
        [1, 'own'],
      ]),
    );
  });

  it('merge facts: what the later one states is added, what it does not state stays', () => {
    expect(order(both, { types: ['PRC'], countries: ['IT'] }).toSorted()).toEqual(['friend', 'member']);
  });

  it('leave the scores of every other organisation as they are, to the bit', () => {
    for (const { id } of organisations) {
      if (id !== 'friend') expect(scoreOf(both, id)).toBe(scoreOf(corpus, id));
    }
  });
});
