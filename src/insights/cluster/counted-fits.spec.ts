import type { MemberFit } from '../../matching/index.js';
import { CountedFits } from './counted-fits.js';

const fit = (organisation: string, opportunity: string, band: 'good' | 'strong' = 'good'): MemberFit => ({
  organisation,
  opportunity,
  score: 1,
  fit: { score: 0.5, band },
  trackRecord: { score: 0, band: 'possible' },
});
const all = [fit('a', 'x', 'strong'), fit('b', 'x', 'strong'), fit('gone', 'x', 'strong'), fit('a', 'y')];
const by = (key: 'organisation' | 'opportunity') =>
  new Map([...new Set(all.map((one) => one[key]))].map((id) => [id, all.filter((one) => one[key] === id)]));
const fits = { byOpportunity: by('opportunity'), byMember: by('organisation') };
const nothing = { byOpportunity: new Map(), byOrganisation: new Map() };
const members = new Set(['a', 'b']);
const who = (list: readonly MemberFit[]) =>
  list.map(({ organisation, opportunity }) => `${organisation}${opportunity}`);

describe('the fits that count', () => {
  it('are those of live members', () => {
    const counted = new CountedFits(fits, members, nothing);
    expect(who(counted.ofCall('x'))).toEqual(['ax', 'bx']);
    expect(counted.strongOf('x')).toBe(2);
    expect(counted.strongOf('y')).toBe(0);
    expect(counted.ofMember('gone')).toEqual([]);
    expect(counted.ofCall('unknown')).toEqual([]);
  });

  it('are without what the reader refused, from both sides', () => {
    const refused = {
      byOpportunity: new Map([['x', new Set(['a'])]]),
      byOrganisation: new Map([['a', new Set(['x'])]]),
    };
    const counted = new CountedFits(fits, members, refused);
    expect(who(counted.ofCall('x'))).toEqual(['bx']);
    expect(counted.strongOf('x')).toBe(1);
    expect(who(counted.ofMember('a'))).toEqual(['ay']);
  });
});
