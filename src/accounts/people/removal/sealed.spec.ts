import { newToken } from '../../../platform/ids/secret-token.js';
import { seal, unseal } from './sealed.js';

describe('what a removal took out', () => {
  it('is read again with its token alone, and holds no word of it in the open', () => {
    const token = newToken();
    const sealed = seal('{"email":"ada@prova.example"}', token);
    expect(sealed.toString('latin1')).not.toContain('ada');
    expect(unseal(sealed, token)).toBe('{"email":"ada@prova.example"}');
    expect(() => unseal(sealed, newToken())).toThrow();
  });

  it('is refused once a bit of it was changed', () => {
    const token = newToken();
    const sealed = seal('x', token);
    sealed.writeUInt8(sealed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1);
    expect(() => unseal(sealed, token)).toThrow();
  });
});
