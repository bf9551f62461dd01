/** The face of ingest: what comes in from files and open data, each a typed parser and one transaction. */
export { ImportCordis } from './cordis/import-cordis.js';
export { readCordis, type CordisSource } from './cordis/read-cordis.js';
export { ImportOpportunities } from './import-opportunities.js';
export type { ImportOptions, ImportOutcome, ImportProgress } from './import-outcome.js';
export { IngestModule } from './ingest.module.js';
export { readPilots } from './pilots/read-pilots.js';
export { readPortal, type PortalPass, type PortalSource } from './portal/read-portal.js';
export type { SourceProblem, SourceRow } from './reading/source-problem.js';
export { readCallTexts, type CallTextLine } from './topics/read-call-texts.js';
export { readTopics } from './topics/read-topics.js';
export { ApplyMemberImport } from './members/apply-member-import.js';
export { readColumnMap } from './members/column-map.js';
export { ColumnMaps } from './column-maps/column-maps.js';
export { ImportMembers, type MemberImportReport } from './members/import-members.js';
export { UndoMemberImport } from './members/undo-member-import.js';
export { LiveConnectors, SourceConnectors } from './sync/source-connectors.js';
export { SyncModule } from './sync/sync.module.js';
export { SyncSources, type SyncListener, type SyncOutcome } from './sync/sync-sources.js';
