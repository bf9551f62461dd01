/**
 * What facts about an organisation look like and how its name is compared: plain functions and types, for who must
 * not load the store with them (the process that reads files).
 */
export { organisationTypes, type OrganisationFacts, type OrganisationType } from '../organisation.js';
export { foldLegalName } from '../fold-legal-name.js';
export {
  bareVatNumber,
  comparePlaces,
  contradicts,
  nameKey,
  rowKey,
  sameVatNumber,
  writtenKey,
  type Identity,
  type NameAndPlace,
} from '../same-organisation.js';
