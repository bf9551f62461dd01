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

export const noSuchGroup = (): AppError =>
  new AppError(
    'ideas.no-such-group',
    'conflict',
    'these ideas are no longer alike, or not all in your reach: read GET /same-ideas again',
  );

export const askedBefore = (): AppError =>
  new AppError('ideas.asked-before', 'conflict', 'your cluster has asked about all of these ideas already');

export const questionNotFound = (): AppError =>
  new AppError(
    'ideas.question-not-found',
    'not-found',
    'nobody asks that about an idea of yours: see GET /idea-questions',
  );

export const roundNotFound = (id: string): AppError =>
  new AppError(
    'ideas.round-not-found',
    'not-found',
    `your cluster asked nothing under "${id}": see GET /same-ideas`,
  );

export const tooFewAgreed = (agreed: number, fewest: number): AppError =>
  new AppError(
    'ideas.too-few-agreed',
    'conflict',
    `${agreed} of the authors agreed: a board opens once ${fewest} have`,
    { context: { agreed, fewest } },
  );
