import { italianCognate } from './cognates.js';
import { stem } from './stem.js';

describe('the Italian word that an English one has become', () => {
  it.each([
    ['polymer', 'polimero'],
    ['piezoelectric', 'piezoelettrico'],
    ['thermography', 'termografia'],
    ['spectroscopy', 'spettroscopia'],
    ['depolymerisation', 'depolimerizzazione'],
    ['photonics', 'fotonica'],
    ['oxygen', 'ossigeno'],
    ['combustion', 'combustione'],
    ['antibacterial', 'antibatterico'],
  ])('%s: %s', (english, italian) => {
    expect(italianCognate(english)?.words).toBe(italian);
    expect(italianCognate(english)?.key).toBe(stem(italian, 'it'));
  });

  it.each(['laser', 'sewage works', 'wastewater', 'milling', 'textured', 'CO2', 'truck', ''])(
    'is not guessed where rules cannot tell: %s',
    (word) => {
      expect(italianCognate(word)).toBeNull();
    },
  );
});
