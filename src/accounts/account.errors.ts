import { AppError } from '../platform/errors/app-error.js';

export function clusterNotFound(slug: string, known: readonly { readonly slug: string }[]): AppError {
  const choice =
    known.length > 0 ? `one of ${known.map((cluster) => cluster.slug).join(', ')}` : 'there are none yet';
  return new AppError('accounts.cluster-not-found', 'not-found', `no cluster "${slug}": ${choice}`);
}

export function clusterExists(slug: string): AppError {
  return new AppError(
    'accounts.cluster-exists',
    'conflict',
    `there is a cluster "${slug}" already; nothing was changed: take another short name`,
  );
}

/** @param field as the terminal and the interface call it: `slug`, `url` */
export function badCluster(field: string, value: string, remedy: string): AppError {
  const shown = JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value);
  return new AppError('accounts.bad-cluster', 'invalid', `${field} ${shown}: ${remedy}`);
}
