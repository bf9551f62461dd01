/** What a cluster's programs can be told of. None of it is about a person. */
export const webhookEvents = [
  'opportunity.changed',
  'opportunity.withdrawn',
  'cluster.published',
  'digest.sent',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Sent when somebody asks for it. */
export const testEvent = 'webhook.test';

/** Calls in one message: so many that it stays small. */
export const mostCalls = 25;

/** What is sent, as text: the same bytes at each try, as they are what is signed. */
export const webhookBody = (type: WebhookEvent | typeof testEvent, at: Date, data: object): string =>
  JSON.stringify({ type, timestamp: at.toISOString(), data });

/** Parts of a list, none longer than `size`. */
export const inParts = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
