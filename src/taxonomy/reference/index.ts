/** The reference data without the wiring, for who must not load the framework with it (the process that reads files). */
export { foldName } from '../fold-name.js';
export { resolveCountry } from '../places/country.js';
export { loadTaxonomy } from '../load-taxonomy.js';
export type { Taxonomy } from '../taxonomy.js';
