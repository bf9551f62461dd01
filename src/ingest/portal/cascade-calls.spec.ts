import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { all, textFile } from '../../../test/support/source-text.js';
import { loadTaxonomy } from '../../taxonomy/index.js';
import { portalSource } from './read-portal.js';

const fixture = join(import.meta.dirname, '../../../test/fixtures/portal-cascade-calls.json');

describe('cascade calls, in the shape that the portal documents', () => {
  const read = async () => {
    const file = textFile('2026-11-20-page-01.json', readFileSync(fixture), 4096);
    const source = await portalSource('fixture', [file], { taxonomy: loadTaxonomy(), seenAt: new Date(0) });
    return { pass: source.pass, rows: await all(source.opportunities()) };
  };

  it('are calls of their own kind, with their project, amount, duration and page', async () => {
    const { pass, rows } = await read();
    expect(pass).toMatchObject({ records: 2, distinct: 2, leftOut: 0, complete: true });
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(rows[0]?.value).toEqual({
      kind: 'cascade',
      source: 'portal',
      sourceKey: '90000001',
      identifier: '90000001',
      title: 'Invented second open call for pilot lines',
      programme: 'HORIZON',
      part: null,
      callIdentifier: null,
      callTitle: 'Invented second open call for pilot lines',
      actionTypes: [],
      statedStatus: 'open',
      opensOn: '2026-10-01',
      deadlines: [{ at: '2027-01-15T16:00:00.000Z', zone: 'Europe/Brussels', stage: 'single' }],
      budget: {
        totalEur: 1_200_000,
        shared: false,
        perProjectMinEur: null,
        perProjectMaxEur: null,
        expectedGrants: null,
      },
      trlFrom: null,
      trlTo: null,
      keywords: ['pilot line', 'disassembly'],
      sections: [
        {
          kind: 'other',
          heading: null,
          text: 'Small firms test how they take battery packs apart on one of three invented pilot lines.\n\nEach gets up to 60 000 euro.',
          language: 'en',
        },
        {
          kind: 'other',
          heading: null,
          text: 'Apply on the page of the project. Questions:',
          language: 'en',
        },
      ],
      flags: { deadlineModel: 'single-stage', project: 'MADEUP-LINES', duration: '9 months' },
      url: 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/competitive-calls-cs/90000001',
      observedAt: '2026-11-20T00:00:00.000Z',
      invented: false,
    });
  });

  it('have a title of their own before the name of the call, sorted cut-offs, and no amount where it is 0', async () => {
    const { rows } = await read();
    expect(rows[1]?.value).toMatchObject({
      title: 'Invented vouchers for test beds',
      callTitle: 'MADEUP-BEDS open call 1',
      programme: 'DIGITAL',
      statedStatus: 'forthcoming',
      deadlines: [
        { at: '2027-03-31T15:00:00.000Z', stage: 'cut-off' },
        { at: '2027-06-30T15:00:00.000Z', stage: 'cut-off' },
      ],
      budget: null,
    });
  });
});
