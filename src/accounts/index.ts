/** The face of accounts: the clusters (our tenants), who is asking, what they may, and the audit trail. */
export {
  mayUse,
  policyOf,
  withheldFields,
  withoutFields,
  type AccessMatrix,
  type AccessPolicy,
} from './access/access-policy.js';
export {
  badUser,
  foreignPage,
  freeMailAddress,
  notAllowed,
  signInNeeded,
  tooManyTries,
  userNotFound,
} from './account.errors.js';
export { AccessSettings } from './access-settings.js';
export { AccountsModule } from './accounts.module.js';
export { AuditTrail, type AuditVerdict } from './audit-trail.store.js';
export type { Caller } from './caller.js';
export type { Cluster, ClusterId } from './cluster.js';
export { ClusterReadModel, reachEveryCluster } from './cluster.read-model.js';
export { ClusterStore } from './cluster.store.js';
export { CreateCluster, type NewCluster } from './create-cluster.js';
export { CurrentScope, onBehalfOf } from './current-scope.js';
export { SignedInResponse } from './http/session.dto.js';
export { begin as beginSession, clientOf } from './http/sessions.controller.js';
export { sessionToken } from './http/sign-in-cookies.js';
export { IdentifyCaller } from './identify-caller.js';
export { AccountMailModule } from './notices/account-mail.module.js';
export { SignInProviders, type SignInProvider } from './providers/sign-in-provider.js';
export { tellAccount } from './notices/account-notice.store.js';
export { AskedInvitations } from './people/asked-invitations.js';
export type { OpenInvitation } from './people/invitation.store.js';
export {
  ConfirmInvitationRequest,
  InvitationTokenRequest,
  OpenInvitationResponse,
  toOpenInvitationResponse,
} from './people/people.dto.js';
export { People, type Digest } from './people/people.js';
export {
  MemberContactsReadModel,
  type ContactCard,
  type MemberContacts,
} from './people/member-contacts.read-model.js';
export { speakerOf } from './people/speaker.read-model.js';
export { ConsentStore, type ConsentChannel, type StandingChoice } from './people/consent.store.js';
export { PeopleDirectory } from './people/people-directory.read-model.js';
export { ErasureList } from './people/removal/erasure-list.js';
export { Removals } from './people/removal/removals.js';
export {
  HeldRecords,
  type HeldOfPerson,
  type HeldTable,
  type KeptOfMember,
} from './people/removal/held-records.js';
export type { Leaving } from './people/removal/removal-link.store.js';
export { retentionPeriods, type RetentionPeriod } from './people/removal/retention-periods.js';
export { OrganisationMarks, type OrganisationKeys } from './people/removal/organisation-marks.read-model.js';
export { organisationRemovedJob } from './people/removal/organisation-removed.job.js';
export { PeopleModule } from './people/people.module.js';
export { heldRoles, roles, type Role } from './role.js';
export { Throttle } from './throttle/throttle.store.js';
export { RecentProof } from './sessions/recent-proof.js';
export type { Client, SignedIn } from './sessions/begin-session.js';
export type { LiveSession } from './sessions/session.store.js';
export { CreateUser, type NewUser } from './users/create-user.js';
export type { Grant, User, UserId } from './users/user.js';
export { isMailAddress } from './users/mail-address.js';
export { personName } from './users/person-name.js';
export { UserStore } from './users/user.store.js';
export { voiceOf, type Voice } from './voice.js';
