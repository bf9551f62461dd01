import {
  asOf,
  callFor,
  elsewhere,
  openPart,
  organisation,
  project,
} from '../../test/support/ranking-corpus.js';
import type { CorpusDocument, DocumentNode, ExplanationNode, OpportunityText, QuotePair } from './index.js';
import {
  buildGlossary,
  explain,
  openCorpus,
  prepareCall,
  quotableCall,
  quotableEvidence,
  quotePair,
} from './index.js';

const glossary = buildGlossary([
  { italian: 'smontaggio', english: 'disassembly' },
  { italian: 'batteria', english: 'battery' },
]);

/** The item of an organisation that holds one document, as its explanation shows it. */
function nodeOf(call: OpportunityText, document: CorpusDocument): DocumentNode {
  const corpus = openCorpus(
    [openPart([...elsewhere, document], [organisation('crowd'), organisation('own')])],
    { glossary },
  );
  const { tree } = explain(corpus, prepareCall(corpus, call, { asOf }), 'own')!;
  const find = (node: ExplanationNode): DocumentNode[] =>
    node.kind === 'document' ? [node] : 'parts' in node ? node.parts.flatMap(find) : [];
  return find(tree)[0]!;
}

function quotesOf(call: OpportunityText, document: CorpusDocument): QuotePair | null {
  const evidence = quotableEvidence([document.title, document.body]);
  return quotePair(quotableCall(call), nodeOf(call, document), evidence);
}

describe('a pair of quotations', () => {
  it('is the sentence of either side that shares most, cut verbatim from it', () => {
    const call = callFor(
      'T-1',
      'Skills are needed in every region. Automated disassembly of battery packs is expected. Spent cells lose cobalt.',
    );
    const body =
      'The consortium met in May. Our robots do automated disassembly of battery packs in one hour. Cobalt is sold.';
    const pair = quotesOf(call, project('p', body, ['own']))!;
    expect(pair.callQuote.text).toBe('Automated disassembly of battery packs is expected.');
    expect(pair.callQuote.section).toBe(0);
    expect(pair.evidenceQuote.text).toBe('Our robots do automated disassembly of battery packs in one hour.');
    expect(pair.evidenceQuote.section).toBe(1);
    for (const [quote, text] of [
      [pair.callQuote, call.sections[0]!.text],
      [pair.evidenceQuote, body],
    ] as const) {
      expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    }
    expect(pair.terms).toContainEqual({ call: 'disassembly', evidence: 'disassembly', bridged: false });
  });

  it('marks the cuts of a long sentence, which stays verbatim in between', () => {
    const call = callFor('T-1', 'Automated disassembly of battery packs');
    const filler = 'with many partners from many places '.repeat(20);
    const body = `We ${filler}do automated disassembly of battery packs ${filler}every day.`;
    const { evidenceQuote } = quotesOf(call, project('p', body, ['own']))!;
    expect(evidenceQuote.text).toBe(`… ${body.slice(evidenceQuote.start, evidenceQuote.end)} …`);
    expect(evidenceQuote.text).toContain('disassembly of battery packs');
    expect(evidenceQuote.text.length).toBeLessThanOrEqual(280);
  });

  it('crosses from English to Italian, each side in its own words', () => {
    const call = callFor('T-1', 'The disassembly of each battery is expected to be safe for the workers.');
    const body = 'La nostra linea di smontaggio tratta ogni batteria in modo sicuro per gli operatori.';
    const pair = quotesOf(call, project('p', body, ['own'], { language: 'it' }))!;
    expect(pair.evidenceQuote.text).toBe(body);
    expect(pair.terms).toEqual(
      expect.arrayContaining([
        { call: 'disassembly', evidence: 'smontaggio', bridged: true },
        { call: 'battery', evidence: 'batteria', bridged: true },
      ]),
    );
  });

  it('does not quote the conditions of taking part', () => {
    const call = callFor('T-1', '', {
      sections: [
        { kind: 'conditions', text: 'Disassembly of battery packs must be insured.', language: 'en' },
        { kind: 'scope', text: 'Battery packs matter.', language: 'en' },
      ],
    });
    const pair = quotesOf(call, project('p', 'Disassembly of battery packs.', ['own']))!;
    expect(pair.callQuote.text).toBe('Battery packs matter.');
    expect(pair.callQuote.section).toBe(1);
  });

  it('is null where the two share no word', () => {
    const call = callFor('T-1', 'Disassembly of battery packs');
    const node = nodeOf(call, project('p', 'Disassembly of battery packs', ['own']));
    expect(quotePair(quotableCall(call), node, quotableEvidence(['Nothing of the kind.']))).toBeNull();
    expect(quotePair(quotableCall(call), { ...node, parts: [] }, quotableEvidence(['Battery']))).toBeNull();
  });
});
