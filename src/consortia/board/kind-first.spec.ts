import { loadNeedCues } from '../needs/load-need-cues.js';
import { kindFirst } from './kind-first.js';

const called = loadNeedCues().roles.find(({ role }) => role === 'clinical')?.called ?? [];

const candidates = [
  { name: 'Health Software Srl', nuts: 'ITC4C' },
  { name: 'Charité - Universitätsmedizin', nuts: 'DE300' },
  { name: 'IRCCS Ospedale Invented', nuts: 'ITC4C' },
  { name: 'Azienda Socio Sanitaria Territoriale Inventata', nuts: 'ITC46' },
  { name: 'Hospital Inventado', nuts: null },
];
const names = (region: string | null, patterns = called): string[] =>
  kindFirst(candidates, (one) => one, { called: patterns, region }).map(({ name }) => name);

describe('the order for a seat that one kind of organisation can take', () => {
  it('begins with those of the kind in the region, then elsewhere, each in the order they came in', () => {
    expect(names('ITC4')).toEqual([
      'IRCCS Ospedale Invented',
      'Azienda Socio Sanitaria Territoriale Inventata',
      'Charité - Universitätsmedizin',
      'Hospital Inventado',
      'Health Software Srl',
    ]);
  });

  it('knows the kind where the region is not known', () => {
    expect(names(null)[0]).toBe('Charité - Universitätsmedizin');
    expect(names(null).at(-1)).toBe('Health Software Srl');
  });

  it('stays as it was where names say nothing', () => {
    expect(names('ITC4', [])).toEqual(candidates.map(({ name }) => name));
  });

  it.each(['Hospitality Robots Srl', 'Clinical Software SpA', 'Policlinica Software'])(
    'does not take %s for a hospital',
    (name) => {
      expect(called.some((pattern) => pattern.test(name))).toBe(false);
    },
  );
});
