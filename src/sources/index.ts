/** The face of sources: where open data come from, how old they are, and who renews them just now. */
export {
  ageInDays,
  sourceNames,
  type PassResult,
  type SourceAge,
  type SourceName,
  type Validator,
} from './source.js';
export { SourceAges } from './source-ages.read-model.js';
export { SourceStampResponse, toSourceStamp } from './source.dto.js';
export { SourceStore, type CompletePasses, type GoodPass } from './source.store.js';
export { SourcesModule } from './sources.module.js';
