import { AppError } from '../../platform/errors/app-error.js';

/** The same for one that does not exist and one that another cluster added. */
export function handCallNotFound(id: string): AppError {
  return new AppError(
    'ingest.hand-call-not-found',
    'not-found',
    `no call "${id}" that your cluster added by hand`,
  );
}

export function regionUnknown(text: string): AppError {
  return new AppError(
    'ingest.region-unknown',
    'invalid',
    `regions: "${text.slice(0, 80)}" is no region: give its name or its NUTS code, as Lombardia or ITC4`,
  );
}

export function tooManyHandCalls(most: number): AppError {
  return new AppError(
    'ingest.too-many-hand-calls',
    'conflict',
    `your cluster has added ${most} calls by hand already; withdraw those that are over`,
  );
}

export function ofNoCluster(): AppError {
  return new AppError(
    'ingest.of-no-cluster',
    'conflict',
    'a call is added on behalf of one cluster, and you act for none or for several',
  );
}
