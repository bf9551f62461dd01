import { Parser } from 'htmlparser2';

import { atomText } from './atom-text.js';

const feed = (title: string) => ({
  id: 'https://tessera.example/feed',
  title: 'Cluster',
  self: 'https://tessera.example/feed?language=en',
  language: 'en' as const,
  author: 'Cluster',
  entries: [
    {
      id: 'urn:uuid:1',
      title,
      url: 'https://tessera.example/opportunities/1',
      updated: new Date('2026-11-22T10:00:00Z'),
      summary: title,
    },
  ],
});

describe('a feed', () => {
  it('keeps what a title holds as text', () => {
    const hostile = '</title><script>alert(1)</script>]]>&amp;"\u0000\uD800\uFFFE';
    const names = new Set<string>();
    let text = '';
    const parser = new Parser(
      { onopentag: (name) => names.add(name), ontext: (part) => (text += part) },
      { xmlMode: true },
    );
    const written = atomText(feed(hostile));
    parser.end(written);
    expect([...names].sort()).toEqual(
      ['feed', 'id', 'title', 'updated', 'author', 'name', 'link', 'entry', 'summary'].sort(),
    );
    expect(text).toContain('<script>alert(1)</script>');
    expect(written).not.toMatch(/[\u0000\uFFFE]/);
  });

  it('was updated when its newest entry was', () => {
    expect(atomText(feed('x'))).toContain('<updated>2026-11-22T10:00:00.000Z</updated>\n<author>');
  });
});
