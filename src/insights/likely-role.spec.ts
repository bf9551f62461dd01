import { likelyRole } from './likely-role.js';

describe('the likely role', () => {
  it.each([
    [['test-site'], 'PRC', 'testing'],
    [['equipment', 'data'], 'HES', 'testing'],
    [[null, 'data'], 'PRC', 'data'],
    [['end-user-site'], 'PUB', 'end-user'],
    [['offer', 'data'], 'PRC', 'technology'],
    [[], 'HES', 'research'],
    [[null], 'REC', 'research'],
    [[], 'PUB', 'public-end-user'],
    [[], 'OTH', 'network'],
    [['offer'], null, null],
    [['a kind of tomorrow'], null, null],
  ] as const)('of %j and type %s is %s', (kinds, type, role) => {
    expect(likelyRole(kinds, type)).toBe(role);
  });
});
