import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../platform/files/project-folder.js';
import {
  conceptColumns,
  phraseColumns,
  readConceptPhrases,
  readConcepts,
  readUnspokenLabels,
  unspokenColumns,
} from './concepts/concept.js';
import { readCountrySets } from './places/country-set.js';
import {
  postalColumns,
  provinceColumns,
  readItalianPlaces,
  regionColumns,
  townColumns,
} from './places/italian-place.js';
import { nutsColumns, readNuts, recodingColumns } from './places/nuts.js';
import { PlaceFinder } from './places/place-of.js';
import { readRegionSets } from './places/region-set.js';
import { readCsv, type CsvRow } from './source/csv-source.js';
import { readYaml, type YamlValue } from '../platform/yaml/yaml-value.js';
import { badReferenceFile } from './taxonomy.errors.js';
import { Taxonomy } from './taxonomy.js';
import { readProgrammes } from './vocabulary/programme.js';
import { readVocabulary, type Vocabulary } from './vocabulary/vocabulary.js';

/** Gives the text of a reference file by its name, `nuts.csv`. */
export type ReadReferenceFile = (name: string) => string;

/** The folder that ships with the program. */
export const taxonomyFolder = join(projectFolder, 'data', 'taxonomy');

/**
 * The taxonomy from its files.
 *
 * @throws {AppError} `taxonomy.bad-file`, naming file, line and key, for a file that is missing or says something wrong
 */
export function loadTaxonomy(folder: string = taxonomyFolder): Taxonomy {
  return parseTaxonomy((name) => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      throw badReferenceFile({ file: name, line: 0, key: 'file', problem: `cannot be read in ${folder}` });
    }
  });
}

/** The same from texts; touches nothing. */
export function parseTaxonomy(read: ReadReferenceFile): Taxonomy {
  const csv = (name: string, columns: readonly string[]): readonly CsvRow[] =>
    readCsv(name, read(name), columns);
  const yaml = (name: string): YamlValue => readYaml(name, read(name), badReferenceFile);

  const nuts = readNuts(csv('nuts.csv', nutsColumns), csv('nuts-recodings.csv', recodingColumns));
  const italy = readItalianPlaces(
    {
      provinces: csv('italian-provinces.csv', provinceColumns),
      regions: csv('italian-regions.csv', regionColumns),
      towns: csv('italian-towns.csv', townColumns),
      postalCodes: csv('italian-cap.csv', postalColumns),
    },
    nuts,
  );
  const concepts = readConcepts(csv('euroscivoc-seed.csv', conceptColumns));
  const known = new Set(concepts.map((concept) => concept.code));
  const vocabulary = (name: string): Vocabulary => readVocabulary(yaml(name), known);
  return new Taxonomy({
    concepts,
    unspoken: readUnspokenLabels(csv('unspoken-labels.csv', unspokenColumns)),
    phrases: readConceptPhrases(csv('lexicon.csv', phraseColumns), concepts),
    technologies: vocabulary('technologies.yaml'),
    industrialEcosystems: vocabulary('industrial-ecosystems.yaml'),
    ecosystems: vocabulary('ecosystems.yaml'),
    roles: vocabulary('roles.yaml'),
    actionTypes: vocabulary('action-types.yaml'),
    programmes: readProgrammes(yaml('programme-parts.yaml')),
    countrySets: readCountrySets(yaml('country-sets.yaml')),
    nuts,
    regionSets: readRegionSets(yaml('region-sets.yaml'), nuts),
    italy,
    placeFinder: new PlaceFinder(nuts, italy),
  });
}
