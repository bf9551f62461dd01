import { isApiKey, newApiKey } from './api-key.js';

describe('a key for a program', () => {
  it('is known by its prefix, and no two are alike', () => {
    const keys = Array.from({ length: 50 }, newApiKey);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys) {
      expect(key).toMatch(/^tessera_key_[\w-]{49}$/);
      expect(isApiKey(key)).toBe(true);
    }
  });

  it('is none with a character changed, cut off or added', () => {
    const key = newApiKey();
    const at = 20;
    const changed = key.slice(0, at) + (key[at] === 'A' ? 'B' : 'A') + key.slice(at + 1);
    for (const wrong of [changed, key.slice(0, -1), `${key}A`, key.replace('tessera', 'Tessera'), ''])
      expect(isApiKey(wrong)).toBe(false);
  });
});
