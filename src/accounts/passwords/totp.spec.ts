import { base32, matchingStep, totpAddress, totpCode, totpStep } from './totp.js';

/** Appendix B of RFC 6238, the last six of its eight digits. */
const key = Buffer.from('12345678901234567890');
const vectors: [string, string][] = [
  ['1970-01-01T00:00:59Z', '287082'],
  ['2005-03-18T01:58:29Z', '081804'],
  ['2005-03-18T01:58:31Z', '050471'],
  ['2009-02-13T23:31:30Z', '005924'],
  ['2033-05-18T03:33:20Z', '279037'],
  ['2603-10-11T11:33:20Z', '353130'],
];

describe('time-based one-time codes', () => {
  it.each(vectors)('are at %s what RFC 6238 says', (moment, code) => {
    expect(totpCode(key, totpStep(new Date(moment)))).toBe(code);
  });

  it('count half a minute early and late, and no longer', () => {
    const now = new Date('2026-11-22T12:00:15Z');
    const code = totpCode(key, totpStep(now));
    const at = (seconds: number) => matchingStep(key, code, new Date(now.getTime() + seconds * 1_000), null);
    expect([at(-30), at(0), at(30)]).toEqual(Array(3).fill(totpStep(now)));
    expect([at(-60), at(60)]).toEqual([null, null]);
  });

  it('count once: neither the same nor an earlier one after it', () => {
    const now = new Date('2026-11-22T12:00:15Z');
    const step = totpStep(now);
    expect(matchingStep(key, totpCode(key, step), now, step)).toBeNull();
    expect(matchingStep(key, totpCode(key, step - 1), now, step)).toBeNull();
    expect(matchingStep(key, totpCode(key, step + 1), now, step)).toBe(step + 1);
  });

  it.each(['', '12345', '1234567', '12345a', ' 12345', '１２３４５６'])(
    'are six digits, not "%s"',
    (code) => {
      expect(matchingStep(key, code, new Date(0), null)).toBeNull();
    },
  );

  it('come from a key that apps can read', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(totpAddress(key, 'ada@example.org')).toBe(
      'otpauth://totp/Tessera%3Aada%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' +
        '&issuer=Tessera&digits=6&period=30',
    );
  });
});
