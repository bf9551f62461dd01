import { Module } from '@nestjs/common';

import { ApiKeysController } from './http/api-keys.controller.js';
import { ApiKeyStore } from './keys/api-key.store.js';
import { ApiKeys } from './keys/api-keys.js';
import { AuditTrail } from './audit-trail.store.js';
import { ClusterReadModel } from './cluster.read-model.js';
import { ClusterStore, PostgresClusterStore } from './cluster.store.js';
import { ClusterPeople } from './clusters/cluster-people.js';
import { ClusterSettingsOfOwn } from './clusters/cluster-settings.js';
import { ClusterController } from './http/cluster.controller.js';
import { ConsentStore } from './people/consent.store.js';
import { CreateCluster } from './create-cluster.js';
import { CurrentScope } from './current-scope.js';
import { MeController } from './http/me.controller.js';
import { PasskeysController } from './http/passkeys.controller.js';
import { SessionsController } from './http/sessions.controller.js';
import { IdentifyCaller } from './identify-caller.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { PasskeyStore } from './passkeys/passkey.store.js';
import { OwnPasskeys } from './passkeys/own-passkeys.js';
import { PasskeyQuestions } from './passkeys/passkey-questions.js';
import { SignInByPasskey } from './passkeys/sign-in-by-passkey.js';
import { ProvidersController } from './http/providers.controller.js';
import { LinkedIdentityStore } from './providers/linked-identity.store.js';
import { OpenIdConnector } from './providers/open-id.connector.js';
import { OwnIdentities } from './providers/own-identities.js';
import { ProviderQuestions } from './providers/provider-questions.js';
import { SignInByProvider } from './providers/sign-in-by-provider.js';
import { MemberContactsReadModel } from './people/member-contacts.read-model.js';
import { BeginSession } from './sessions/begin-session.js';
import { RecentProof } from './sessions/recent-proof.js';
import { Tries } from './throttle/tries.js';
import { RecoveryCodeStore } from './recovery/recovery-code.store.js';
import { SessionStore } from './sessions/session.store.js';
import { SignInAttemptStore } from './sessions/sign-in-attempt.store.js';
import { SignInByLink } from './sessions/sign-in-by-link.js';
import { SignInLinkStore } from './sessions/sign-in-link.store.js';
import { SignIn } from './sessions/sign-in.js';
import { Throttle } from './throttle/throttle.store.js';
import { Trail } from './trail/trail.js';
import { TrailController } from './trail/trail.controller.js';
import { CreateUser } from './users/create-user.js';
import { OwnName } from './users/own-name.js';
import { OwnPassword } from './users/own-password.js';
import { OwnTotp } from './users/own-totp.js';
import { OwnSecondFactors } from './users/own-second-factors.js';
import { SecondFactorStore } from './users/second-factor.store.js';
import { UserStore } from './users/user.store.js';

@Module({
  controllers: [
    ApiKeysController,
    MeController,
    PasskeysController,
    ProvidersController,
    SessionsController,
    ClusterController,
    TrailController,
  ],
  providers: [
    ApiKeys,
    ApiKeyStore,
    AuditTrail,
    BeginSession,
    ClusterPeople,
    ClusterReadModel,
    ClusterSettingsOfOwn,
    ConsentStore,
    CreateCluster,
    CreateUser,
    CurrentScope,
    IdentifyCaller,
    LinkedIdentityStore,
    MemberContactsReadModel,
    OpenIdConnector,
    OwnIdentities,
    OwnPasskeys,
    OwnName,
    OwnPassword,
    OwnSecondFactors,
    OwnTotp,
    PasskeyQuestions,
    PasskeyStore,
    PasswordHasher,
    ProviderQuestions,
    RecentProof,
    RecoveryCodeStore,
    SecondFactorStore,
    SessionStore,
    SignIn,
    SignInAttemptStore,
    SignInByLink,
    SignInByPasskey,
    SignInByProvider,
    SignInLinkStore,
    Throttle,
    Trail,
    Tries,
    UserStore,
    { provide: ClusterStore, useClass: PostgresClusterStore },
  ],
  exports: [
    AuditTrail,
    BeginSession,
    ClusterReadModel,
    ClusterStore,
    ConsentStore,
    CreateCluster,
    CreateUser,
    CurrentScope,
    IdentifyCaller,
    MemberContactsReadModel,
    PasswordHasher,
    RecentProof,
    SessionStore,
    SignIn,
    SignInLinkStore,
    Throttle,
    Tries,
    UserStore,
  ],
})
export class AccountsModule {}
