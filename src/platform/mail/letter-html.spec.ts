import { letterHtml } from './letter-html.js';
import { serviceBrand, type Letter } from './letter.js';

const letter: Letter = {
  subject: 'Two calls fit',
  preheader: 'Look at them',
  greeting: 'Dear Ada Bianchi,',
  blocks: [{ kind: 'actions', actions: [{ label: 'Read the call', url: 'https://tessera.example/call' }] }],
  why: 'You asked for this mail.',
  footerLinks: [],
  unsubscribe: null,
};

describe('a letter as HTML', () => {
  it('has nothing fetched when it is read: no font, image or style sheet', async () => {
    const html = await letterHtml(letter, serviceBrand, 'en');
    expect(html).toContain('https://tessera.example/call');
    expect(html).not.toMatch(/<(link|img|script|iframe)\b|@import|url\(/i);
    expect(
      html.match(/https?:\/\/[^"' <>)]+/g)?.filter((url) => !/tessera\.example|w3\.org/.test(url)),
    ).toEqual([]);
  });
});
