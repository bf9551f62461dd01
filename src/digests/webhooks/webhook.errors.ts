import { AppError } from '../../platform/errors/app-error.js';

const refusals = {
  'not-an-address': 'it must be a whole address that begins with https://',
  'not-https': 'it must begin with https://: nothing is sent in the clear',
  'password-inside': 'it must hold no user name or password: the signature says who sends',
  'not-public':
    'it leads to this machine or to a network of its own: only public addresses are sent to, and those the operator names in TESSERA_WEBHOOK_HOSTS',
} as const;

export const webhookAddressRefused = (why: keyof typeof refusals): AppError =>
  new AppError('webhooks.address-refused', 'invalid', `the address is refused: ${refusals[why]}`, {
    context: { field: 'url', why },
  });

export const webhookNotFound = (): AppError =>
  new AppError('webhooks.not-found', 'not-found', 'there is no such webhook in your cluster');

export const tooManyWebhooks = (most: number): AppError =>
  new AppError(
    'webhooks.too-many',
    'invalid',
    `the cluster has ${most} webhooks, as many as it may: remove one first`,
  );

export const webhookOff = (): AppError =>
  new AppError('webhooks.off', 'invalid', 'the webhook is switched off: switch it on first');

export const webhookClusterNotSaid = (): AppError =>
  new AppError('webhooks.cluster-not-said', 'invalid', 'say for which of your clusters: its short name');
