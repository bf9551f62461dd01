import { Module } from '@nestjs/common';

import { AuditTrail } from './audit-trail.store.js';
import { ClusterReadModel } from './cluster.read-model.js';
import { ClusterStore, PostgresClusterStore } from './cluster.store.js';
import { CreateCluster } from './create-cluster.js';
import { CurrentScope } from './current-scope.js';

@Module({
  providers: [
    AuditTrail,
    ClusterReadModel,
    CreateCluster,
    CurrentScope,
    { provide: ClusterStore, useClass: PostgresClusterStore },
  ],
  exports: [AuditTrail, ClusterReadModel, ClusterStore, CreateCluster, CurrentScope],
})
export class AccountsModule {}
