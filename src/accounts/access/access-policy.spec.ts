import { heldRoles } from '../role.js';
import { mayUse, policyOf, withheldFields, withoutFields, type AccessPolicy } from './access-policy.js';

const policy: AccessPolicy = {
  roles: ['officer', 'manager', 'operator'],
  withheld: { 'items.actor': ['manager'], note: ['manager', 'operator'] },
};

describe('an access policy', () => {
  it('lets in only roles that it names', () => {
    expect(mayUse(policy, ['officer'])).toBe(true);
    expect(mayUse(policy, ['member', 'manager'])).toBe(true);
    expect(mayUse(policy, ['member'])).toBe(false);
    expect(mayUse(policy, [])).toBe(false);
  });

  it('takes a committer for an editor and a member, and a member for neither', () => {
    expect(heldRoles(['committer'])).toEqual(['member', 'editor', 'committer']);
    expect(heldRoles(['member'])).toEqual(['member']);
    expect(heldRoles([])).toEqual(['anonymous']);
  });

  it('withholds a field unless one of the roles that let somebody in may have it', () => {
    expect(withheldFields(policy, ['manager'])).toEqual(['items.actor', 'note']);
    expect(withheldFields(policy, ['operator'])).toEqual(['note']);
    expect(withheldFields(policy, ['manager', 'officer'])).toEqual([]);
    // a role without a place in the policy opens nothing
    expect(withheldFields(policy, ['manager', 'member'])).toEqual(['items.actor', 'note']);
  });

  it('puts null in the place of what is withheld, at any depth and in lists, and leaves the rest', () => {
    const answer = { note: 'a', items: [{ actor: 'x', at: 1 }, { at: 2 }], total: 2 };
    expect(withoutFields(answer, ['items.actor', 'note', 'absent.field'])).toEqual({
      note: null,
      items: [{ actor: null, at: 1 }, { at: 2 }],
      total: 2,
    });
    expect(answer.note).toBe('a');
  });

  it('of the pages’ one route speaks for no other route', () => {
    const matrix = { 'GET /*': policy };
    expect(policyOf(matrix, 'GET /*')).toBe(policy);
    for (const route of ['GET /', 'GET /metrics', 'GET /api/docs', 'GET /api/v1/me'])
      expect(policyOf(matrix, route)).toBeUndefined();
  });

  it('of a folder speaks for the files in it, and for no route of the interface', () => {
    const files: AccessPolicy = { roles: ['anonymous'] };
    const matrix = { 'GET /assets/*': files, 'GET /api/docs/*': policy, 'GET /api/v1/me': policy };
    expect(policyOf(matrix, 'GET /assets/index.js')).toBe(files);
    expect(policyOf(matrix, 'GET /api/docs/index.html')).toBe(policy);
    expect(policyOf(matrix, 'GET /api/v1/me')).toBe(policy);
    for (const route of ['GET /api/v1/planted', 'GET /api/v2', 'POST /assets/index.js', 'GET toString'])
      expect(policyOf(matrix, route)).toBeUndefined();
  });
});
