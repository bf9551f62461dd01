import { toCaller, type Rights } from './to-caller.js';

const officer = { role: 'officer', cluster: 'a', organisation: null } as const;
const editor = { role: 'editor', cluster: null, organisation: 'o' } as const;
const operator = { role: 'operator', cluster: null, organisation: null } as const;

const rights = (over: Partial<Rights>): Rights => ({
  user: 'u',
  grants: [],
  factors: 2,
  clusters: ['a', 'b'],
  ...over,
});

describe('what a caller may', () => {
  it('is an officer’s clusters once two factors were shown, and nothing of them before', () => {
    expect(toCaller(rights({ grants: [officer] }))).toEqual({
      roles: ['signed-in', 'officer'],
      scope: { role: 'officer', clusters: ['a'], user: 'u' },
    });
    expect(toCaller(rights({ grants: [officer], factors: 1 }))).toEqual({
      roles: ['signed-in'],
      scope: { role: 'signed-in', clusters: [], user: 'u' },
    });
  });

  it('is a member’s organisation and no cluster: members of one cluster may be competitors', () => {
    expect(toCaller(rights({ grants: [editor], factors: 1 }))).toEqual({
      roles: ['signed-in', 'member', 'editor'],
      scope: { role: 'member', clusters: [], organisation: 'o', user: 'u' },
    });
  });

  it('is both where somebody is both', () => {
    const { roles, scope } = toCaller(rights({ grants: [editor, officer] }));
    expect(roles).toEqual(['signed-in', 'member', 'editor', 'officer']);
    expect(scope).toEqual({ role: 'officer', clusters: ['a'], organisation: 'o', user: 'u' });
    // before the second factor the organisation's rights remain
    expect(toCaller(rights({ grants: [editor, officer], factors: 1 })).scope.role).toBe('member');
  });

  it('is no more in one place than was given there', () => {
    const manager = { role: 'manager', cluster: 'b', organisation: null } as const;
    expect(toCaller(rights({ grants: [manager, officer] })).scope).toMatchObject({
      role: 'officer',
      clusters: ['a'],
    });
    const elsewhere = { role: 'committer', cluster: null, organisation: 'p' } as const;
    expect(toCaller(rights({ grants: [editor, elsewhere] }))).toMatchObject({
      roles: ['signed-in', 'member', 'editor'],
      scope: { organisation: 'o' },
    });
  });

  it('is every cluster for the operator', () => {
    expect(toCaller(rights({ grants: [operator] })).scope).toEqual({
      role: 'operator',
      clusters: ['a', 'b'],
      user: 'u',
    });
  });

  it('is nothing but being signed in without a grant', () => {
    expect(toCaller(rights({})).scope).toEqual({ role: 'signed-in', clusters: [], user: 'u' });
  });
});
