/** The face of organisations: legal entities, what sources say about them, their evidence and their past projects. */
export { ClaimModule } from './claim/claim.module.js';
export { ExclusionStore } from './claim/exclusion.store.js';
export { InterviewModule } from './interview/interview.module.js';
export { longestStatement } from './claim/speak-for-organisation.js';
export { CorpusReadModel, type CorpusMember, type CorpusText } from './corpus.read-model.js';
export { EvidenceReadModel, type EvidenceText } from './evidence.read-model.js';
export {
  competenceKinds,
  evidenceStates,
  participationRoles,
  type CompetenceKind,
  type EvidenceState,
  type ParticipationRole,
} from './evidence.js';
export {
  FundedProjectsReadModel,
  type FundedProject,
  type PastWork,
  type Spread,
} from './funded-projects.read-model.js';
export { IntroducersReadModel, type Introducer } from './introducers.read-model.js';
export {
  KnownMembersReadModel,
  type KnownMember,
  type KnownMembersQuestion,
} from './known-members.read-model.js';
export { lockMemberList } from './lock-member-list.store.js';
export { MergedEntriesReadModel } from './merging/merged-entries.read-model.js';
export { MergingModule } from './merging/merging.module.js';
export { MemberNoteStore } from './notes/member-note.store.js';
export { nextSteps, type MemberNote, type NextStep } from './notes/member-note.js';
export { MemberNoteResponse, toMemberNoteResponse } from './notes/member-note.dto.js';
export { ClusterTexts, type ClusterText } from './cluster-texts.read-model.js';
export { MemberOutlines, type MemberOutline } from './member-outlines.read-model.js';
export {
  organisationTypes,
  type OrganisationFacts,
  type OrganisationId,
  type OrganisationType,
} from './organisation.js';
export { PartnerTraitsReadModel } from './partner-traits.read-model.js';
export { OrganisationReadModel, type OrganisationCard } from './organisation.read-model.js';
export {
  OrganisationStore,
  type Membership,
  type NewOrganisation,
  type StatedEvidence,
  type StatedRecord,
} from './organisation.store.js';
export { foldLegalName } from './fold-legal-name.js';
export {
  ProjectStore,
  type Participation,
  type ProjectConcept,
  type ProjectResult,
  type StatedProject,
} from './project.store.js';
export { OrganisationsModule } from './organisations.module.js';
