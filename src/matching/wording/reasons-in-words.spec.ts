import type { SuggestionReason } from '../suggestions/suggestion.js';
import {
  listingInWords,
  placeInWords,
  reasonsInWords,
  wordings,
  type Explained,
  type Place,
} from './reasons-in-words.js';

const reason = (stated: Partial<SuggestionReason>): SuggestionReason => ({
  signal: 'text',
  contribution: 0.1,
  callQuote: null,
  evidenceQuote: null,
  terms: [],
  evidence: null,
  ...stated,
});

const explained: Explained = {
  fit: { score: 0.6, band: 'strong' },
  trackRecord: { score: 0.1, band: 'possible' },
  tooLittle: null,
  reasons: [
    reason({
      callQuote: 'Automated disassembly of batteries.',
      evidenceQuote: 'Smontaggio automatico di batterie.',
      terms: ['disassembly ↔ smontaggio', 'automated'],
      evidence: {
        type: 'profile',
        id: 'p',
        title: null,
        date: '2025-03-01',
        url: null,
        state: 'unconfirmed',
      },
    }),
    reason({ signal: 'experience', contribution: 0.02 }),
    reason({ signal: 'proximity', contribution: 0 }),
    reason({ signal: 'rest', contribution: 0.01 }),
  ],
  missing: ['hydrogen tank', 'life cycle', 'safety case', 'roof'].map((label) => ({
    label,
    kind: 'term',
    section: 0,
    weight: 0.1,
  })),
};

const place: Place = {
  rank: 14,
  scoreRank: 14,
  raisedFor: [],
  total: 90,
  score: 0.21,
  needed: 0.254,
  shown: 10,
  leftOut: [],
  changes: [{ kind: 'say', words: ['hydrogen tank', 'life cycle'], gain: 0.05 }],
};

describe('reasons in words', () => {
  it('can be pasted into an English mail', () => {
    expect(reasonsInWords('Officina Rossi', explained, 'en')).toEqual([
      'Officina Rossi: the match with its competences is strong, that with its track record possible.',
      'The call asks: “Automated disassembly of batteries.”',
      'It answers in its profile (2025): “Smontaggio automatico di batterie.”',
      'The same in other words: disassembly ↔ smontaggio.',
      'It has not confirmed this yet.',
      'It has taken part in European projects.',
      'Nothing we know of it shows hydrogen tank, life cycle or safety case.',
    ]);
  });

  it('say that too little is known, and the one thing that would change it', () => {
    const little = { ...explained, fit: { score: 0.6, band: 'unknown' }, reasons: [], missing: [] } as const;
    expect(reasonsInWords('Officina Rossi', { ...little, tooLittle: 'organisation' }, 'en')).toEqual([
      'Too little is known of Officina Rossi to say how well it fits: two or three sentences on what it makes or can do would change that.',
    ]);
    expect(reasonsInWords('Officina Rossi', { ...little, tooLittle: 'question' }, 'it')).toEqual([
      'Il testo dice troppo poco per capire chi corrisponda: bastano una o due frasi su ciò che serve.',
    ]);
  });

  it('names nothing twice that is missing', () => {
    const item = explained.missing[0]!;
    const twice = { ...explained, missing: [item, item, { ...item, label: 'safety case' }] };
    expect(reasonsInWords('Officina Rossi', twice, 'en').at(-1)).toBe(
      'Nothing we know of it shows hydrogen tank or safety case.',
    );
  });

  it('can be pasted into an Italian mail', () => {
    expect(reasonsInWords('Officina Rossi', explained, 'it')).toEqual([
      "Officina Rossi: corrispondenza delle competenze forte, dell'esperienza possibile.",
      'Il bando chiede: «Automated disassembly of batteries.»',
      'Risponde nel suo profilo (2025): «Smontaggio automatico di batterie.»',
      'Lo stesso con altre parole: disassembly ↔ smontaggio.',
      'Non lo ha ancora confermato.',
      'Ha partecipato a progetti europei.',
      'Nulla di quanto ci risulta documenta: hydrogen tank, life cycle e safety case.',
    ]);
  });

  it('say nothing that the explanation does not hold', () => {
    const silent = { ...explained, reasons: [], missing: [] };
    expect(reasonsInWords('X', silent, 'en')).toHaveLength(1);
    const told = reasonsInWords('X', explained, 'en').join(' ');
    expect(told).not.toContain(wordings.en.signals.proximity);
    const changed = {
      ...explained,
      reasons: [{ ...explained.reasons[0]!, evidenceQuote: 'Filatura della lana.', terms: ['automated'] }],
    };
    expect(reasonsInWords('X', changed, 'en').join(' ')).toContain('Filatura della lana.');
    expect(reasonsInWords('X', changed, 'en').join(' ')).not.toContain('smontaggio');
  });

  it('name a project, and evidence that cannot be quoted', () => {
    const evidence = {
      type: 'project',
      id: 'p',
      title: 'RECELL: Cells',
      date: '2024-01-01',
      url: null,
    } as const;
    const project = reason({ terms: ['cobalt'], evidence: { ...evidence, state: 'open' } });
    const one = { ...explained, reasons: [project], missing: [] };
    expect(reasonsInWords('X', one, 'en')[1]).toBe('The project “RECELL: Cells” (2024) is about cobalt too.');
    const quoted = { ...one, reasons: [{ ...project, callQuote: 'A', evidenceQuote: 'B' }] };
    expect(reasonsInWords('X', quoted, 'it')[2]).toBe(
      'Ha partecipato al progetto «RECELL: Cells» (2024): «B»',
    );
  });
});

describe('what a list adds, in words', () => {
  const companion = {
    id: 'c',
    name: 'Ateneo di Prova',
    country: 'IT',
    led: 4,
    consortia: 9,
    fit: { score: 0.5, band: 'good' },
    adds: ['life cycle', 'pilot line'],
  } as const;

  it('is nothing where the place comes from the score', () => {
    expect(listingInWords({ scoreRank: 3, raisedFor: [], companion: null }, 'en')).toEqual([]);
  });

  it('names who could lead beside a newcomer', () => {
    const listing = { scoreRank: 3, raisedFor: [], companion };
    expect(listingInWords(listing, 'en')).toEqual([
      'It is new to European projects: Ateneo di Prova, which has led 4 consortia, could lead and adds life cycle and pilot line.',
    ]);
    expect(listingInWords(listing, 'it')).toEqual([
      'È nuova ai progetti europei: Ateneo di Prova, che ha coordinato 4 consorzi, potrebbe guidare e aggiunge: life cycle e pilot line.',
    ]);
    const once = { ...listing, companion: { ...companion, led: 1, adds: [] } };
    expect(listingInWords(once, 'en')[0]).toMatch(/has led one consortium, could lead\.$/);
  });
});

describe('a place in words', () => {
  it('says how far off it is, and what would change it', () => {
    expect(placeInWords(place, 'en')).toEqual([
      'It is number 14 of 90.',
      'It is 4.4 points short of the first 10.',
      'Its score would rise by 5.0 points with a confirmed competence on hydrogen tank and life cycle, if it has one.',
    ]);
    expect(placeInWords(place, 'it')).toEqual([
      'È al posto 14 su 90.',
      'Le mancano 4,4 punti per essere tra le prime 10.',
      'Il punteggio salirebbe di 5,0 punti con una competenza confermata su hydrogen tank e life cycle, se la possiede.',
    ]);
  });

  it('says when the list raised it, and then not how far off it is', () => {
    const raised = { ...place, rank: 9, scoreRank: 23, raisedFor: ['sme', 'newcomer'] as const, changes: [] };
    expect(placeInWords(raised, 'en')).toEqual([
      'It is number 9 of 90.',
      'By its score it would be number 23; it stands further up because small firms keep their share of the list and newcomers keep their share of the list. What is known of it is the same.',
    ]);
    expect(placeInWords(raised, 'it')[1]).toMatch(
      /^Per punteggio sarebbe al posto 23; sta più in alto perché le piccole/,
    );
  });

  it.each(['en', 'it'] as const)('says what leaves it out: %s', (language) => {
    const kinds = ['seed', 'exclude', 'among', 'countries', 'regions', 'types', 'sme', 'invented'] as const;
    const told = kinds.map((by) =>
      placeInWords({ ...place, rank: null, changes: [], leftOut: [{ by, asked: 'FR' }] }, language).join(' '),
    );
    expect(new Set(told).size).toBe(kinds.length);
    expect(told.filter((sentence) => sentence.includes('FR'))).toHaveLength(3);
  });

  it('tells apart no answer and no place', () => {
    expect(placeInWords({ ...place, rank: null, score: 0, needed: null, changes: [] }, 'en')).toEqual([
      'Nothing we know of it answers this call.',
    ]);
    expect(placeInWords({ ...place, rank: null, needed: null, changes: [] }, 'en')).toEqual([
      'It does not appear in the list.',
    ]);
  });

  it.each(['en', 'it'] as const)('words every change: %s', (language) => {
    const told = placeInWords(
      {
        ...place,
        changes: [
          { kind: 'confirm', evidence: 'Our lab', gain: 0.01 },
          { kind: 'readiness', evidence: null, gain: 0.01 },
          { kind: 'state-role', role: 'company', gain: 0.01 },
        ],
      },
      language,
    );
    expect(told).toHaveLength(5);
    expect(told.join(' ')).toMatch(/Our lab.*company/);
  });
});
