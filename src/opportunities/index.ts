/** The face of opportunities: topics, pilots, demo-cases, windows and cascade calls, merged from their sources. */
export {
  opportunityKinds,
  type Budget,
  type Deadline,
  type OpportunityId,
  type OpportunityKind,
  type OpportunityRecord,
  type OpportunityStatus,
  type StatedStatus,
  type TextSection,
} from './opportunity.js';
export { BudgetResponse, OpportunitySummary, toBudget, toOpportunitySummary } from './opportunity.dto.js';
export { OpportunitiesModule } from './opportunities.module.js';
export {
  OpportunityReadModel,
  type OpportunityCard,
  type OpportunityChange,
  type OpportunityStanding,
} from './opportunity.read-model.js';
export { OpportunityOutlines, type OpportunityOutline } from './opportunity-outlines.read-model.js';
export {
  facetNames,
  found,
  type FacetCount,
  type FacetName,
  type FoundOpportunities,
  type OpportunityFilters,
} from './opportunity-search.js';
export {
  OpportunitySearchReadModel,
  searchOrders,
  type FoundByWords,
  type SearchOrder,
} from './opportunity-search.read-model.js';
export { SavedEvents, type CallChange, type SavedEvent } from './saved-events.read-model.js';
export { SavedOpportunityStore, type SavedOpportunity } from './saved-opportunity.store.js';
export { PartnerSearchStore, type PartnerSearch, type SearchableCall } from './partner-search.store.js';
export type { RecentChange } from './recent-changes.read-model.js';
export { OpportunityStore, type SavedOpportunities } from './opportunity.store.js';
export { UnlistedCalls, type Unlisted } from './unlisted-calls.store.js';
export { isListed, statusOn } from './opportunity-status.js';
export { aloneBelowDays, deadlinesAhead, isoDay, lateBelowDays, type ShownDeadline } from './days-left.js';
