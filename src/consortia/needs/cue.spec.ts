import { compileCue } from './cue.js';

describe('a cue', () => {
  it.each([
    ['first responder*', 'Training for first responders.', true],
    ['first responder*', 'the first to respond', false],
    ['end user*', 'end-users and operators', true],
    ['end user*', 'weekend users', false],
    ['develop* … tool*', 'develop rapid, safe, and cost-effective tools', true],
    ['develop* … tool*', 'developing one two three four five six seven tools', false],
    ['develop* … tool*', 'develop state-of-the-art/next-generation software-tools', true],
    ['develop* … tool*', "develop 'smart' (open) tools", true],
    ['local/regional authorities', 'Local/Regional authorities', true],
    ['ngos', 'researchers, and NGOs.', true],
    ["forze dell'ordine", 'le forze dell’ordine', true],
    ['autorità locali', 'Autorità locali e comuni', true],
    ['c++ (new)', 'written in C++ (new)', true],
  ])('%j in %j: %s', (phrase, text, found) => {
    expect(compileCue(phrase).test(text)).toBe(found);
  });

  it('reads a long text of near hits in no time worth telling', () => {
    expect(compileCue('develop* … tool* … data').test('develop a b c d e f tool '.repeat(4_000))).toBe(false);
  });

  it.each(['-', "'-/", 'tool-', ' - ', 'develop-', 'a '])(
    'is not led astray by a text of %j over and over',
    (part) => {
      const text = `develop ${part.repeat(1_000)}.`;
      expect(compileCue('develop* … data*').test(text)).toBe(false);
      expect(compileCue('develop* data*').test(text)).toBe(false);
    },
  );
});
