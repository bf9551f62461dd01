import { KeptIdeaEntity } from '../ideas/kept-idea.entity.js';
import { IdeaAskEntity } from '../ideas/same/idea-ask.entity.js';
import { SameIdeaEntity } from '../ideas/same/same-idea.entity.js';
import { SharedIdeaEntity } from '../ideas/shared-idea.entity.js';
import { IntroductionEntity } from '../introductions/introduction.entity.js';
import {
  IntroductionChangeEntity,
  IntroductionGuestEntity,
  IntroductionLinkEntity,
  IntroductionMessageEntity,
  IntroductionSlotEntity,
  IntroductionWordsEntity,
  OrganisationClosingEntity,
} from '../introductions/introduction-words.entity.js';
import { OrganisationMergeEntity } from '../organisations/merging/organisation-merge.entity.js';
import { AuditEntryEntity } from '../accounts/audit-entry.entity.js';
import { AuditLinkEntity } from '../accounts/audit-link.entity.js';
import { ClusterEntity } from '../accounts/cluster.entity.js';
import { ColumnMapEntity } from '../ingest/column-maps/column-map.entity.js';
import { ApiKeyEntity } from '../accounts/keys/api-key.entity.js';
import { KnownDeviceEntity } from '../accounts/sessions/known-device.entity.js';
import { SignInLinkEntity } from '../accounts/sessions/sign-in-link.entity.js';
import { ConsentEntity } from '../accounts/people/consent.entity.js';
import { ContactEntity } from '../accounts/people/contact.entity.js';
import { ErasureKeyEntity } from '../accounts/people/erasure-key.entity.js';
import { ErasureEntity } from '../accounts/people/erasure.entity.js';
import { RemovalLinkEntity } from '../accounts/people/removal/removal-link.entity.js';
import { RemovalEntity } from '../accounts/people/removal/removal.entity.js';
import { RetentionRunEntity } from '../accounts/people/removal/retention-run.entity.js';
import { InvitationEntity } from '../accounts/people/invitation.entity.js';
import { PasskeyEntity } from '../accounts/passkeys/passkey.entity.js';
import { LinkedIdentityEntity } from '../accounts/providers/linked-identity.entity.js';
import { RecoveryCodeEntity } from '../accounts/recovery/recovery-code.entity.js';
import { SignInAttemptEntity } from '../accounts/sessions/sign-in-attempt.entity.js';
import { TakenOverEntity } from '../accounts/users/taken-over.entity.js';
import { UserSessionEntity } from '../accounts/sessions/user-session.entity.js';
import { ThrottleEntity } from '../accounts/throttle/throttle.entity.js';
import { RoleGrantEntity } from '../accounts/users/role-grant.entity.js';
import { UserAccountEntity } from '../accounts/users/user-account.entity.js';
import { UserSecretEntity } from '../accounts/users/user-secret.entity.js';
import { ClusterSettingEntity } from '../accounts/clusters/cluster-setting.entity.js';
import { FederationAgreementEntity } from '../federation/federation-agreement.entity.js';
import { MaskEntity } from '../federation/mask.entity.js';
import { SharedEvidenceEntity } from '../federation/shared-evidence.entity.js';
import { SharedMemberEntity } from '../federation/shared-member.entity.js';
import { SharingChoiceEntity } from '../federation/sharing-choice.entity.js';
import { SharingRuleEntity } from '../federation/sharing-rule.entity.js';
import { SharingStateEntity } from '../federation/sharing-state.entity.js';
import { ImportRowEntity } from '../ingest/import-row.entity.js';
import { ImportRunEntity } from '../ingest/import-run.entity.js';
import { CurrentScoreRunEntity } from '../matching/runs/current-score-run.entity.js';
import { MatchListEntity } from '../matching/runs/match-list.entity.js';
import { OrganisationMatchListEntity } from '../matching/runs/organisation-match-list.entity.js';
import { ScoreInputEntity } from '../matching/freshness/score-input.entity.js';
import { ScoreRunEntity } from '../matching/runs/score-run.entity.js';
import { SuggestionFeedbackEntity } from '../matching/feedback/suggestion-feedback.entity.js';
import { SnapshotSegmentEntity } from '../matching/snapshots/snapshot-segment.entity.js';
import { OpportunityChangeEntity } from '../opportunities/opportunity-change.entity.js';
import { OpportunityRecordEntity } from '../opportunities/opportunity-record.entity.js';
import { OpportunityEntity } from '../opportunities/opportunity.entity.js';
import { DisownedProjectEntity } from '../organisations/claim/disowned-project.entity.js';
import { ExclusionEntity } from '../organisations/claim/exclusion.entity.js';
import { OrganisationPreferenceEntity } from '../organisations/claim/organisation-preference.entity.js';
import { SavedOpportunityEntity } from '../opportunities/saved-opportunity.entity.js';
import { InterviewEntity } from '../organisations/interview/interview.entity.js';
import { EvidenceEntity } from '../organisations/evidence.entity.js';
import { MembershipEntity } from '../organisations/membership.entity.js';
import { MemberNoteEntity } from '../organisations/notes/member-note.entity.js';
import { OrganisationRecordEntity } from '../organisations/organisation-record.entity.js';
import { PartnerSearchEntity } from '../opportunities/partner-search.entity.js';
import { OrganisationEntity } from '../organisations/organisation.entity.js';
import { ParticipationEntity } from '../organisations/participation.entity.js';
import { ProjectConceptEntity } from '../organisations/project-concept.entity.js';
import { ProjectEntity } from '../organisations/project.entity.js';
import { InstallationEntity } from '../platform/database/installation.entity.js';
import { MailAddressEntity } from '../platform/mail/mail-address.entity.js';
import { MailBounceEntity } from '../platform/mail/mail-bounce.entity.js';
import { MailDeliveryEntity } from '../platform/mail/mail-delivery.entity.js';
import { MailHoldEntity } from '../platform/mail/mail-hold.entity.js';
import { MailSuppressionEntity } from '../platform/mail/mail-suppression.entity.js';
import { MailboxMessageEntity } from '../platform/mail/mailbox-message.entity.js';
import { DigestKeyEntity } from '../digests/digest-key.entity.js';
import { DigestSettingEntity } from '../digests/digest-setting.entity.js';
import { CalendarFeedEntity } from '../digests/feeds/calendar-feed.entity.js';
import { SavedAlertEntity } from '../digests/alerts/saved-alert.entity.js';
import { DigestEntity } from '../digests/digest.entity.js';
import { WebhookDeliveryEntity } from '../digests/webhooks/webhook-delivery.entity.js';
import { WebhookEntity } from '../digests/webhooks/webhook.entity.js';
import { EffectDoneEntity } from '../platform/queue/effect-done.entity.js';
import { OutboxEntity } from '../platform/queue/outbox.entity.js';
import { WorkUnitEntity } from '../platform/queue/work-unit.entity.js';
import { WorkerHeartbeatEntity } from '../platform/queue/worker-heartbeat.entity.js';
import { SourceEntity } from '../sources/source.entity.js';
import { ConceptEntity } from '../taxonomy/concept.entity.js';
import { ConsortiumChangeEntity } from '../consortia/board/consortium-change.entity.js';
import { ConsortiumNeedEntity } from '../consortia/board/consortium-need.entity.js';
import { ConsortiumSeatEntity } from '../consortia/board/consortium-seat.entity.js';
import { ConsortiumEntity } from '../consortia/board/consortium.entity.js';
import { ReliedCheckEntity } from '../consortia/board/relied-check.entity.js';
import { BoardWaiverEntity } from '../consortia/agreeing/board-waiver.entity.js';
import { GuestLinkEntity } from '../consortia/guests/guest-link.entity.js';
import { SeatOfferEntity } from '../consortia/seats/seat-offer.entity.js';
import { SeatPartyEntity } from '../consortia/seats/seat-party.entity.js';
import { NewcomerShareEntity } from '../matching/fairness/newcomer-share.entity.js';
import { NeedShareEntity } from '../consortia/sharing/need-share.entity.js';

/** Every table of the service. Features keep theirs to themselves; only the data source is made of all of them. */
export const entities = [
  ApiKeyEntity,
  AuditEntryEntity,
  AuditLinkEntity,
  BoardWaiverEntity,
  ClusterEntity,
  ColumnMapEntity,
  ConceptEntity,
  ConsentEntity,
  ConsortiumChangeEntity,
  ConsortiumEntity,
  ConsortiumNeedEntity,
  ConsortiumSeatEntity,
  ContactEntity,
  CurrentScoreRunEntity,
  DisownedProjectEntity,
  DigestEntity,
  DigestKeyEntity,
  DigestSettingEntity,
  CalendarFeedEntity,
  ReliedCheckEntity,
  SavedAlertEntity,
  EffectDoneEntity,
  ErasureEntity,
  ErasureKeyEntity,
  EvidenceEntity,
  ExclusionEntity,
  GuestLinkEntity,
  ImportRowEntity,
  ImportRunEntity,
  InstallationEntity,
  IntroductionChangeEntity,
  IntroductionEntity,
  IntroductionGuestEntity,
  IntroductionLinkEntity,
  IntroductionMessageEntity,
  IntroductionSlotEntity,
  IntroductionWordsEntity,
  InterviewEntity,
  InvitationEntity,
  KeptIdeaEntity,
  KnownDeviceEntity,
  SharedIdeaEntity,
  SameIdeaEntity,
  IdeaAskEntity,
  LinkedIdentityEntity,
  MailAddressEntity,
  MailBounceEntity,
  MailDeliveryEntity,
  MailHoldEntity,
  MailSuppressionEntity,
  MailboxMessageEntity,
  MatchListEntity,
  MemberNoteEntity,
  OrganisationMergeEntity,
  MembershipEntity,
  NeedShareEntity,
  NewcomerShareEntity,
  OpportunityChangeEntity,
  OpportunityEntity,
  OpportunityRecordEntity,
  OrganisationClosingEntity,
  OrganisationEntity,
  OrganisationMatchListEntity,
  OrganisationPreferenceEntity,
  OrganisationRecordEntity,
  OutboxEntity,
  ParticipationEntity,
  PartnerSearchEntity,
  PasskeyEntity,
  ProjectConceptEntity,
  ProjectEntity,
  RecoveryCodeEntity,
  RemovalEntity,
  RemovalLinkEntity,
  RetentionRunEntity,
  RoleGrantEntity,
  SavedOpportunityEntity,
  ScoreInputEntity,
  ScoreRunEntity,
  SeatOfferEntity,
  SeatPartyEntity,
  SignInAttemptEntity,
  SignInLinkEntity,
  SnapshotSegmentEntity,
  SourceEntity,
  TakenOverEntity,
  ThrottleEntity,
  UserAccountEntity,
  UserSecretEntity,
  UserSessionEntity,
  WebhookDeliveryEntity,
  WebhookEntity,
  SuggestionFeedbackEntity,
  WorkUnitEntity,
  WorkerHeartbeatEntity,
  ClusterSettingEntity,
  FederationAgreementEntity,
  MaskEntity,
  SharedEvidenceEntity,
  SharedMemberEntity,
  SharingChoiceEntity,
  SharingRuleEntity,
  SharingStateEntity,
];
