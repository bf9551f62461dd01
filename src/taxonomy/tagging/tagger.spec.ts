import * as fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { sharedFile } from '../../../test/support/shared-data.js';
import { loadTaxonomy } from '../load-taxonomy.js';
import { confidenceOf } from './confidence.js';

const taxonomy = loadTaxonomy();
const codes = (text: string, scheme: string) =>
  taxonomy
    .tagText({ text })
    .tags.filter((tag) => tag.scheme === scheme)
    .map((tag) => tag.code);

describe('tagging a text', () => {
  it('says which words caused a tag, and where they stand', () => {
    const text = 'Sviluppiamo celle robotizzate e visione artificiale per il controllo qualità.';
    const { language, tags } = taxonomy.tagText({ text });
    const vision = tags.find((tag) => tag.code === '/23/47/297/935');
    expect(language).toBe('it');
    expect(vision).toEqual({
      scheme: 'euroscivoc',
      code: '/23/47/297/935',
      label: { en: 'computer vision', it: 'visione artificiale' },
      confidence: 0.7,
      words: [{ text: 'visione artificiale', start: 32, end: 51 }],
    });
    for (const { words } of tags)
      for (const { text: word, start, end } of words) expect(text.slice(start, end)).toBe(word);
  });

  it.each([
    [
      'Chemical recycling of plastic waste into new polymers',
      ['/25/67/429/97581411/1181', '/25/67/429', '/23/53/369'],
    ],
    [
      'Riciclo chimico dei rifiuti plastici in nuovi polimeri',
      ['/25/67/429/97581411/1181', '/25/67/429', '/23/53/369'],
    ],
    ['Telemedicine platform for stroke rehabilitation at home', ['/21/33/30011/623', '/21/35/153/635']],
    ['Additive manufacturing of titanium parts for aircraft', ['/25/75/469/1247', '/25/75/461/1239/1737']],
    [
      'Agricoltura di precisione con droni e immagini satellitari',
      ['/27/81/30021', '/25/67/419', '/25/73/453/459/1229'],
    ],
    [
      'Azienda che usa machine learning e digital twin per la manutenzione predittiva',
      ['/23/47/297/933', '/23/47/301', '/25/75/469'],
    ],
  ])('finds the fields of %j', (text, expected) => {
    expect(codes(text, 'euroscivoc')).toEqual(expect.arrayContaining(expected));
  });

  it('gives the same fields to the same content in both languages', () => {
    const english = 'Hydrogen production by electrolysis, wastewater treatment and waste management';
    const italian =
      'Produzione di idrogeno mediante elettrolisi, trattamento delle acque reflue e gestione dei rifiuti';
    expect(new Set(codes(italian, 'euroscivoc'))).toEqual(new Set(codes(english, 'euroscivoc')));
  });

  it.each([
    ['ecosystem', 'Green hydrogen and carbon capture', 'sustainability'],
    ['ecosystem', 'Macchine utensili e robot collaborativi', 'advanced-manufacturing'],
    ['ecosystem', 'Formaggi e prodotti lattiero-caseari', 'nutrition'],
    ['technology', 'Photonic integrated circuits', 'micro-nano-electronics-photonics'],
    ['technology', 'Impianti di potabilizzazione', 'water-energy-nexus'],
    ['industrial-ecosystem', 'Tessuti tecnici per la moda', 'textiles'],
    ['role', 'Our pilot line is open to third parties', 'infrastructure'],
    ['role', 'Trasferimento tecnologico e prove di laboratorio', 'ipr-transfer'],
  ])('finds the %s of %j', (scheme, text, code) => {
    expect(codes(text, scheme)).toContain(code);
  });

  it.each([
    'The state of the art is described in the annex',
    'Contributo ai comuni e ai cittadini',
    'Our products are known globally for their quality',
    'L’azienda ha sede a Milano e impiega 40 persone',
    'Applicants shall submit the proposal before the deadline',
  ])('finds no field of science in %j', (text) => {
    expect(codes(text, 'euroscivoc')).toEqual([]);
  });

  it('reads English words that Italian firms use, but no short ones, which mean something else', () => {
    const tagger = taxonomy.taggerFor([{ code: '/25/99/2', label: { en: 'sole', it: null } }]);
    const found = (text: string) => tagger.tagText({ text }).tags.map((tag) => tag.code);
    expect(found('Servizi di cybersecurity per le aziende')).toContain('/23/47/295');
    expect(found('Essiccazione al sole del pomodoro')).not.toContain('/25/99/2');
  });

  it('counts a word once, though a term and a concept it borrows from both have it', () => {
    const { tags } = taxonomy.tagText({ text: 'Componenti per automotive' });
    expect(tags.find((tag) => tag.code === 'smart-mobility-architecture')?.confidence).toBe(0.45);
  });

  it('reads a text whose language cannot be told in both languages', () => {
    const both = ['tessile', 'machine tool'].map((text) => taxonomy.tagText({ text }));
    expect(both.map(({ language }) => language)).toEqual([null, null]);
    expect(both.map(({ tags }) => tags.find((tag) => tag.scheme === 'euroscivoc')?.code)).toEqual([
      '/25/63/399',
      '/25/75/469',
    ]);
  });

  it('takes the language stated by the source', () => {
    expect(taxonomy.tagText({ text: 'robotics', language: 'en' }).language).toBe('en');
  });

  it('knows learned concepts, and a learned label wins over the seed’s', () => {
    const tagger = taxonomy.taggerFor([
      { code: '/25/99/1', label: { en: 'vertical axis gizmos', it: null } },
      { code: '/25/73/453/459', label: { en: 'robot science', it: null } },
    ]);
    const { tags } = tagger.tagText({ text: 'Vertical axis gizmos for robot science' });
    expect(tags.filter((tag) => tag.scheme === 'euroscivoc').map((tag) => tag.label.en)).toEqual(
      ['robot science', 'vertical axis gizmos'].sort((a, b) => Number(a < b) - Number(a > b)),
    );
  });

  it('is sorted by scheme, the surest first, and the same each time', () => {
    const text = 'Recycling of batteries, battery recycling, robots and sensors for recycling plants';
    const { tags } = taxonomy.tagText({ text });
    const inOrder = [...tags].sort(
      (a, b) =>
        Number(a.scheme > b.scheme) - Number(a.scheme < b.scheme) ||
        b.confidence - a.confidence ||
        Number(a.code > b.code) - Number(a.code < b.code),
    );
    expect(tags).toEqual(inOrder);
    expect(loadTaxonomy().tagText({ text })).toEqual({ language: 'en', tags });
  });

  it('never throws and keeps confidence within bounds, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const tag of taxonomy.tagText({ text }).tags) {
          expect(tag.confidence).toBeGreaterThan(0);
          expect(tag.confidence).toBeLessThanOrEqual(0.95);
          expect(tag.words.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('how sure words make a tag', () => {
  it('grows with longer phrases, more phrases and, little, with repeats', () => {
    const one = confidenceOf([{ words: 1, text: 'robots' }]);
    const repeated = confidenceOf([
      { words: 1, text: 'robots' },
      { words: 1, text: 'Robots' },
    ]);
    const two = confidenceOf([
      { words: 1, text: 'robots' },
      { words: 1, text: 'cobots' },
    ]);
    const long = confidenceOf([{ words: 2, text: 'industrial robots' }]);
    expect(one).toBeLessThan(repeated);
    expect(repeated).toBeLessThan(two);
    expect(one).toBeLessThan(long);
  });

  it('never makes sure', () => {
    expect(confidenceOf(Array.from({ length: 50 }, (_, at) => ({ words: 3, text: `phrase ${at}` })))).toBe(
      0.95,
    );
  });
});

const reference = sharedFile('euroscivoc/euroscivoc.csv');

(reference === undefined ? describe.skip : describe)('the seed against the reference list', () => {
  const rows: Record<string, string>[] = parse(reference ?? '', { columns: true });
  const labels = new Map(rows.map((row) => [row['code'] ?? '', row['label']]));

  it('has the codes and English labels of the list', () => {
    expect(taxonomy.concepts.filter(({ code, label }) => labels.get(code) !== label.en)).toEqual([]);
    expect(taxonomy.concepts.length).toBeGreaterThan(350);
  });

  it('has every concept of the first three levels of the vocabulary, each with an Italian label', () => {
    const levels = (code: string): number => code.split('/').length - 1;
    const held = taxonomy.concepts.filter(({ code }) => levels(code) <= 3);
    expect(held.filter(({ label }) => label.it === null)).toEqual([]);
    expect([1, 2, 3].map((level) => held.filter(({ code }) => levels(code) === level).length)).toEqual([
      6, 41, 245,
    ]);
    const codes = new Set(held.map(({ code }) => code));
    expect([...labels.keys()].filter((code) => code !== '' && levels(code) <= 3 && !codes.has(code))).toEqual(
      [],
    );
  });
});
