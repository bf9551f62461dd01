import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../../src/platform/files/project-folder.js';
import { RegionNames } from '../../web/src/parts/region/region-names.js';

const names = new RegionNames(readFileSync(join(projectFolder, 'data/taxonomy/nuts.csv'), 'utf8'));
const points = readFileSync(join(projectFolder, 'web/src/parts/pictures/region-points.ts'), 'utf8');

describe('the names of regions on the pages', () => {
  it('are told of any level and vintage, however a source writes the country', () => {
    const told = ['ITC4', 'ITC4C', 'EL30', 'gr30', 'TLI', 'FR10'].map((code) => names.nameOf(code));
    expect(told).toEqual(['Lombardia', 'Milano', 'Attikí', 'Attikí', 'London', 'Île-de-France']);
    expect(names.withCode('ITC4')).toBe('Lombardia (ITC4)');
  });

  it('leave a code that nobody knows as it is', () => {
    expect(['XX99', '', 'IT-25'].map((code) => names.nameOf(code))).toEqual(['XX99', '', 'IT-25']);
    expect(names.withCode('XX99')).toBe('XX99');
  });

  it('are there for every region that the map has a point for', () => {
    const codes = [...points.matchAll(/\b((?!NUTS)[A-Z]{2}[A-Z0-9]{2}) -?\d/g)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(250);
    expect(codes.filter((code) => names.nameOf(code) === code)).toEqual([]);
  });

  it('are offered by their names, those of today and what is chosen already', () => {
    const offered = names.choices(['ITC4', 'NL31', 'XX99']);
    expect(offered.slice(0, 2).map(({ label }) => label)).toEqual(['Utrecht (NL31)', 'XX99']);
    const rest = offered.slice(2).map(({ label }) => label);
    expect([...rest].sort(new Intl.Collator('en').compare)).toEqual(rest);
    expect(new Set(offered.map(({ value }) => value)).size).toBe(offered.length);
    expect(offered.some(({ value }) => value.length === 2)).toBe(false);
  });
});
