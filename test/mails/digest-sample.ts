import type { DigestEnvelope, DigestItem } from '../../src/digests/index.js';
import type { SavedDeadline, Waiting } from '../../src/digests/digest.js';

type Numbered = DigestItem & { readonly at: number };

const envelopes = {
  name: 'Ada Bianchi',
  organisation: 'Rigentra S.r.l.',
  cluster: 'Cluster Esempio',
  base: 'https://tessera.example',
  subscriptionToken: 'Sb'.padEnd(43, 'x'),
  digestToken: 'Dg'.padEnd(43, 'x'),
};

export const digestEnvelope = (language: 'en' | 'it'): DigestEnvelope => ({ ...envelopes, language });

const official =
  'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/HORIZON-EXAMPLE-01';

/** Invented calls, as a digest of each language holds them: the quotations stay in the language of their source. */
export const items: Readonly<Record<'en' | 'it', readonly Numbered[]>> = {
  en: [
    {
      at: 0,
      opportunity: '0',
      identifier: 'HORIZON-EXAMPLE-01',
      title: 'Automated disassembly of batteries for second-life use',
      url: official,
      form: 'open',
      what: 'HORIZON-EXAMPLE-01 · innovation action · Cluster 4',
      callQuote: 'Proposals should automate the opening of cells & the sorting of “second-life” modules.',
      recordQuote: 'Automated cell opening, three lines, TRL 6',
      facts: [
        ['Likely role', 'technical partner'],
        ['Deadline', '15 September 2027, 17:00 Brussels time, 297 days left'],
        ['What it brings', 'EUR 4 million to EUR 6.5 million per project'],
        ['Who can introduce you', 'Istituto Prova, through Istituto Finto (two projects together)'],
      ],
      changed: false,
    },
    {
      at: 1,
      opportunity: '1',
      identifier: 'PILOT-EXAMPLE-7',
      title: 'Pilot line wanted: de-manufacturing test bench',
      url: null,
      form: 'open',
      what: 'PILOT-EXAMPLE-7 · pilot',
      callQuote: 'de-manufacturing test bench for second-life modules',
      recordQuote: 'banco di prova per lo smontaggio di moduli, 2 celle robotizzate',
      facts: [
        ['Likely role', 'not clear from the record'],
        ['Deadline', 'not stated'],
        ['What it brings', 'not stated'],
      ],
      changed: true,
    },
  ],
  it: [
    {
      at: 0,
      opportunity: '0',
      identifier: 'HORIZON-EXAMPLE-01',
      title: 'Automated disassembly of batteries for second-life use',
      url: official,
      form: 'open',
      what: 'HORIZON-EXAMPLE-01 · azione di innovazione · Cluster 4',
      callQuote: 'Proposals should automate the opening of cells & the sorting of “second-life” modules.',
      recordQuote: 'Apertura automatizzata di celle, tre linee, TRL 6',
      facts: [
        ['Ruolo probabile', 'partner tecnico'],
        ['Scadenza', '15 settembre 2027, ore 17:00 (ora di Bruxelles), mancano 297 giorni'],
        ['Che cosa porta', 'da 4 a 6,5 milioni di EUR per progetto'],
        ['Chi può presentarVi', 'Istituto Prova, tramite Istituto Finto (due progetti insieme)'],
      ],
      changed: false,
    },
    {
      at: 1,
      opportunity: '1',
      identifier: 'PILOT-EXAMPLE-7',
      title: 'Linea pilota cercata: banco di prova per lo smontaggio',
      url: null,
      form: 'open',
      what: 'PILOT-EXAMPLE-7 · linea pilota',
      callQuote: 'de-manufacturing test bench for second-life modules',
      recordQuote: 'banco di prova per lo smontaggio di moduli, 2 celle robotizzate',
      facts: [
        ['Ruolo probabile', 'non risulta dal profilo'],
        ['Scadenza', 'non indicata'],
        ['Che cosa porta', 'non indicato'],
      ],
      changed: true,
    },
  ],
};

export const saved: Readonly<Record<'en' | 'it', readonly SavedDeadline[]>> = {
  en: [
    { opportunity: '2', title: 'Circular plastics for transport', day: '2026-11-24', daysLeft: 0 },
    { opportunity: '3', title: 'Safe robots beside people', day: '2026-12-11', daysLeft: 17 },
  ],
  it: [
    { opportunity: '2', title: 'Circular plastics for transport', day: '2026-11-24', daysLeft: 0 },
    { opportunity: '3', title: 'Safe robots beside people', day: '2026-12-11', daysLeft: 17 },
  ],
};

export const nothingWaits: Waiting = { requests: 0, needs: [] };

export const waiting: Readonly<Record<'en' | 'it', Waiting>> = {
  en: {
    requests: 1,
    needs: [
      {
        id: 'n1',
        text: 'A test bench for opened modules, TRL 6 to 7',
        cluster: 'Example cluster',
        call: 'Automated disassembly of batteries for second-life use',
        deadline: '2027-09-15',
      },
    ],
  },
  it: {
    requests: 2,
    needs: [
      {
        id: 'n1',
        text: 'Un banco di prova per moduli aperti, TRL da 6 a 7',
        cluster: 'Cluster Esempio',
        call: 'Automated disassembly of batteries for second-life use',
        deadline: '2027-09-15',
      },
      {
        id: 'n2',
        text: 'Chi misuri lo stato delle celle',
        cluster: 'Cluster Prova',
        call: null,
        deadline: null,
      },
    ],
  },
};

/** The longest that a source says, hostile besides: tags, placeholders, words without a place to break. */
export const longItem: DigestItem = {
  opportunity: '9',
  identifier: 'X'.repeat(120),
  title: '<b>Consorzio</b> {{subject}} [[end]] '.repeat(10).slice(0, 300),
  url: official,
  form: 'open',
  what: 'X'.repeat(120),
  callQuote: '"><script>alert(1)</script> '.repeat(12).trim(),
  recordQuote: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(4),
  facts: [
    ['Role', 'a word'.repeat(30)],
    ['Deadline', '15 September 2027'],
  ],
  changed: true,
};
