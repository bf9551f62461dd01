/** The face of federation: what leaves a cluster, to whom, and its members as sister clusters may see them. */
export { FederationModule } from './federation.module.js';
export { Agreements, type ProposedAgreement } from './agreements.js';
export { CountedMembers, type CountedMember } from './figures/counted-members.js';
export { DecideSharing } from './decide-sharing.js';
export { MaskedMembers, type BehindTheMask } from './masked-members.js';
export { publishSharedJob } from './publish-shared.job.js';
export { PublishShared } from './publish-shared.js';
export type { SharedEvidence, SharedMember } from './shared-member.js';
export { SharedMembersReadModel } from './shared-members.read-model.js';
