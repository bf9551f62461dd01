import { loadTaxonomy } from '../../taxonomy/index.js';
import { ecosystemCode } from './cluster.command.js';

describe('an ecosystem named at the terminal', () => {
  const { ecosystems } = loadTaxonomy();

  it.each(['nutrition', 'Nutrition', 'Nutrizione'])('is known as %s', (text) =>
    expect(ecosystemCode(text, ecosystems)).toBe('nutrition'),
  );

  it('is refused where it is unknown, with those there are', () =>
    expect(() => ecosystemCode('steel', ecosystems)).toThrow(
      /^no ecosystem "steel": one of nutrition, .*advanced-manufacturing$/,
    ));
});
