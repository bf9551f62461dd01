import { readFileSync } from 'node:fs';
import { readYaml } from '../../platform/yaml/yaml-value.js';
import { badReferenceFile } from '../taxonomy.errors.js';
import { actionTypeOf } from './action-type.js';
import { readProgrammes } from './programme.js';
import { readVocabulary } from './vocabulary.js';

const read = (name: string) =>
  readYaml(
    name,
    readFileSync(new URL(`../../../data/taxonomy/${name}`, import.meta.url), 'utf8'),
    badReferenceFile,
  );
const programmes = readProgrammes(read('programme-parts.yaml'));
const actionTypes = readVocabulary(read('action-types.yaml'), new Set());

describe('the programme part of an identifier', () => {
  it.each([
    ['HORIZON-CL4-2027-01-MAT-PROD-03', 'HORIZON', 'CL4'],
    ['horizon-cl5-2026-04-Two-Stage-D3-02', 'HORIZON', 'CL5'],
    ['HORIZON-2027-EUSPA-SPACE-51', 'HORIZON', 'CL4'],
    ['HORIZON-CL4-2027-EUSPA-SPACE', 'HORIZON', 'CL4'],
    ['HORIZON-HLTH-2027-01-ENVHLTH-MISSCLIMA-03', 'HORIZON', 'HLTH'],
    ['HORIZON-MISS-2026-04-CIT-NEB-B4P-CCRI-03', 'HORIZON', 'MISS'],
    ['HORIZON-NEB-2027-02-NEB-SOIL-01', 'HORIZON', 'NEB'],
    ['HORIZON-JU-CBE-2025-IAFlag-01', 'HORIZON', 'JU-CBE'],
    ['HORIZON-JU-Clean-Aviation-2026-04-TRA-01', 'HORIZON', 'JU-CLEAN-AVIATION'],
    ['HORIZON-JTI-CLEANH2-2022-01-01', 'HORIZON', 'JU-CLEANH2'],
    ['HORIZON-KDT-JU-2021-1-IA', 'HORIZON', 'JU-CHIPS'],
    ['HORIZON-ER-JU-2023-FA1-SESAR', 'HORIZON', 'JU-ER'],
    ['HORIZON-SESAR-2022-DES-ER-01', 'HORIZON', 'JU-SESAR'],
    ['HORIZON-MSCA-2026-DN-01-01', 'HORIZON', 'MSCA'],
    ['ERC-2027-STG', 'HORIZON', 'ERC'],
    ['HORIZON-ERC-2022-X', 'HORIZON', 'ERC'],
    ['HORIZON-EURATOM-2027-02-01', 'EURATOM', null],
    ['I3-2026-INV1', 'I3', null],
    ['DIGITAL-ECCC-2026-DEPLOY', 'DIGITAL', null],
    ['HORIZON-XYZ-2028-01', 'HORIZON', null],
  ])('of %s is %s %s', (identifier, programme, part) => {
    const place = programmes.ofIdentifier(identifier);
    expect([place?.programme.code, place?.part?.code ?? null]).toEqual([programme, part]);
  });

  it('is unknown for another programme', () => {
    expect(programmes.ofIdentifier('EuropeAid/180206/DD/ACT/MD')).toBeUndefined();
  });
});

describe('the programme part of a legal basis', () => {
  it.each([
    ['HORIZON.2.4', 'HORIZON', 'CL4'],
    ['HORIZON.2.4.10', 'HORIZON', 'CL4'],
    ['HORIZON.2.1.7', 'HORIZON', 'JU-IHI'],
    ['HORIZON.4.2.4', 'HORIZON', 'WIDERA'],
    ['HORIZON.9', 'HORIZON', null],
    ['EURATOM2027', 'EURATOM', null],
    ['EURATOM.1.1.1', 'EURATOM', null],
  ])('of %s is %s %s', (legalBasis, programme, part) => {
    const place = programmes.ofLegalBasis(legalBasis);
    expect([place?.programme.code, place?.part?.code ?? null]).toEqual([programme, part]);
  });
});

describe('the type of action', () => {
  it.each([
    ['HORIZON  Research and Innovation Actions', 'RIA'],
    ['HORIZON-JU-RIA', 'RIA'],
    ['HORIZON Innovation Actions', 'IA'],
    ['(IA)', 'IA'],
    ['azione di ricerca e innovazione', 'RIA'],
    ['HORIZON-TMA-MSCA-Cofund-D', 'TMA'],
    ['HORIZON Programme Cofund Actions', 'COFUND'],
    ['HORIZON-EIC-ACC-BF', 'EIC-ACC'],
    ['HORIZON EIC Grants', 'EIC'],
    ['HORIZON Pre-commercial Procurement', 'PCP'],
    ['HORIZON Public Procurement of Innovative Solutions', 'PPI'],
  ])('in %s is %s', (text, code) => {
    expect(actionTypeOf(actionTypes, text)?.code).toBe(code);
  });

  it('is undefined where none is named', () => {
    expect(actionTypeOf(actionTypes, 'LIFE Project Grants')).toBeUndefined();
  });
});

it('finds a part by code, name or alias', () => {
  expect(
    ['cl4', 'Cluster 4', 'salute', 'CL1', 'EuroHPC', 'Cluster 9'].map(
      (text) => programmes.findPart(text)?.code,
    ),
  ).toEqual(['CL4', 'CL4', 'HLTH', 'HLTH', 'JU-EUROHPC', undefined]);
});
