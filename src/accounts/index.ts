/** The face of accounts: the clusters (our tenants), who is asking, and the audit trail. */
export { AccountsModule } from './accounts.module.js';
export { AuditTrail } from './audit-trail.store.js';
export type { Cluster, ClusterId } from './cluster.js';
export { ClusterReadModel } from './cluster.read-model.js';
export { ClusterStore } from './cluster.store.js';
export { CreateCluster, type NewCluster } from './create-cluster.js';
export { CurrentScope } from './current-scope.js';
