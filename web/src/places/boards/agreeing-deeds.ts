import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

/** What the service answers where something keeps a board from being agreed: the page of readiness names it. */
export const notReady = 'consortia.not-ready';

export type SaidOutcome = components['schemas']['OutcomeRequest'];

/** What can be done from ready to what came of it, as the service is asked for it. */
export const agreeingDeeds = (board: string) => {
  const path = { id: board };
  return {
    /** Goes on although a rule is open: by one's name, with a reason that is printed. */
    waive: (item: string, reason: string): Promise<unknown> =>
      answered(api.PUT('/api/v1/consortia/{id}/waivers', { params: { path }, body: { item, reason } })),

    takeBackWaiver: (item: string): Promise<unknown> =>
      answered(api.DELETE('/api/v1/consortia/{id}/waivers', { params: { path, query: { item } } })),

    /** By the rules in force now. */
    checkAgain: (): Promise<unknown> =>
      answered(api.POST('/api/v1/consortia/{id}/checks', { params: { path } })),

    agree: (version: number): Promise<unknown> =>
      answered(api.POST('/api/v1/consortia/{id}/agreement', { params: { path }, body: { version } })),

    sayOutcome: (said: SaidOutcome): Promise<unknown> =>
      answered(api.POST('/api/v1/consortia/{id}/outcome', { params: { path }, body: said })),
  };
};
