import { fixedHostUrl } from './fixed-host-url.js';

describe('an address a page or file may lead to', () => {
  it.each([
    'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/how-to-participate/org-details/933772732',
    'https://cordis.europa.eu/project/id/101058585',
  ])('is %s', (address) => {
    expect(fixedHostUrl(address)).toBe(address);
  });

  it.each([
    'http://ec.europa.eu/page',
    'https://ec.europa.eu.example.org/page',
    'https://ec.europa.eu@example.org/page',
    'https://someone:secret@ec.europa.eu/page',
    'https://ec.europa.eu:8443/page',
    'javascript:alert(1)//https://ec.europa.eu/',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    '\\\\server\\share',
    'ec.europa.eu/page',
    '',
    `https://ec.europa.eu/${'x'.repeat(3_000)}`,
  ])('is not %s', (address) => {
    expect(fixedHostUrl(address)).toBeNull();
  });

  it('comes back written so that it holds no quotation mark and no space', () => {
    expect(fixedHostUrl('https://ec.europa.eu/a "b" <c>')).toBe('https://ec.europa.eu/a%20%22b%22%20%3Cc%3E');
  });
});
