import { loadTaxonomy } from '../../taxonomy/index.js';
import { ecosystemsOf } from './ecosystems-of.js';

const taxonomy = loadTaxonomy();
const told = (text: string, language: 'en' | 'it' | null = null) =>
  ecosystemsOf([{ title: null, text, language }], taxonomy);

describe('the ecosystems an organisation speaks of', () => {
  it('are told by its words, in English and in Italian', () => {
    const english = told(
      'Food packaging and food safety for the dairy industry; precision agriculture for livestock.',
      'en',
    );
    const italian = told(
      'Sicurezza alimentare e filiera agroalimentare: zootecnia e agricoltura di precisione.',
      'it',
    );
    expect(english[0]?.code).toBe('nutrition');
    expect(italian[0]?.code).toBe('nutrition');
    expect(english[0]?.words.length).toBeGreaterThan(1);
  });

  it('are gathered over all its texts', () => {
    const tags = ecosystemsOf(
      [
        {
          title: null,
          text: 'Food safety and precision agriculture for livestock and dairy.',
          language: 'en',
        },
        {
          title: 'Medical devices',
          text: 'Clinical trial of a medical device with patients in hospital.',
          language: 'en',
        },
      ],
      taxonomy,
    );
    expect(tags.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['nutrition', 'health-life-science']),
    );
  });

  it('are none where no words tell', () => {
    expect(told('We are a firm with twelve people.', 'en')).toEqual([]);
    expect(ecosystemsOf([], taxonomy)).toEqual([]);
  });
});
