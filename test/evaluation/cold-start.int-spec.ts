import {
  openEvidence,
  placesOf,
  profileLanguages,
  withProfiles,
  type OpenEvidence,
} from '../../bench/bilingual/profile-places.js';
import { readPool } from '../../bench/bilingual/read-pool.js';
import { readProfiles } from '../../bench/bilingual/read-profiles.js';
import { sharedPath } from '../support/shared-data.js';
import {
  buildSegment,
  explain,
  openCorpus,
  openSegment,
  prepareCall,
  quotableCall,
  quotableEvidence,
  quotePair,
  rankOrganisations,
  type Corpus,
  type CorpusDocument,
  type DocumentNode,
  type ExplanationNode,
  type OpportunityText,
  type PreparedCall,
} from '../../src/ranking/index.js';

/** The open data beside the repository. Nothing of it is in the repository: absent, this is skipped. */
const cordis = sharedPath('data/cordis-horizon-europe');
const portal = sharedPath('data/funding-tenders-portal');
const whole = 240_000;

/** Each so-many-th project is enough for statistics and scale. */
const every = 5;

/** Calls whose suggestions are taken apart, and how many of each. */
const everyCall = 175;
const places = 8;
const cut = '2024-09-01';

(cordis === undefined || portal === undefined ? describe.skip : describe)('on the open data', () => {
  const profiles = readProfiles();
  let pool: readonly OpportunityText[];
  let open: OpenEvidence;
  let corpus: Corpus;
  beforeAll(async () => {
    pool = await readPool(portal ?? '');
    open = await openEvidence(cordis ?? '', every);
    corpus = withProfiles(open.segment, profiles, pool);
  }, whole);

  it('every written profile names a topic that is there, and its half', () => {
    const known = new Set(pool.map(({ id }) => id.toLowerCase()));
    expect(profiles.filter(({ topic }) => !known.has(topic.toLowerCase()))).toEqual([]);
    expect(profiles.length).toBeGreaterThanOrEqual(60);
    expect(new Set(profiles.map(({ cluster }) => cluster)).size).toBe(9);
    expect(new Set(profiles.map(({ id }) => id)).size).toBe(profiles.length);
  });

  it(
    'a profile finds its call in the first five: four of five in either language, Italian at most 5 points behind',
    () => {
      const found = placesOf(corpus, profiles, pool);
      const share = (language: string): number => {
        const here = found.filter((place) => place.language === language);
        return here.filter(({ place }) => place <= 5).length / here.length;
      };
      for (const language of profileLanguages) expect(share(language)).toBeGreaterThanOrEqual(0.8);
      expect(share('en') - share('it')).toBeLessThanOrEqual(0.05);
    },
    whole,
  );

  it(
    'every suggestion adds up, and loses what it says without the evidence it cites',
    () => {
      const cited = calls().reduce((sum, call) => sum + citedHonestly(call, []), 0);
      expect(cited).toBeGreaterThan(50);
    },
    whole,
  );

  it(
    'so does every suggestion for a partner, where trees order the list',
    () => {
      const cited = calls()
        .slice(0, 3)
        .reduce((sum, call) => sum + citedHonestly(call, [ranked(call)[0]!.organisation]), 0);
      expect(cited).toBeGreaterThan(20);
    },
    whole,
  );

  it(
    'every cited project, sentence and date exists and precedes the cut',
    () => {
      let quoted = 0;
      for (const call of calls()) {
        const asked = quotableCall(call.text);
        for (const { organisation, reasons } of ranked(call)) {
          for (const node of documentsIn(reasons!.tree)) {
            const document = open.documents.get(node.document.id);
            if (node.document.segment > 0) continue;
            expect(document?.holders.some((holder) => holder.organisation === organisation)).toBe(true);
            expect((document?.date ?? '9999') <= cut).toBe(true);
            const texts = [document?.title ?? '', document?.body ?? ''];
            const pair = quotePair(asked, node, quotableEvidence(texts));
            if (pair === null) continue;
            quoted += 1;
            expect(verbatim(pair.evidenceQuote.text, texts)).toBe(true);
            const sides = [call.text.title, ...call.text.sections.map(({ text }) => text)];
            expect(verbatim(pair.callQuote.text, sides)).toBe(true);
          }
        }
      }
      expect(quoted).toBeGreaterThan(100);
    },
    whole,
  );

  const calls = (): PreparedCall[] =>
    pool.filter((_, at) => at % everyCall === 0).map((call) => prepareCall(corpus, call, { asOf: cut }));

  const ranked = (call: PreparedCall, seeds: readonly string[] = []) =>
    rankOrganisations(corpus, call, { seeds, limit: places, explain: places }).results;

  /** Holds the first places of a list to what they say of themselves; how many texts were taken away to see. */
  function citedHonestly(call: PreparedCall, seeds: readonly string[]): number {
    let cited = 0;
    for (const { organisation, score, reasons } of ranked(call, seeds)) {
      expect(Math.abs(reasons!.tree.value - score)).toBeLessThan(1e-6);
      for (const node of documentsIn(reasons!.tree).slice(0, 2)) {
        const lost = score - scoreWithout(call, { organisation, seeds }, node);
        expect(Math.abs(lost - node.loss)).toBeLessThanOrEqual(0.01 * Math.abs(node.loss) + 1e-7);
        cited += 1;
      }
    }
    return cited;
  }

  /** A later segment holds the same text without its words: what it takes part in stays. */
  function scoreWithout(
    call: PreparedCall,
    { organisation, seeds }: { readonly organisation: string; readonly seeds: readonly string[] },
    { document }: DocumentNode,
  ): number {
    const kept = open.documents.get(document.id) ?? profileNamed(document.id, organisation);
    const silent = { ...kept, title: '', body: '', keywords: [], concepts: [] };
    const holders = kept.holders.map((holder) => ({
      id: holder.organisation,
      key: holder.organisation,
      country: null,
      nuts: null,
      type: null,
      sme: null,
      listed: false,
    }));
    const options = { name: 'silent', statistics: open.segment.statistics };
    const { model, boilerplate, glossary } = corpus;
    const last = openSegment(buildSegment([silent], holders, options));
    const without = openCorpus([...corpus.segments, last], { model, boilerplate, glossary });
    return explain(without, call, organisation, { seeds })?.score ?? 0;
  }
});

function* walk(node: ExplanationNode): Generator<ExplanationNode> {
  yield node;
  if ('parts' in node) for (const part of node.parts) yield* walk(part);
}

const documentsIn = (tree: ExplanationNode): DocumentNode[] =>
  [...walk(tree)].filter((node) => node.kind === 'document');

/** Whether a quotation stands in one of the texts, the marks of a cut left out. */
const verbatim = (quote: string, texts: readonly string[]): boolean =>
  texts.some((text) => text.includes(quote.replace(/^… /, '').replace(/ …$/, '')));

/** A written profile, of which only the owner matters here. */
const profileNamed = (id: string, organisation: string): CorpusDocument => ({
  id,
  version: 1,
  type: 'profile',
  title: '',
  keywords: [],
  body: '',
  language: 'en',
  date: null,
  state: 'confirmed',
  concepts: [],
  topic: null,
  holders: [{ organisation, role: 'owner', share: null }],
});
