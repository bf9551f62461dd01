import { proposeMerges, pairKey, type MergeCandidate } from './propose-merges.js';

const entry = (id: string, name: string, more: Partial<MergeCandidate> = {}): MergeCandidate => ({
  id,
  pic: null,
  vatNumber: null,
  names: [{ legalName: name, country: 'IT', city: null }],
  websites: [],
  listed: false,
  invented: false,
  isMember: true,
  hasPeople: false,
  registeredAt: '2026-01-01T00:00:00Z',
  ...more,
});
const inTown = (name: string, city: string) => ({ names: [{ legalName: name, country: 'IT', city }] });
const found = (...candidates: MergeCandidate[]): string[] =>
  proposeMerges(candidates).map(({ kept, other, reasons }) => `${other.id}→${kept.id} ${reasons.join('+')}`);

describe('merge proposals', () => {
  it('A-12: "H3CUBE" and "H3 Cube srl" are proposed as one', () => {
    expect(found(entry('a', 'H3CUBE'), entry('b', 'H3 Cube srl'))).toEqual(['b→a name']);
  });

  it('names alike in two towns are two, one that leaves the town open may be either', () => {
    const como = entry('a', '', inTown('Beta srl', 'Como'));
    expect(found(como, entry('b', '', inTown('BETA', 'Lodi')))).toEqual([]);
    expect(found(como, entry('b', 'Beta'))).toEqual(['b→a name']);
  });

  it('two PICs, or two VAT numbers, are two organisations whatever else they share', () => {
    const web = { websites: ['https://www.beta.example'] };
    expect(
      found(entry('a', 'Beta', { pic: '100', ...web }), entry('b', 'Beta', { pic: '200', ...web })),
    ).toEqual([]);
    expect(
      found(entry('a', 'Beta', { vatNumber: 'IT01' }), entry('b', 'Beta', { vatNumber: 'IT02' })),
    ).toEqual([]);
  });

  it('one VAT number is a reason under any name, and comes first', () => {
    const same = { vatNumber: 'IT09999900989' };
    const bare = { vatNumber: '09999900989' };
    expect(
      found(entry('a', 'Alfa'), entry('b', 'ALFA spa'), entry('c', 'Gamma', same), entry('d', 'Delta', bare)),
    ).toEqual(['d→c vat-number', 'b→a name']);
  });

  it('one website is a reason between members, unless it is where everybody has a page', () => {
    const at = (...websites: string[]) => ({ websites });
    expect(
      found(entry('a', 'Alfa', at('http://beta.example/it')), entry('b', 'Beta', at('www.beta.example'))),
    ).toEqual(['b→a website']);
    const page = at('https://www.linkedin.com/company/x');
    expect(found(entry('a', 'Alfa', page), entry('b', 'Beta', page))).toEqual([]);
    expect(
      found(
        entry('a', 'Alfa', at('beta.example')),
        entry('b', 'Beta', { ...at('beta.example'), isMember: false, listed: true }),
      ),
    ).toEqual([]);
  });

  it('open data stay, then who has people of its own, then who was here first, in whatever order they come', () => {
    const listed = entry('z', 'Alfa', { listed: true, isMember: false, pic: '100' });
    const spoken = entry('y', 'Beta', { hasPeople: true });
    const entries = [entry('a', 'ALFA srl'), listed, entry('b', 'Beta spa'), spoken];
    expect(found(...entries)).toEqual(['a→z name', 'b→y name']);
    expect(found(...entries.toReversed())).toEqual(['a→z name', 'b→y name']);
    const later = entry('a', 'Gamma', { registeredAt: '2026-02-01T00:00:00Z' });
    expect(found(later, entry('b', 'GAMMA'))).toEqual(['a→b name']);
  });

  it('a member whose people look after it goes into no entry of open data', () => {
    const listed = entry('z', 'Alfa', { listed: true, isMember: false, pic: '100' });
    expect(found(entry('a', 'Alfa srl', { hasPeople: true }), listed)).toEqual([]);
  });

  it('nobody is proposed twice, invented with real, without a member, or against what was said', () => {
    const twice = { vatNumber: 'IT09999900989', websites: ['alfa.example'] };
    expect(found(entry('a', 'Alfa', twice), entry('b', 'Alfa', twice))).toEqual([
      'b→a vat-number+name+website',
    ]);
    expect(found(entry('a', 'Alfa', { invented: true }), entry('b', 'Alfa'))).toEqual([]);
    const open = { listed: true, isMember: false };
    expect(found(entry('a', 'Alfa', open), entry('b', 'Alfa', open))).toEqual([]);
    expect(proposeMerges([entry('a', 'Alfa'), entry('b', 'Alfa')], new Set([pairKey('b', 'a')]))).toEqual([]);
  });

  it('a name that a dozen share proposes none of them', () => {
    const many = Array.from({ length: 13 }, (_, at) => entry(`o${at}`, 'Consorzio'));
    expect(found(...many)).toEqual([]);
    expect(found(...many.slice(0, 3))).toHaveLength(3);
  });
});
