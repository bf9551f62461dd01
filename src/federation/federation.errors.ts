import { AppError } from '../platform/errors/app-error.js';

export const agreementNotFound = (id: string): AppError =>
  new AppError(
    'federation.agreement-not-found',
    'not-found',
    `no agreement ${JSON.stringify(id)} of your cluster`,
  );

export const agreementExists = (): AppError =>
  new AppError(
    'federation.agreement-exists',
    'conflict',
    'the two clusters have such an agreement already, in force or proposed; end that one first',
  );

export const agreementWithItself = (): AppError =>
  new AppError(
    'federation.agreement-with-itself',
    'invalid',
    'an agreement is between two clusters; name another one',
  );

export const agreementDays = (from: string, until: string): AppError =>
  new AppError(
    'federation.agreement-days',
    'invalid',
    `the last day, ${until}, lies before the first, ${from}; give a later one or none`,
  );

export const notYoursToAccept = (): AppError =>
  new AppError(
    'federation.not-yours-to-accept',
    'conflict',
    'this agreement was proposed by your own cluster, or is accepted or over already; the other cluster accepts it',
  );

export const notAMember = (organisation: string): AppError =>
  new AppError(
    'federation.not-a-member',
    'not-found',
    `no member ${JSON.stringify(organisation)} of your cluster`,
  );

export const oneCluster = (): AppError =>
  new AppError(
    'federation.one-cluster',
    'invalid',
    'you act for several clusters; name one of them: ?cluster=afil',
  );

export const noOrganisation = (): AppError =>
  new AppError('federation.no-organisation', 'not-found', 'you belong to no organisation');
