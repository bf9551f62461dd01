import { readYaml } from '../../platform/yaml/yaml-value.js';
import { badReferenceFile } from '../taxonomy.errors.js';
import { readVocabulary } from './vocabulary.js';

const file = (terms: string) => `scheme: ecosystem\nversion: test\nsource: by hand\nterms:\n${terms}`;
const read = (terms: string) =>
  readVocabulary(readYaml('ecosystems.yaml', file(terms), badReferenceFile), new Set(['/23/47']));

const connectivity =
  '  - { code: connectivity, en: Connectivity & Information, it: Connettività e Informazione, aliases: [Information and Connectivity] }\n';

describe('a vocabulary', () => {
  it.each([
    'connectivity',
    'CONNECTIVITY & INFORMATION',
    'information and  connectivity',
    'Connettivita e informazione',
  ])('finds one term by %s', (name) => {
    expect(read(connectivity).resolve(name)?.code).toBe('connectivity');
  });

  it('finds nothing by part of a name', () => {
    expect(read(connectivity).resolve('information')).toBeUndefined();
  });

  it('refuses a name that stands for two terms', () => {
    const twice = `${connectivity}  - { code: x, en: X, it: Y, aliases: [information AND connectivity] }\n`;
    expect(() => read(twice)).toThrow(
      "ecosystems.yaml, line 6, terms[1]: 'information and connectivity' already stands for connectivity",
    );
  });

  it('refuses a concept that is not known', () => {
    expect(() => read('  - { code: x, en: X, it: Y, concepts: [/23/47, /23/48] }\n')).toThrow(
      'line 5, terms[0].concepts[1]: /23/48 is not in euroscivoc-seed.csv',
    );
  });

  it('refuses a term without an Italian label', () => {
    expect(() => read('  - { code: x, en: X }\n')).toThrow("line 5, terms[0]: the key 'it' is missing");
  });
});
