import { Parser } from 'htmlparser2';

import { madeFirstPage, madeReady, madeShownCall } from '../../../test/support/made-first-page.js';
import type { Language } from '../language.js';
import type { FirstPage } from './first-page.js';
import { firstPageHtml } from './first-page-html.js';
import { wordsEn } from './words-en.js';
import { wordsIt } from './words-it.js';

interface Read {
  readonly tags: string[];
  readonly links: string[];
  readonly refresh: string | null;
  readonly text: string;
}

function read(page: FirstPage, language: Language = 'en'): Read {
  const found = { tags: [] as string[], links: [] as string[], refresh: null as string | null, text: '' };
  let inStyle = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      found.tags.push(name);
      inStyle = name === 'style';
      if (attributes['href'] !== undefined) found.links.push(attributes['href']);
      if (attributes['http-equiv'] === 'refresh') found.refresh = attributes['content'] ?? '';
    },
    ontext: (piece) => (found.text += inStyle ? '' : piece),
    onclosetag: () => (inStyle = false),
  });
  parser.end(firstPageHtml(page, language));
  return { ...found, text: found.text.replace(/\s+/g, ' ') };
}

describe('the first page', () => {
  it('shows a call with its partners and a member with its calls, quoted from both sides', () => {
    const { text, refresh } = read(madeFirstPage());
    expect(text).toContain('Robots that open used products');
    expect(text).toContain('2 February 2027, 17:00 · 72 days left');
    expect(text.match(/The call asks/g)).toHaveLength(6);
    expect(text.match(/Its record says “Celle robotizzate/g)).toHaveLength(6);
    expect(text).toContain('Introduction: Officine m9 (MADECELL, 2021)');
    expect(text).toContain('A member of TEST, and its first calls');
    expect(refresh).toBeNull();
  });

  it('leads to the page for the member, the workbook, the documentation, and back in the other language', () => {
    const { links } = read(madeFirstPage(), 'it');
    expect(links).toEqual(
      expect.arrayContaining([
        '/first-page?lang=en',
        '/api/v1/organisations/member-1/brief?lang=it',
        '/api/v1/insights/workbook?cluster=test&lang=en',
        '/api/docs',
      ]),
    );
    expect(
      links.filter((link) => !link.startsWith('/') && !link.startsWith('https://ec.europa.eu/')),
    ).toEqual([]);
  });

  it('says how old each source is, and which cannot be renewed', () => {
    const { text } = read(madeFirstPage());
    expect(text).toContain('Funding & Tenders portal 21 November 2026 1 day in order');
    expect(text).toContain('CORDIS, past projects not stated last attempt failed, last good data shown');
  });

  it('marks what is invented, and says so above', () => {
    const { text } = read(madeFirstPage({ demonstration: { shown: true, leftOut: 0, expired: false } }));
    expect(text).toContain('organisations marked INVENTED do not exist');
    expect(text.match(/INVENTED/g)).toHaveLength(1 + 3 + 1);
  });

  it('says how many invented ones are left out, and that the set has expired', () => {
    const { text } = read(madeFirstPage({ demonstration: { shown: false, leftOut: 80, expired: true } }));
    expect(text).toContain('80 invented organisations of the demonstration are in no list');
    expect(text).toContain('The demonstration has expired: the deadlines of all its topics are past.');
  });

  it.each([
    ['before the first block', { done: 0, total: 12, secondsLeft: null }, '0 of 12 blocks'],
    ['with the time left', { done: 3, total: 12, secondsLeft: 8.2 }, '3 of 12 blocks, about 9 s left'],
    ['in minutes', { done: 3, total: 12, secondsLeft: 200 }, 'about 4 min left'],
    ['while preparing', { done: 0, total: 0, secondsLeft: null }, 'preparing'],
  ])('shows how far the first lists are, %s, and renews itself', (_when, progress, says) => {
    const { text, refresh, tags } = read(madeFirstPage({ state: { kind: 'scoring' }, progress }));
    expect(text).toContain(says);
    expect(refresh).toBe('2');
    expect(tags).toContain('progress');
  });

  it('says what to do where there is nothing to match, or no list yet', () => {
    expect(read(madeFirstPage({ state: { kind: 'empty' }, sources: [] })).text).toMatch(
      /Nothing to match yet.*import members FILE --cluster SLUG.*No source has been read yet/,
    );
    const unscored = madeFirstPage({ state: { kind: 'unscored', failed: true } });
    expect(read(unscored).text).toContain('The last score run was given up');
  });

  it('shows nobody to whoever may not see members and partners', () => {
    const { text, links } = read(madeFirstPage({ state: { kind: 'closed', listed: 52 }, visitor: 'nobody' }));
    expect(text).toContain('52 calls are listed today');
    expect(text).toContain('Not signed in.');
    expect(text).not.toMatch(/Officine|MADE-/);
    expect(links.filter((link) => link.includes('/organisations/') || link.includes('/insights/'))).toEqual(
      [],
    );
  });

  it('says that new lists are being made while the last ones are shown', () => {
    const { text, refresh } = read(madeFirstPage({ progress: { done: 1, total: 9, secondsLeft: 4 } }));
    expect(text).toContain('New lists are being made');
    expect(refresh).toBeNull();
  });

  it('does without a call or a member', () => {
    const { text } = read(madeFirstPage({ state: madeReady({ call: null, member: null }) }));
    expect(text).toContain('No listed call has a partner');
    expect(text).toContain('The cluster has no member with a call that fits');
  });

  it('makes no markup and no command of what sources write', () => {
    const evil = '"><script>alert(1)</script>';
    const call = madeShownCall();
    const page = madeFirstPage({
      state: madeReady({
        call: {
          ...call,
          stated: { ...call.stated, title: evil, identifier: 'X; rm -rf ~', url: null },
          partners: call.partners.map((partner) => ({ ...partner, name: evil })),
        },
      }),
    });
    const { tags, text } = read(page);
    expect(tags).not.toContain('script');
    expect(text).toContain('"><script>alert(1)</script>');
    expect(text).toContain('tessera -- suggest call-1');
    expect(text).not.toContain('suggest X; rm');
  });

  it('says everything in both languages', () => {
    const said = (words: object): string[] =>
      Object.values(words).flatMap((value: unknown) =>
        typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? said(value) : [],
      );
    expect(Object.keys(wordsIt)).toEqual(Object.keys(wordsEn));
    const same = said(wordsIt).filter((one) => said(wordsEn).includes(one));
    expect(same).toEqual([]);
    expect(read(madeFirstPage(), 'it').text).not.toMatch(/\b(the|days left|data of|the call asks)\b/i);
  });
});
