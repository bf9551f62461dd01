import { AppError } from '../platform/errors/app-error.js';

export function clusterNotFound(slug: string, known: readonly { readonly slug: string }[]): AppError {
  const choice =
    known.length > 0 ? `one of ${known.map((cluster) => cluster.slug).join(', ')}` : 'there are none yet';
  return new AppError('accounts.cluster-not-found', 'not-found', `no cluster "${slug}": ${choice}`);
}
