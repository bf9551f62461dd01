import { strFromU8, unzipSync } from 'fflate';

import { systemScope } from '../platform/database/scope.js';
import { serveDemonstration, type ServedService } from '../../test/support/wired-service.js';

const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';

/** What the sheet says of why a partner, whole: nothing else stands in the line. */
const lines = {
  en: /^The call asks: “(?<call>.+)”; it has to show: “(?<evidence>.+?)”(?: \((?<title>.+)\))?$/,
  it: /^Il bando chiede: “(?<call>.+)”; il partner può mostrare: “(?<evidence>.+?)”(?: \((?<title>.+)\))?$/,
};
const headings = {
  en: ['Role of each partner, and why this one', 'Eligibility', 'nothing is cited: write this by hand'],
  it: [
    'Ruolo di ciascun partner, e perché proprio questo',
    'Ammissibilità',
    'nessuna citazione: da scrivere a mano',
  ],
} as const;

describe('the "why" of each partner in the hand-over sheet', () => {
  let service: ServedService;
  let board: string;
  let members: { id: string }[];
  beforeAll(async () => {
    service = await serveDemonstration(new Date('2026-11-22T09:00:00Z'));
    members = (await read<{ items: typeof members }>('/organisations?limit=8&members=own')).items;
    board = `/consortia/${(await send<{ id: string }>('POST', '/consortia', { opportunity: topic })).id}`;
    for (const [at, { id }] of members.entries()) {
      const participation = at === 0 ? 'coordinator' : 'beneficiary';
      const seat = await send<{ id: string }>('POST', `${board}/seats`, { participation, organisation: id });
      for (const [version, state] of ['asked', 'accepted'].entries())
        await send('PATCH', `${board}/seats/${seat.id}`, { version: version + 1, state });
    }
  }, 120_000);
  afterAll(() => service.close());

  const call = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${service.address}/api/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  const send = async <T>(method: string, path: string, body?: object): Promise<T> =>
    (await (await call(method, path, body)).json()) as T;
  const read = <T>(path: string): Promise<T> => send('GET', path);
  const held = async <T>(sql: string, values: readonly unknown[]): Promise<T[]> =>
    service.database.unitOfWork.run(systemScope(), async ({ manager: all }) => {
      const clusters = await all.query<{ id: string }[]>('select id from cluster');
      return service.database.unitOfWork.run(systemScope(clusters.map(({ id }) => id)), ({ manager }) =>
        manager.query<T[]>(sql, [...values]),
      );
    });
  /** The paragraphs of the sheet from the heading of the section to the next, by partner. */
  const whys = async (language: 'en' | 'it'): Promise<Map<string, string[]>> => {
    const answer = await call('GET', `${board}/handover/docx?lang=${language}`);
    const word = strFromU8(unzipSync(new Uint8Array(await answer.arrayBuffer()))['word/document.xml']!);
    const paragraphs = word.split('</w:p>').map((xml) =>
      xml
        .replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
        .trim(),
    );
    const [from, to] = headings[language];
    const start = paragraphs.findIndex((text) => text === from);
    const end = paragraphs.findIndex((text, at) => at > start && text.startsWith(to));
    expect([start > 0, end > start]).toEqual([true, true]);
    const found = new Map<string, string[]>();
    let partner = '';
    for (const text of paragraphs.slice(start + 1, end)) {
      // numbered in the order of the seats, the co-ordinator first
      const number = /^(\d+)\. /.exec(text)?.[1];
      if (number !== undefined) found.set((partner = members[Number(number) - 1]!.id), []);
      else found.get(partner)?.push(text.replace(/^•\s*/, ''));
    }
    return found;
  };
  /** As a quotation may stand in a text: whatever its breaks, cut at either end. */
  const plain = (text: string): string =>
    text
      .replace(/\s+/g, ' ')
      .replace(/^…\s*|\s*…$/g, '')
      .trim();

  it.each(['en', 'it'] as const)(
    'B-33: in %s, each sentence quotes the call and one cited piece of evidence of that partner, with its source',
    async (language) => {
      const [opportunity] = await held<{ text: string }>(
        'select title || sections::text as text from opportunity where identifier = $1',
        [topic],
      );
      const callText = plain(opportunity!.text.replaceAll('\\n', ' '));
      const found = await whys(language);
      expect([...found.keys()].sort()).toEqual(members.map(({ id }) => id).sort());
      let cited = 0;
      for (const [partner, sentences] of found) {
        const evidence = await held<{ text: string; title: string | null; source: string | null }>(
          `select concat_ws(' ', title, text) as text, title, source from evidence
           where organisation_id = $1 and state <> 'rejected'
           union all
           select concat_ws(' ', p.title, p.objective), p.title, p.framework from project p
           join participation pa on pa.project_id = p.id where pa.organisation_id = $1`,
          [partner],
        );
        expect(sentences.length).toBeGreaterThan(0);
        for (const sentence of sentences) {
          if (sentence === headings[language][2]) continue;
          const said = lines[language].exec(sentence)?.groups;
          expect([sentence, said !== undefined]).toEqual([sentence, true]);
          expect(callText).toContain(plain(said!['call']!));
          const from = evidence.filter(({ text }) => plain(text).includes(plain(said!['evidence']!)));
          expect([sentence, from.some(({ source }) => (source ?? '') !== '')]).toEqual([sentence, true]);
          cited += 1;
        }
      }
      // there was something to look at
      expect(cited).toBeGreaterThan(2);
    },
  );
});
