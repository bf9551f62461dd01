import { fileURLToPath } from 'node:url';

import { textFile } from '../../../test/support/source-text.js';
import { loadTaxonomy } from '../../taxonomy/index.js';
import { pilotsOf, readPilots } from './read-pilots.js';

const taxonomy = loadTaxonomy();
const read = (text: string, ...more: string[]) =>
  pilotsOf(
    'pilots',
    [text, ...more].map((yaml, at) => textFile(`p${at}.yaml`, yaml, 256)),
    taxonomy,
  );

const file = (entry: string): string =>
  `asOf: 2026-11-21\nphases: [learn, connect]\nopportunities:\n${entry}`;
const pilot = '  - id: weld\n    kind: pilot\n    title: Welding\n    needs: [A firm that welds.]\n';

describe('a file of pilots and windows', () => {
  it('needs of a pilot no more than its title and a text', async () => {
    expect(await read(file(pilot))).toEqual([
      {
        kind: 'pilot',
        source: 'pilots',
        sourceKey: 'weld',
        identifier: 'WELD',
        title: 'Welding',
        programme: null,
        part: null,
        callIdentifier: null,
        callTitle: null,
        actionTypes: [],
        statedStatus: null,
        opensOn: null,
        deadlines: [],
        budget: null,
        trlFrom: null,
        trlTo: null,
        keywords: [],
        sections: [{ kind: 'need', heading: null, text: 'A firm that welds.', language: 'en' }],
        flags: { key: 'weld' },
        url: null,
        observedAt: '2026-11-21T00:00:00.000Z',
        invented: false,
      },
    ]);
  });

  it('says everything a window can say', async () => {
    const [window] = await read(
      file(`  - id: win-1
    identifier: I3-2026-X
    kind: window
    title: A window
    programme: I3
    status: open
    since: '2022-06'
    phase: connect
    trl: { from: 4, to: 6 }
    leadRegions: [ITC4]
    regions: [ITC4, UKL]
    opensOn: 2026-05-13
    deadlines: [{ date: 2026-11-12 }, { date: 2027-03-28, time: '12:00', stage: second }]
    budget: { totalEur: 28200000, perProjectMaxEur: 10000000 }
    actionTypes: [PJG]
    language: it
    summary: |-
      Una riga
      e un'altra.

      Altro.
    work: Fare.
    themes: [uno, due]
    technologies: [saldatura]
    conditions: Due regioni.
    flags: { minRegions: 2, associatedPartnersCount: false, note: x, list: [a, b] }
    url: https://example.org
    asOf: 2026-01-02
    sources: [{ says: rules, name: Someone, url: 'https://example.org/a', on: '2026-01' }, { name: Other }]
`),
    );
    expect(window).toMatchObject({
      identifier: 'I3-2026-X',
      statedStatus: 'open',
      opensOn: '2026-05-13',
      deadlines: [
        { at: '2026-11-12T16:00:00.000Z', zone: 'Europe/Brussels', stage: null },
        { at: '2027-03-28T10:00:00.000Z', zone: 'Europe/Brussels', stage: 'second' },
      ],
      budget: { totalEur: 28200000, shared: false, perProjectMinEur: null, perProjectMaxEur: 10000000 },
      trlFrom: 4,
      trlTo: 6,
      keywords: ['saldatura'],
      observedAt: '2026-01-02T00:00:00.000Z',
    });
    expect(window?.sections.map(({ kind, text }) => [kind, text])).toEqual([
      ['summary', "Una riga e un'altra.\n\nAltro."],
      ['scope', 'Fare.'],
      ['theme', '- uno\n- due'],
      ['theme', '- saldatura'],
      ['conditions', 'Due regioni.'],
    ]);
    expect(window?.sections.every(({ language }) => language === 'it')).toBe(true);
    expect(window?.flags).toEqual({
      key: 'win-1',
      since: '2022-06',
      phase: 'connect',
      leadRegions: ['ITC4'],
      regions: ['ITC4', 'UKL'],
      sources: ['rules: Someone (2026-01), https://example.org/a', 'Other'],
      minRegions: 2,
      associatedPartnersCount: false,
      note: 'x',
      list: ['a', 'b'],
    });
  });

  it.each([
    [
      'an unknown key',
      `${pilot}    regoins: [ITC4]\n`,
      /p0.yaml, line 8, opportunities\[0\].regoins: unknown key; known here: id/,
    ],
    [
      'a kind we do not know',
      pilot.replace('kind: pilot', 'kind: topic'),
      /line 5, opportunities\[0\].kind: 'topic' is none of pilot/,
    ],
    ['an id with blanks', pilot.replace('id: weld', 'id: Weld it'), /line 4, opportunities\[0\].id/],
    [
      'a missing title',
      pilot.replace('    title: Welding\n', ''),
      /opportunities\[0\]: the key 'title' is missing/,
    ],
    ['no text at all', pilot.replace(/ {4}needs.*\n/, ''), /opportunities\[0\]: nothing to match/],
    [
      'a region that never was',
      `${pilot}    regions: [ITC4, ITC99]\n`,
      /line 8, opportunities\[0\].regions\[1\]: no NUTS version has the code ITC99/,
    ],
    [
      'a phase the file does not name',
      `${pilot}    phase: scale\n`,
      /line 8, opportunities\[0\].phase: 'scale' is none of learn, connect/,
    ],
    [
      'readiness upside down',
      `${pilot}    trl: { from: 7, to: 5 }\n`,
      /opportunities\[0\].trl: from 7 is above to 5/,
    ],
    [
      'a date the calendar lacks',
      `${pilot}    deadlines: [{ date: 2026-02-30 }]\n`,
      /deadlines\[0\].date: the calendar has no 2026-02-30/,
    ],
    [
      'a time of no clock',
      `${pilot}    deadlines: [{ date: 2026-02-20, time: '25:00' }]\n`,
      /deadlines\[0\].time/,
    ],
    [
      'a flag that hides a key',
      `${pilot}    since: '2014'\n    flags: { since: x }\n`,
      /opportunities\[0\].flags.since: this name is taken/,
    ],
    ['an id twice', pilot + pilot, /opportunities\[1\]: 'WELD' stands in p0.yaml already/],
    ['an address that is none', `${pilot}    url: 'javascript:x'\n`, /opportunities\[0\].url/],
  ])('is refused whole, naming file, line and key: %s', async (_name, entry, message) => {
    await expect(read(file(entry))).rejects.toMatchObject({ code: 'ingest.pilots-invalid', kind: 'invalid' });
    await expect(read(file(entry))).rejects.toThrow(message);
  });

  it('is refused where another file has the same identifier', async () => {
    await expect(read(file(pilot), file(pilot.replace('weld', 'weld')))).rejects.toThrow(
      /p1.yaml.*stands in p0.yaml already/,
    );
  });

  it.each([
    ['a web page', '<html></html>', 'ingest.file-not-data'],
    ['no YAML', 'opportunities: [', 'ingest.pilots-invalid'],
    ['an empty file', '', 'ingest.file-empty'],
    ['a list', '- a', 'ingest.pilots-invalid'],
  ])('is refused whole: %s', async (_name, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });
});

/** The files that ship: read-only, part of the program. */
describe('the pilots and windows that ship', () => {
  const shipped = readPilots(fileURLToPath(new URL('../../../data/pilots', import.meta.url)), taxonomy);

  it('are the eight pilots of the Vanguard Initiative, standing, each with needs to be matched', async () => {
    const pilots = (await shipped).filter(({ kind }) => kind === 'pilot');
    expect(pilots.map(({ sourceKey }) => sourceKey)).toEqual([
      'esm',
      '3dp',
      'bioeconomy',
      'adma-energy',
      'nnp',
      'ai',
      'smart-health',
      'hydrogen',
    ]);
    for (const { deadlines, statedStatus, sections, flags, programme } of pilots) {
      expect([deadlines, statedStatus, programme]).toEqual([[], null, 'VANGUARD']);
      expect(sections.filter(({ kind }) => kind === 'need').length).toBeGreaterThanOrEqual(4);
      expect(flags['sources']).not.toHaveLength(0);
    }
  });

  it('are windows and a cascade call whose programme the taxonomy knows', async () => {
    const others = (await shipped).filter(({ kind }) => kind !== 'pilot');
    expect(others.map(({ identifier, kind }) => [identifier, kind])).toEqual([
      ['VINNOVATE', 'window'],
      ['I3-2026-INV1', 'window'],
      ['I3-2026-INV2a', 'window'],
      ['EUROCLUSTERS-NEXT-CALL', 'window'],
      ['CASCADE-AI-REDGIO-OPEN-CALLS', 'cascade'],
    ]);
    for (const { programme, identifier } of await shipped) {
      expect(taxonomy.programmes.ofIdentifier(identifier)?.programme.code).toBe(programme);
    }
  });

  it('let VInnovate name just the regions of its set', async () => {
    const vinnovate = (await shipped).find(({ identifier }) => identifier === 'VINNOVATE');
    const regions = vinnovate?.flags['regions'] as readonly string[];
    expect(regions).toHaveLength(16);
    expect(regions.filter((code) => taxonomy.inRegionSet(code, 'vinnovate') !== true)).toEqual([]);
  });
});
