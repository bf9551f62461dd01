import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { letterText, type Brand, type Letter } from '../../src/platform/mail/index.js';
import { MessageBuilder } from '../../src/platform/mail/message.js';
import { projectFolder } from '../../src/platform/files/project-folder.js';
import { htmlFaults } from './html-faults.js';
import { base, languages, mailSamples } from './mail-samples.js';
import { fixtureFolder, writtenOut } from './written-mail.js';

const sources = (folder: string, pattern: RegExp): string[] =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .map((file) => readFileSync(join(projectFolder, folder, file), 'utf8'));

/** Every mail that the sources define. */
const defined = sources('src', /(?<!spec)\.ts$/).flatMap((source) =>
  [...source.matchAll(/defineMail<[^]*?>\(\{\s*name: '([a-z-]+)'/g)].map(([, name = '']) => name),
);

/** Every page there is, as a pattern. */
const pages = sources('web/src/places', /routes\.ts$/).flatMap((source) =>
  [...source.matchAll(/path: '([^']+)'/g)].map(
    ([, path = '']) => new RegExp(`^${path.replace(/\$\w+/g, '[^/]+').replace(/\/$/, '')}/?$`),
  ),
);

const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'));

const stored = (name: string): string => readFileSync(join(fixtureFolder, name), 'utf8');

/** What a mail of ours has in its head. */
const headers = new Set(
  `from to reply-to subject date message-id mime-version content-type auto-submitted content-language list-id
  list-unsubscribe list-unsubscribe-post precedence feedback-id`.split(/\s+/),
);

describe('M-01 every mail of the catalogue', () => {
  it('has a sample in test/mails/mail-samples.ts, and each sample is a mail', () => {
    expect(defined.length).toBeGreaterThan(5);
    expect([...new Set(mailSamples.map(({ mail }) => mail))].sort()).toEqual([...new Set(defined)].sort());
  });

  it.each(languages)('is called by name in the list of deliveries, in %s', (language) => {
    const path = join(import.meta.dirname, `../../web/locales/${language}/digest.json`);
    const { kinds } = JSON.parse(readFileSync(path, 'utf8')) as { kinds: Record<string, string> };
    expect(mailSamples.map(({ mail }) => mail).filter((mail) => !kinds[mail])).toEqual([]);
  });

  it('has stored fixtures of each sample in both languages, and none is left over: npm run mails', () => {
    const wanted = mailSamples.flatMap(({ name }) =>
      languages.flatMap((language) => [`${name}.${language}.html`, `${name}.${language}.txt`]),
    );
    expect(readdirSync(fixtureFolder).sort()).toEqual(wanted.sort());
  });

  describe.each(mailSamples)('$name', (sample) => {
    it.each(languages)('is written as its fixture is, in %s', async (language) => {
      const { html, text } = await writtenOut(sample, language);
      expect(text).toBe(stored(`${sample.name}.${language}.txt`));
      expect(html).toBe(stored(`${sample.name}.${language}.html`));
    });

    it.each(languages)('is valid HTML under 100 kB and leaves no placeholder, in %s', (language) => {
      const html = stored(`${sample.name}.${language}.html`);
      expect(htmlFaults(html)).toEqual([]);
      expect(Buffer.byteLength(html)).toBeLessThan(100_000);
      const subject = sample.letter(language).subject;
      expect(subject.length).toBeGreaterThan(5);
      // what a source wrote may look like a placeholder; it stays text, and is planted in the long digest
      if (sample.name !== 'digest-long')
        expect(html + stored(`${sample.name}.${language}.txt`) + subject).not.toMatch(
          /\{\{|\[\[|undefined|\bnull\b|NaN|\[object/,
        );
    });

    it.each(languages)('says the same in its text part, with every link, in %s', (language) => {
      const [html, text] = [
        stored(`${sample.name}.${language}.html`),
        stored(`${sample.name}.${language}.txt`),
      ];
      for (const url of linksOf(html)) expect(text).toContain(url);
      const { greeting, why } = sample.letter(language);
      const flat = text.replace(/\s+/g, ' ');
      for (const said of [greeting, why]) expect(flat).toContain(said.replace(/\s+/g, ' '));
    });

    it.each(languages)(
      'begins as its language does after a greeting, and ends no sentence twice, in %s',
      (language) => {
        const [first] = sample.letter(language).blocks;
        const begins = first?.kind === 'paragraph' ? first.text : '';
        // a name keeps its capital everywhere
        if (!/^(\d|Cluster Esempio|Rigentra|Kenno)/.test(begins))
          expect(begins).toMatch(language === 'it' ? /^\p{Ll}/u : /^\p{Lu}/u);
        expect(stored(`${sample.name}.${language}.txt`)).not.toMatch(/\.\.(\s|$)/);
      },
    );

    it.each(languages)('has links that lead to a page of ours or over https elsewhere, in %s', (language) => {
      const html = stored(`${sample.name}.${language}.html`);
      for (const url of linksOf(html)) {
        expect(url).toMatch(/^https:\/\//);
        if (!url.startsWith(base)) continue;
        const { pathname, search, hash } = new URL(url);
        expect(pages.filter((page) => page.test(pathname))).not.toEqual([]);
        // a secret stands behind #, which neither servers on the way nor scanners are told
        expect(search).not.toMatch(/[\w-]{43}/);
        expect(pathname).not.toMatch(/[\w-]{43}/);
        expect(hash).toMatch(/^$|^#[\w-]{43}(\.\w[\w.-]*)?$/);
      }
    });
  });

  it('gains no header line and no recipient by what stands in any of its fields', async () => {
    const attack =
      '\r\nBcc: all@victim.example\r\n\r\nX-Spam: no\nReply-To: eve@victim.example\u2028Cc: x@victim.example\u0000';
    const attacked = <T>(part: T): T =>
      JSON.parse(JSON.stringify(part), (key, value: unknown) =>
        // kinds and addresses are ours, and said by nobody
        typeof value === 'string' && !['kind', 'language', 'url', 'unsubscribe'].includes(key)
          ? `${value}${attack}`
          : value,
      ) as T;
    const builder = new MessageBuilder({ from: 'tessera@tessera.example', bounces: null, dkim: null });
    for (const { name, letter, brand } of mailSamples) {
      const [said, sender]: [Letter, Brand] = [attacked(letter('en')), attacked(brand)];
      const { raw, envelope } = await builder.build(
        {
          id: '00000000-0000-4000-8000-000000000001',
          to: { name: `Ada${attack}`, address: 'ada@member.example' },
          ...{ senderName: sender.senderName, replyTo: sender.replyTo, subject: said.subject },
          ...{ text: letterText(said, sender), html: '<p>html</p>', language: 'en' as const },
          unsubscribe: said.unsubscribe,
        },
        new Date(0),
      );
      const [head = ''] = raw.toString('latin1').split('\r\n\r\n', 1);
      const lines = head.split('\r\n').flatMap((one) => /^([^\s:]+):/.exec(one)?.[1]?.toLowerCase() ?? []);
      expect([name, lines.filter((one) => !headers.has(one))]).toEqual([name, []]);
      expect([name, lines.length]).toEqual([name, new Set(lines).size]);
      expect([name, envelope.to]).toEqual([name, ['ada@member.example']]);
      expect(head.replaceAll(/\r\n\s/g, '').match(/^To: .*$/m)?.[0]).toMatch(/<ada@member\.example>$/);
    }
  });

  it('that comes by itself can be ended from within: subscribed mails carry the address of one click', () => {
    for (const { mail, letter } of mailSamples)
      for (const language of languages)
        if (mail === 'digest') expect(letter(language).unsubscribe).toMatch(/\/unsubscribe$/);
  });
});
