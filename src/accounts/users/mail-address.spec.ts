import { isMailAddress } from './mail-address.js';

describe('a mail address', () => {
  it.each(['ada@example.org', 'ada.b+tag@sub.example.it', "o'neil@example.org", 'x@xn--caff-dma.example'])(
    'may be %s',
    (text) => expect(isMailAddress(text)).toBe(true),
  );

  it.each([
    '',
    'ada',
    'ada@',
    '@example.org',
    'ada@localhost',
    'ada@@example.org',
    'ada@example..org',
    'ada@-example.org',
    'ada@[127.0.0.1]',
    '"ada\r\nbcc: x"@example.org',
    'ada@example.org\r\nBcc: eve@example.org',
    'ada@example.org,eve@example.org',
    'ada <ada@example.org>',
    '.ada@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'a.'.repeat(130)}org`,
  ])('is not %j', (text) => expect(isMailAddress(text)).toBe(false));
});
