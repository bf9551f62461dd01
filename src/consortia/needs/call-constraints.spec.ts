import { callConstraints } from './call-constraints.js';

const found = (text: string) =>
  callConstraints([{ kind: 'scope', heading: null, text, language: null }]).map(({ cite, ...rest }) => {
    expect(text).toContain(cite.text);
    return rest;
  });

describe('what a call demands of a consortium', () => {
  it.each([
    [
      'Tools should be shown in at least three cities, each from a different Member State or Associated Country.',
      [{ kind: 'countries', atLeast: 3, of: 'cities' }],
    ],
    ['Work should be done in at least 4 different countries.', [{ kind: 'countries', atLeast: 4, of: null }]],
    [
      'Projects should carry out at least six demonstration activities.',
      [{ kind: 'count', atLeast: 6, of: 'demonstration activities' }],
    ],
    ['Proposals should address at least three of the following.', []],
    ['The cities must participate as beneficiaries.', [{ kind: 'beneficiaries', who: 'cities' }]],
    ['Participation of SMEs is encouraged.', [{ kind: 'sme', must: false }]],
    ['Consortia must include SMEs.', [{ kind: 'sme', must: true }]],
    ['SMEs make up most of the sector.', []],
    ['This topic does not provide direct funding to developers.', [{ kind: 'not-funded' }]],
    ['Le prove devono svolgersi in almeno due paesi.', [{ kind: 'countries', atLeast: 2, of: null }]],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([' ', '\t', 'at least two ', 'the a, '])('is not led astray by %j over and over', (part) => {
    expect(found(`The ${part.repeat(20_000)}end`).length).toBeLessThan(2);
  });
});
