import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../platform/files/project-folder.js';
import {
  asOf,
  callFor,
  elsewhere,
  openPart,
  organisation,
  project,
} from '../../test/support/ranking-corpus.js';
import { alikeLimits, alikeTexts, buildGlossary, openCorpus, parseGlossary } from './index.js';

/** Invented ideas: those of one letter are one idea in other words, of one field are neighbours. */
const ideas: Readonly<Record<string, string>> = {
  'battery-a1':
    'We want to take battery packs of electric cars apart with robots, so that cells which are still good get a second life.',
  'battery-a2':
    'A robot cell for the disassembly of used electric vehicle battery packs: cells are tested and the good ones reused in storage.',
  'battery-a3':
    'Smontaggio con robot dei pacchi batteria delle auto elettriche a fine vita, per dare una seconda vita alle celle ancora buone.',
  'battery-b1':
    'Solid-state electrolytes made of ceramics promise safer batteries; we look for partners who sinter thin layers.',
  'battery-b2':
    'Elettroliti solidi ceramici per batterie più sicure: cerchiamo chi sappia sinterizzare strati sottili.',
  'food-a1':
    'Whey from small dairies goes to waste today: we would turn it into protein films for packaging cheese.',
  'food-a2':
    'Protein films for food packaging, made from the whey that dairies throw away, compostable after use.',
  'food-a3':
    'Il siero dei caseifici oggi è un rifiuto: vogliamo farne film proteici per imballaggi alimentari compostabili.',
  'food-b1':
    'Sensors in the packaging of fresh meat tell the shop when the cold chain was broken on the way.',
  'health-a1':
    'A glove with sensors guides the rehabilitation of the hand after a stroke, at home, with games.',
  'health-a2':
    'Stroke patients train their hand at home with a sensor glove and games; therapists follow the rehabilitation from afar.',
  'health-b1': 'Nurses at home read wounds with a telephone camera; an expert at the hospital confirms.',
};

const names = Object.keys(ideas);
const ideaOf = (name: string): string => name.replace(/\d$/, '');
const { pairs } = parseGlossary(
  readFileSync(join(projectFolder, 'data/taxonomy/glossary-it-en.csv'), 'utf8'),
);
const corpus = openCorpus(
  [
    openPart(
      [...elsewhere, ...Object.entries(ideas).map(([name, text]) => project(`of-${name}`, text, ['crowd']))],
      [organisation('crowd')],
    ),
  ],
  { glossary: buildGlossary(pairs) },
);

const textOf = (name: string) =>
  callFor(name, '', { sections: [{ kind: 'summary', text: ideas[name] ?? '', language: null }] });
const among = (texts: readonly string[], limits = alikeLimits) =>
  alikeTexts(corpus, texts.map(textOf), { asOf }, limits).map(({ first, second, likeness, shared }) => ({
    names: [texts[first] ?? '', texts[second] ?? ''],
    likeness,
    shared,
  }));

describe('texts that say much of the same', () => {
  it('are those of one idea in other words, in both languages, and of no other in the same field', () => {
    const wanted = names.flatMap((one, at) =>
      names.slice(at + 1).flatMap((other) => (ideaOf(one) === ideaOf(other) ? [[one, other]] : [])),
    );
    expect(wanted).toHaveLength(8);
    expect(among(names).map((pair) => pair.names)).toEqual(wanted);
  });

  it('lie well apart from those that are not', () => {
    const all = among(names, { least: 0.001, fewestWords: 1 });
    const within = all.filter(({ names: [a = '', b = ''] }) => ideaOf(a) === ideaOf(b));
    const across = all.filter(({ names: [a = '', b = ''] }) => ideaOf(a) !== ideaOf(b));
    expect(Math.min(...within.map(({ likeness }) => likeness))).toBeGreaterThan(0.14);
    expect(across.length).toBeGreaterThan(5);
    expect(Math.max(...across.map(({ likeness }) => likeness))).toBeLessThan(0.07);
  });

  it('say what they share, each in its own words', () => {
    const [first, second] = among(['battery-a1', 'battery-a3'])[0]?.shared ?? [];
    expect(first).toEqual(expect.arrayContaining(['battery packs', 'robots', 'electric cars']));
    expect(second).toEqual(expect.arrayContaining(['pacchi batteria', 'robot', 'auto elettriche']));
  });

  it('are alike whichever comes first, and wholly like themselves', () => {
    const [one] = among(['food-a1', 'food-a2']);
    const [other] = among(['food-a2', 'food-a1']);
    expect(one?.likeness).toBeCloseTo(other?.likeness ?? 0, 10);
    expect(among(['food-a1', 'food-a1'])[0]?.likeness).toBe(1);
  });

  it('share more than one rare word: few words are no idea', () => {
    const short = ['Electrolytes wanted.', 'Electrolytes sold.'].map((text, place) =>
      callFor(String(place), text),
    );
    expect(alikeTexts(corpus, short, { asOf }, alikeLimits)).toEqual([]);
    expect(alikeTexts(corpus, short, { asOf }, { ...alikeLimits, fewestWords: 1 })).toHaveLength(1);
  });
});
