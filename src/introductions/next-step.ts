import type { Introduction } from './introduction.js';

/** Where a request stands for those who follow many of them. */
export const pipelineColumns = [
  'to-ask',
  'asked',
  'read',
  'talking',
  'accepted',
  'declined',
  'reserve',
] as const;
export type PipelineColumn = (typeof pipelineColumns)[number];

export function pipelineColumn({
  state,
  reserve,
  readAt,
}: Pick<Introduction, 'state' | 'reserve' | 'readAt'>): PipelineColumn {
  switch (state) {
    case 'draft':
      return reserve ? 'reserve' : 'to-ask';
    case 'sent':
      return 'asked';
    case 'read':
      return 'read';
    case 'escalated':
      return readAt === null ? 'asked' : 'read';
    case 'more-information':
      return 'talking';
    case 'accepted':
      return 'accepted';
    default:
      // whoever was asked for a seat that is filled, and would like to be asked again
      return reserve ? 'reserve' : 'declined';
  }
}

/** What happens next, and when: every request has one (check B-21). */
export const nextSteps = [
  'send',
  'goes-by-itself',
  'remind',
  'escalate',
  'expire',
  'answer-question',
  'talk',
  'nudge',
  'look-elsewhere',
] as const;
export type NextStep = (typeof nextSteps)[number];

export function nextStep(
  introduction: Introduction,
  now: Date,
): { readonly step: NextStep; readonly at: Date } {
  const { state, queuedFor, remindAt, escalateAt, expireAt, nudgeAt, changedAt } = introduction;
  if (state === 'draft')
    return queuedFor ? { step: 'goes-by-itself', at: queuedFor } : { step: 'send', at: now };
  if (state === 'more-information') return { step: 'answer-question', at: expireAt ?? changedAt };
  if (state === 'accepted') return nudgeAt ? { step: 'nudge', at: nudgeAt } : { step: 'talk', at: changedAt };
  if (remindAt) return { step: 'remind', at: remindAt };
  if (escalateAt) return { step: 'escalate', at: escalateAt };
  if (expireAt) return { step: 'expire', at: expireAt };
  return { step: 'look-elsewhere', at: changedAt };
}

/** How an organisation answers, once enough was asked of it: never an exact share (check A-36). */
export const responseBands = ['nearly-always', 'often', 'seldom'] as const;
export type ResponseBand = (typeof responseBands)[number];

const enough = 5;

export function responseBand({
  answered,
  asked,
}: {
  readonly answered: number;
  readonly asked: number;
}): ResponseBand | null {
  if (answered < enough) return null;
  const share = answered / asked;
  return share >= 0.8 ? 'nearly-always' : share >= 0.5 ? 'often' : 'seldom';
}
