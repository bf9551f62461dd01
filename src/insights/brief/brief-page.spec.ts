import { createHash } from 'node:crypto';

import { Parser } from 'htmlparser2';

import {
  longestBrief,
  madeBrief,
  madeCall,
  madePartner,
  madeReason,
} from '../../../test/support/made-brief.js';
import type { Brief, BriefIntroduction } from './brief.js';
import { briefPage } from './brief-page.js';

interface Read {
  readonly tags: Set<string>;
  readonly attributes: Set<string>;
  readonly links: string[];
  readonly text: string;
}

function read(page: string): Read {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  const links: string[] = [];
  let text = '';
  let inStyle = false;
  const parser = new Parser({
    onopentag: (name, given) => {
      tags.add(name);
      inStyle = name === 'style';
      for (const key of Object.keys(given)) attributes.add(key);
      if (given['href'] !== undefined) links.push(given['href']);
    },
    ontext: (piece) => (text += inStyle ? '' : piece),
    onclosetag: () => (inStyle = false),
  });
  parser.end(page);
  return { tags, attributes, links, text: text.replace(/\s+/g, ' ') };
}

const textOf = (brief: Brief, language: 'it' | 'en' = 'en'): string => read(briefPage(brief, language)).text;
const withCall = (...changes: Parameters<typeof madeCall>): Brief =>
  madeBrief({ calls: [madeCall(...changes)] });

describe('the page for an organisation', () => {
  it('shows five calls, each with two quotations from either side, facts and three partners', () => {
    const { text, tags } = read(briefPage(madeBrief(), 'en'));
    expect(text.match(/The call asks/g)).toHaveLength(5);
    expect(text.match(/“Robots with adaptive/g)).toHaveLength(10);
    expect(text.match(/“[^”]*smontaggio/g)).toHaveLength(10);
    expect(text.match(/2 February 2027, 17:00/g)).toHaveLength(5);
    expect(text.match(/72 days left/g)).toHaveLength(5);
    expect(text.match(/€ 5–6\.5 M per project; € 36 M in all/g)).toHaveLength(5);
    expect(text.match(/Remade Hydraulics Oy/g)).toHaveLength(5);
    expect(tags).not.toContain('script');
  });

  it('speaks formal Italian', () => {
    const text = textOf(madeBrief(), 'it');
    expect(text).toContain('Cinque bandi adatti alla Vostra organizzazione');
    expect(text).toContain('Situazione al 22 novembre 2026');
    expect(text).toContain('2 febbraio 2027, ore 17:00');
    expect(text).toContain('mancano 72 giorni');
    expect(text).toContain('5–6,5 M€ per progetto; 36 M€ in totale');
    expect(text).toContain('Digitale, industria e spazio');
  });

  it('shows the two figures apart, in words and without decimals', () => {
    const text = textOf(withCall({ fit: 'strong', trackRecord: 'possible' }));
    expect(text).toMatch(/Competence fit\s*strong\s*Track record\s*possible/);
    expect(text).not.toMatch(/0\.\d/);
  });

  it('sets the shared words off', () => {
    expect(briefPage(madeBrief(), 'en')).toContain('<b>grippers</b>');
  });

  it.each([
    [{ by: 'yourselves', acronym: 'ABC', year: 2020 }, 'known to you: ABC, 2020'],
    [{ by: 'cluster', shortName: 'AFIL' }, 'member of AFIL, as you are'],
    [{ by: 'organisation', name: 'Ardesia', acronym: 'ABC', year: null }, 'via Ardesia (ABC)'],
    [{ by: 'own-cluster' }, 'it is your cluster'],
    [{ by: 'nobody-known', askCluster: true }, 'no link known: ask your cluster'],
    [{ by: 'nobody-known', askCluster: false }, 'no link known '],
  ] as const)('says who can introduce: %j', (introduction: BriefIntroduction, says) => {
    expect(textOf(withCall({ partners: [madePartner({ introduction })] }))).toContain(says);
  });

  describe('what is invented', () => {
    it('is marked on the organisation, in the title and on each partner', () => {
      const page = briefPage(madeBrief(), 'it');
      expect(page).toMatch(/<title>[^<]*INVENTATA[^<]*<\/title>/);
      expect(read(page).text).toContain('INVENTATA: a solo scopo dimostrativo');
      expect(read(page).text.match(/INVENTATA/g)?.length).toBeGreaterThanOrEqual(2 + 15);
    });

    it('is marked on a call', () => {
      expect(textOf(withCall({ invented: true }), 'it')).toContain('INVENTATO');
    });

    it('leaves no mark where nothing is', () => {
      const real = madeBrief({
        organisation: { ...madeBrief().organisation, invented: false },
        calls: [madeCall({ partners: [madePartner({ invented: false })] })],
      });
      expect(textOf(real)).not.toMatch(/invented/i);
    });
  });

  describe('what is not stated', () => {
    it('says so for a budget, a deadline, a place and a role', () => {
      const text = textOf(
        madeBrief({
          organisation: { ...madeBrief().organisation, city: null, country: null },
          calls: [madeCall({ budget: null, deadlines: [], status: 'open', role: null })],
        }),
      );
      expect(text).toContain('place not stated');
      expect(text).toMatch(/Deadline\s*not stated/);
      expect(text).toMatch(/Budget\s*not stated/);
      expect(text).toMatch(/Likely role\s*to be agreed/);
    });

    it('is not a deadline of a pilot, which has none', () => {
      expect(
        textOf(withCall({ kind: 'pilot', deadlines: [], status: 'standing', actionTypes: [] })),
      ).toContain('none: open as long as it is listed');
    });

    it('is not a zero in a budget of which only a part is stated', () => {
      const budget = {
        totalEur: null,
        shared: false,
        perProjectMinEur: null,
        perProjectMaxEur: 60_000,
        expectedGrants: null,
      };
      expect(textOf(withCall({ budget }))).toMatch(/Budget\s*up to € 0\.06 M per project(?! *;)/);
    });
  });

  it('marks a call as late below 21 days', () => {
    const deadline = madeCall().deadlines[0]!;
    const inDays = (daysLeft: number): string => textOf(withCall({ deadlines: [{ ...deadline, daysLeft }] }));
    expect(inDays(20)).toContain('20 days left: late');
    expect(inDays(21)).not.toContain('late');
  });

  it('says which call texts are our summary', () => {
    expect(textOf(withCall({ summarised: true }))).toContain('The call asks (our summary)');
    expect(textOf(withCall({ summarised: false }))).not.toContain('our summary');
  });

  it('says that the list is short rather than filling it up', () => {
    const text = textOf(madeBrief({ calls: [madeCall(), madeCall()] }));
    expect(text).toContain('Two calls that fit you');
    expect(text).toContain('Only these 2 fit');
  });

  it('says what would change an empty list', () => {
    const text = textOf(madeBrief({ calls: [], dates: { ...madeBrief().dates, calls: null } }), 'it');
    expect(text).toContain('Nessun bando aperto o di prossima apertura');
    expect(text).toContain('righe di competenza');
  });

  it('gives the age of what it says', () => {
    const text = textOf(madeBrief());
    expect(text).toContain('Calls: data of 11 December 2025');
    expect(text).toContain('Your record: state of 2 November 2026');
    expect(text).toContain('Snapshot a1b2c3d4e5f6');
  });

  it('lets no text of a source become markup, style, script or address', () => {
    const hostile = `</style><script>alert(1)</script><img src=x onerror="alert(1)"> " ' \` &lt; {{x}} \${y}`;
    const quote = { text: hostile, terms: ['script', 'alert(1)', '<img'] };
    const brief = madeBrief({
      organisation: { ...madeBrief().organisation, name: hostile, city: hostile, type: hostile },
      clusters: [{ shortName: hostile, name: { en: hostile, it: hostile } }],
      calls: [
        madeCall({
          identifier: hostile,
          title: hostile,
          actionTypes: [hostile],
          programme: { en: hostile, it: hostile },
          missing: [hostile],
          reasons: [
            madeReason({
              call: quote,
              evidence: quote,
              source: { type: 'project', title: hostile, date: hostile, state: hostile },
            }),
          ],
          partners: [
            madePartner({
              name: hostile,
              introduction: { by: 'organisation', name: hostile, acronym: hostile, year: 1 },
            }),
          ],
        }),
      ],
      dates: {
        calls: '2025-12-11',
        organisation: '2026-11-02',
        sources: [],
        snapshot: hostile,
        model: hostile,
      },
    });
    const found = read(briefPage(brief, 'en'));
    const plain = read(briefPage(madeBrief(), 'en'));
    expect([...found.tags].filter((tag) => !plain.tags.has(tag))).toEqual([]);
    expect([...found.attributes].filter((attribute) => !plain.attributes.has(attribute))).toEqual([]);
    expect(found.links.every((link) => link.startsWith('https://ec.europa.eu/'))).toBe(true);
    expect(found.text).toContain('<script>alert(1)</script>');
  });

  it('says how old the data of each source are, and which should be newer', () => {
    const sources = [
      { name: 'portal', day: '2026-07-24', ageDays: 121, state: 'old' },
      { name: 'pilots', day: '2026-11-21', ageDays: 1, state: 'fresh' },
      { name: 'cordis', day: null, ageDays: null, state: 'failing' },
    ] as const;
    const brief = madeBrief({ dates: { ...madeBrief().dates, sources } });
    expect(textOf(brief, 'it')).toContain(
      'Fonti: portale 24/07/2026 (da aggiornare), progetti pilota e finestre 21/11/2026.',
    );
    expect(textOf(brief)).toContain('Sources: portal 24/07/2026 (old), pilots and windows 21/11/2026.');
  });

  it('fetches nothing and forbids itself to', () => {
    const page = briefPage(longestBrief(), 'it');
    const hash = createHash('sha256').update(/<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '');
    expect(page).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash.digest('base64')}&#39;`);
    expect(page).not.toMatch(/url\(|@import|<link|<img|<script|src=/);
  });
});
