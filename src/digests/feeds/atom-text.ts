/** One entry of a feed. */
export interface AtomEntry {
  /** a URN or address that never changes */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly updated: Date;
  readonly summary: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  /** where the feed itself is read */
  readonly self: string;
  readonly language: 'en' | 'it';
  readonly author: string;
  readonly entries: readonly AtomEntry[];
}

/** A feed as feed readers read it (RFC 4287). What outside texts hold stays text. */
export function atomText({ id, title, self, language, author, entries }: AtomFeed): string {
  const newest = Math.max(0, ...entries.map(({ updated }) => updated.getTime()));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${new Date(newest).toISOString()}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    ...entries.map(entryText),
    '</feed>',
    '',
  ].join('\n');
}

const entryText = ({ id, title, url, updated, summary }: AtomEntry): string =>
  [
    '<entry>',
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link href="${escaped(url)}"/>`,
    `<summary>${escaped(summary)}</summary>`,
    '</entry>',
  ].join('\n');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** XML knows no other control characters than tab and line ends, not even escaped, and no half characters. */
const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, ' ')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
