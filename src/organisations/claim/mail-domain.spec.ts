import { hostOf, isFreeMail, profileAskedFor, type KnownWebsite } from './mail-domain.js';

const website = (over: Partial<KnownWebsite> = {}): KnownWebsite => ({
  cluster: 'uno',
  organisation: 'rossi',
  url: 'https://www.rossi.example/chi-siamo',
  source: 'members',
  isNamed: false,
  ...over,
});

describe('whose profile an address asks for', () => {
  it.each([
    ['the website that its cluster put down', [website()], true],
    ['the website in its own word', [website({ source: 'self', url: 'rossi.example' })], true],
    ['a website known from open data alone', [website({ source: 'cordis' })], false],
    ['a website below the domain', [website({ url: 'https://shop.rossi.example' })], false],
    ['a website above it', [website({ url: 'https://www.example' })], null],
    ['a name alone', [website({ url: null, isNamed: true })], false],
    ['a name, with a website elsewhere', [website({ url: 'https://bianchi.example', isNamed: true })], false],
    ['nothing that is known', [website({ url: 'https://bianchi.example' })], null],
    ['a domain that ends alike', [website({ url: 'https://notrossi.example' })], null],
    ['a domain of two members', [website(), website({ organisation: 'altra' })], null],
    ['one of two by its name', [website({ isNamed: true }), website({ organisation: 'altra' })], false],
    [
      'a name that two have',
      [website({ url: null, isNamed: true }), website({ organisation: 'altra', url: null, isNamed: true })],
      null,
    ],
  ] as const)('%s', (_what, known, sure) => {
    const asked = profileAskedFor('rossi.example', known);
    expect(asked).toEqual(sure === null ? null : { cluster: 'uno', organisation: 'rossi', sure });
  });

  it('takes no address that everybody can have for one of a firm', () => {
    for (const domain of ['gmail.com', 'pec.it', 'rossi.pec.it', 'mail.libero.it'])
      expect([domain, isFreeMail(domain)]).toEqual([domain, true]);
    for (const domain of ['rossi.it', 'notgmail.com', 'gmail.com.rossi.it'])
      expect([domain, isFreeMail(domain)]).toEqual([domain, false]);
  });

  it.each([
    ['HTTPS://WWW.Rossi.Example:8443/x', 'rossi.example'],
    ['rossi.example', 'rossi.example'],
    ['https://user@rossi.example', 'rossi.example'],
    ['https://it-it.facebook.com/rossi', null],
    ['not a website', null],
    ['localhost', null],
    ['', null],
  ])('%j is at %j', (url, host) => expect(hostOf(url)).toBe(host));
});
