import { AppError } from '../platform/errors/app-error.js';

export const ideaNotFound = (id: string): AppError =>
  new AppError('ideas.not-found', 'not-found', `no kept idea "${id}": see GET /kept-ideas`);

export const tooManyIdeas = (most: number): AppError =>
  new AppError('ideas.too-many', 'conflict', `you keep ${most} ideas already: take one away first`, {
    context: { most },
  });

export const noSuchSisters = (ids: readonly string[]): AppError =>
  new AppError(
    'ideas.no-such-clusters',
    'invalid',
    `clusters: your cluster has no agreement in force with ${ids.join(', ')}; choose among those of GET /kept-ideas`,
  );

export const nobodysIdea = (): AppError =>
  new AppError(
    'ideas.no-cluster',
    'forbidden',
    'ideas are kept by people of clusters and of their members: sign in as one of them',
  );
