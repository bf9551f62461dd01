import { Module } from '@nestjs/common';

import { AuditTrail } from './audit-trail.store.js';
import { ClusterReadModel } from './cluster.read-model.js';
import { ClusterStore, PostgresClusterStore } from './cluster.store.js';
import { CreateCluster } from './create-cluster.js';
import { CurrentScope } from './current-scope.js';
import { MeController } from './http/me.controller.js';
import { SessionsController } from './http/sessions.controller.js';
import { IdentifyCaller } from './identify-caller.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { MemberContactsReadModel } from './people/member-contacts.read-model.js';
import { SessionStore } from './sessions/session.store.js';
import { SignInByLink } from './sessions/sign-in-by-link.js';
import { SignInLinkStore } from './sessions/sign-in-link.store.js';
import { SignIn } from './sessions/sign-in.js';
import { Throttle } from './throttle/throttle.store.js';
import { CreateUser } from './users/create-user.js';
import { OwnCredentials } from './users/own-credentials.js';
import { UserStore } from './users/user.store.js';

@Module({
  controllers: [MeController, SessionsController],
  providers: [
    AuditTrail,
    ClusterReadModel,
    CreateCluster,
    CreateUser,
    CurrentScope,
    IdentifyCaller,
    MemberContactsReadModel,
    OwnCredentials,
    PasswordHasher,
    SessionStore,
    SignIn,
    SignInByLink,
    SignInLinkStore,
    Throttle,
    UserStore,
    { provide: ClusterStore, useClass: PostgresClusterStore },
  ],
  exports: [
    AuditTrail,
    ClusterReadModel,
    ClusterStore,
    CreateCluster,
    CreateUser,
    CurrentScope,
    IdentifyCaller,
    MemberContactsReadModel,
    PasswordHasher,
    SessionStore,
    SignIn,
    SignInLinkStore,
    Throttle,
    UserStore,
  ],
})
export class AccountsModule {}
