import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { loadTaxonomy, parseTaxonomy, taxonomyFolder } from './load-taxonomy.js';
import { TaxonomyModule } from './taxonomy.module.js';
import { Taxonomy } from './taxonomy.js';

const shipped = (name: string) => readFileSync(join(taxonomyFolder, name), 'utf8');
const withFile = (changed: string, change: (text: string) => string) => () =>
  parseTaxonomy((name) => (name === changed ? change(shipped(name)) : shipped(name)));

describe('loading the taxonomy', () => {
  it('reads the files that ship with the program', () => {
    const taxonomy = loadTaxonomy();
    expect(taxonomy.ecosystems.terms).toHaveLength(8);
    expect(taxonomy.industrialEcosystems.terms).toHaveLength(14);
    expect(taxonomy.roles.terms).toHaveLength(17);
    expect(taxonomy.ecosystems.resolve('Information and Connectivity')?.code).toBe(
      'connectivity-information',
    );
    expect(taxonomy.technologies.resolve('chimica verde')?.code).toBe('sustainable-chemistry');
    expect(taxonomy.actionTypeOf('HORIZON-IA')?.code).toBe('IA');
  });

  it('says which file is missing', () => {
    expect(() => loadTaxonomy('/nowhere')).toThrow('nuts.csv, line 0, file: cannot be read in /nowhere');
  });

  it.each([
    [
      'region-sets.yaml',
      'ES511',
      "'ES999' is not in nuts.csv",
      (text: string) => text.replace('ES51]', 'ES999]'),
    ],
    [
      'region-sets.yaml',
      'an old code',
      "'NL33' is an old code; write NL36",
      (text: string) => text.replace('NL3]', 'NL33]'),
    ],
    [
      'country-sets.yaml',
      'EL',
      "'EL' is not an ISO 3166-1 alpha-2 code",
      (text: string) => text.replace(/\bGR\b/, 'EL'),
    ],
    [
      'italian-provinces.csv',
      'a sigla',
      'sigla: expected two capital letters',
      (text: string) => text.replace('\nMI;', '\nmi;'),
    ],
    [
      'italian-towns.csv',
      'a province',
      "sigla: 'XX' is no province",
      (text: string) => text.replace('Arese;MI', 'Arese;XX'),
    ],
    ['lexicon.csv', 'a code', 'is not in euroscivoc-seed.csv', (text: string) => `${text}/99;en;gizmo\n`],
    ['ecosystems.yaml', 'a key', 'unknown key', (text: string) => text.replace('aliases:', 'alias:')],
    ['roles.yaml', 'an indent', 'roles.yaml, line', (text: string) => text.replace('terms:', 'terms: [')],
  ])('stops at a fault in %s: %s', (file, _what, message, change) => {
    expect(withFile(file, change)).toThrow(message);
    expect(withFile(file, change)).toThrow(new RegExp(`^${file.replace('.', '\\.')}, line [1-9]`));
  });

  it('is given by the module, once', async () => {
    const context = await NestFactory.createApplicationContext(TaxonomyModule, {
      logger: false,
      abortOnError: false,
    });
    expect(context.get(Taxonomy)).toBe(context.get(Taxonomy));
    expect(context.get(Taxonomy).nutsName('ITC4')).toBe('Lombardia');
    await context.close();
  });
});
