import { Module } from '@nestjs/common';

import { AuditTrail } from './audit-trail.store.js';
import { ClusterReadModel } from './cluster.read-model.js';
import { ClusterStore, PostgresClusterStore } from './cluster.store.js';
import { CurrentScope } from './current-scope.js';

@Module({
  providers: [
    AuditTrail,
    ClusterReadModel,
    CurrentScope,
    { provide: ClusterStore, useClass: PostgresClusterStore },
  ],
  exports: [AuditTrail, ClusterReadModel, ClusterStore, CurrentScope],
})
export class AccountsModule {}
