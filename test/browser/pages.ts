import { aBoard } from './kit/a-board.js';
import { aRequest, aRequestDraft } from './kit/a-request.js';
import type { Person, Visitor } from './kit/visitor.js';

/** A page that generated tests open in both sizes and languages, and in its states. */
export interface PageUnderTest {
  /** names its pictures: `radar`, `radar-filtered` */
  readonly name: string;
  /** where it is; of a thing that the demonstration does not have, made on the way there */
  readonly path: string | ((visitor: Visitor) => Promise<string>);
  readonly as: Person;
  /**
   * What the page asks the service for, as a pattern of addresses: the test also lets it fail and lets it be slow. Left out
   * where the page asks for nothing of its own.
   */
  readonly asks?: string;
  /** an answer to `asks` without content, with which the page must say that there is nothing yet */
  readonly empty?: unknown;
  /** shows a map or a chart from the start, whose script it may weigh more than a list */
  readonly pictures?: true;
}

/** Where a page is; what it shows is made first, where the demonstration does not have it. */
export const addressOf = async (path: PageUnderTest['path'], visitor: Visitor): Promise<string> =>
  typeof path === 'string' ? path : path(visitor);

const noStages = { suggested: 0, asked: 0, accepted: 0, agreed: 0, submitted: 0, funded: 0 };

/** Every page there is. */
export const pages: readonly PageUnderTest[] = [
  { name: 'landing', path: '/', as: 'open' },
  { name: 'sign-in', path: '/sign-in', as: 'open' },
  { name: 'remove-me', path: '/remove-me', as: 'open' },
  { name: 'ask-for-profile', path: '/claim', as: 'open' },
  {
    name: 'invitations',
    path: '/members/invitations',
    as: 'officer',
    asks: '**/api/v1/invitations',
    empty: { items: [], planned: { people: 0, next: null } },
  },
  {
    name: 'merges',
    path: '/members/merges',
    as: 'officer',
    asks: '**/api/v1/merge-proposals',
    empty: { items: [], count: 0, decisions: [] },
  },
  { name: 'sign-in-link', path: '/sign-in/link', as: 'open' },
  { name: 'sign-in-provider', path: '/sign-in/provider', as: 'open' },
  { name: 'account-keys', path: '/account/keys', as: 'officer' },
  { name: 'account', path: '/account', as: 'director', asks: '**/api/v1/me/credentials' },
  {
    name: 'mailbox',
    path: '/mailbox',
    as: 'operator',
    asks: '**/api/v1/mailbox',
    empty: { items: [] },
  },
  {
    name: 'digest-own',
    path: '/digest',
    as: 'director',
    asks: '**/api/v1/me/digests',
    empty: { items: [] },
  },
  {
    name: 'digest-readers',
    path: '/digest',
    as: 'officer',
    asks: '**/api/v1/digests/readers',
    empty: { items: [] },
  },
  {
    name: 'digest-sent',
    path: '/digest/sent',
    as: 'officer',
    asks: '**/api/v1/digests',
    empty: { items: [] },
  },
  {
    name: 'deliveries',
    path: '/digest/deliveries',
    as: 'operator',
    asks: '**/api/v1/mail/deliveries*',
    empty: { counts: {}, items: [] },
  },
  { name: 'subscription', path: '/subscriptions', as: 'open' },
  { name: 'answer', path: '/digest/answer', as: 'open' },
  { name: 'not-found', path: '/no-such-page', as: 'officer' },
  {
    name: 'for-you',
    path: '/for-you',
    as: 'editor',
    asks: '**/api/v1/for-you*',
    empty: {
      organisationId: '00000000-0000-4000-8000-000000000001',
      organisationName: 'Nuova S.r.l.',
      invented: true,
      evidence: 0,
      cards: [],
      total: 0,
      asOf: '2026-11-22',
      snapshot: null,
      model: null,
      sources: [],
    },
  },
  {
    name: 'opportunities',
    path: '/opportunities',
    as: 'editor',
    asks: '**/api/v1/opportunities?*',
    empty: {
      items: [],
      total: 0,
      next: null,
      facets: { programme: [], part: [], kind: [], ecosystem: [], actionType: [], status: [] },
      savedCount: 0,
      fitsCount: 0,
      sources: [],
    },
  },
  {
    name: 'opportunity',
    path: '/opportunities/HORIZON-CL4-2027-01-MAT-PROD-03',
    as: 'editor',
    asks: '**/api/v1/opportunities/HORIZON-CL4-2027-01-MAT-PROD-03',
  },
  {
    name: 'saved',
    path: '/saved',
    as: 'editor',
    asks: '**/api/v1/saved-opportunities',
    empty: { items: [] },
  },
  { name: 'ideas', path: '/ideas', as: 'editor' },
  {
    name: 'ideas-kept',
    path: '/ideas/kept',
    as: 'officer',
    asks: '**/api/v1/kept-ideas',
    empty: { own: [], shown: [], sisters: [] },
  },
  {
    name: 'ideas-same',
    path: '/ideas/same',
    as: 'officer',
    asks: '**/api/v1/same-ideas',
    empty: { groups: [], rounds: [] },
  },
  { name: 'ideas-join', path: '/ideas?call=HORIZON-CL4-2027-01-MAT-PROD-03', as: 'editor' },
  { name: 'profile', path: '/profile', as: 'editor', asks: '**/api/v1/own-profile' },
  {
    name: 'organisation',
    path: '/organisations/100000104',
    as: 'officer',
    asks: '**/api/v1/organisations/*',
  },
  { name: 'sharing', path: '/profile/sharing', as: 'editor', asks: '**/api/v1/own-profile/sharing' },
  {
    name: 'operations',
    path: '/operations',
    as: 'operator',
    asks: '**/api/v1/operations/dead-letters',
    empty: { items: [] },
  },
  {
    name: 'radar',
    path: '/radar',
    as: 'officer',
    asks: '**/api/v1/insights/radar?**',
    empty: {
      cluster: 'afil',
      association: null,
      countedAt: null,
      members: 0,
      items: [],
      total: 0,
      all: 0,
      parts: [],
      actions: [],
      next: null,
      sources: [],
    },
  },
  {
    name: 'boards',
    path: '/consortia',
    as: 'officer',
    asks: '**/api/v1/consortia?**',
    empty: { items: [], total: 0, next: null },
  },
  { name: 'board', path: aBoard, as: 'officer', asks: '**/api/v1/consortia/*' },
  {
    name: 'board-check',
    path: async (visitor) => `${await aBoard(visitor)}/check`,
    as: 'officer',
    asks: '**/api/v1/consortia/*/eligibility?*',
  },
  { name: 'board-candidates', path: async (visitor) => `${await aBoard(visitor)}/candidates`, as: 'officer' },
  { name: 'board-assembly', path: async (visitor) => `${await aBoard(visitor)}/assembly`, as: 'officer' },
  {
    name: 'board-ready-list',
    path: async (visitor) => `${await aBoard(visitor)}/ready`,
    as: 'officer',
    asks: '**/api/v1/consortia/*/readiness',
  },
  {
    name: 'seats',
    path: '/seats',
    as: 'editor',
    asks: '**/api/v1/seat-offers',
    empty: { items: [] },
  },
  {
    name: 'introductions',
    path: async (visitor) => {
      await aRequest(visitor);
      return '/introductions';
    },
    as: 'officer',
    asks: '**/api/v1/introductions?**',
    empty: { items: [], total: 0, next: null },
  },
  {
    name: 'introductions-new',
    path: '/introductions/new?call=HORIZON-CL4-2027-01-MAT-PROD-03',
    as: 'officer',
  },
  {
    name: 'introductions-letter',
    path: async (visitor) => `/introductions/${await aRequestDraft(visitor)}`,
    as: 'editor',
    asks: '**/api/v1/introductions/*',
  },
  {
    name: 'introductions-sent',
    path: async (visitor) => `/introductions/${await aRequest(visitor)}`,
    as: 'officer',
    asks: '**/api/v1/introductions/*',
  },
  { name: 'introductions-answer', path: '/introductions/answer', as: 'open' },
  { name: 'guest', path: '/guest', as: 'open' },
  { name: 'boards-start', path: '/consortia?from=HORIZON-CL4-2027-01-MAT-PROD-03', as: 'officer' },
  { name: 'radar-for-us', path: '/radar/for-us', as: 'officer' },
  { name: 'newsletter', path: '/radar/newsletter', as: 'officer', asks: '**/api/v1/insights/newsletter?**' },
  {
    name: 'overview',
    path: '/overview',
    as: 'manager',
    asks: '**/api/v1/insights/report*',
    pictures: true,
  },
  {
    name: 'outcomes',
    path: '/outcomes',
    as: 'manager',
    asks: '**/api/v1/insights/outcomes?**',
    empty: {
      cluster: 'afil',
      whole: noStages,
      members: noStages,
      calls: noStages,
      led: 0,
      byProgramme: [],
      byEcosystem: [],
      byKind: [],
      fundedBoards: [],
    },
    pictures: true,
  },
  {
    name: 'fair-access',
    path: '/outcomes/fair-access',
    as: 'manager',
    asks: '**/api/v1/insights/fairness',
    empty: {
      cluster: 'afil',
      countedAt: null,
      calls: 0,
      suggestions: 0,
      concentration: null,
      concentrationAlert: 0.4,
      byExperience: [],
      byKind: [],
      byProvince: [],
      newcomerShare: 0.05,
      usualNewcomerShare: 0.05,
      changes: [],
    },
    pictures: true,
  },
  {
    name: 'coverage',
    path: '/map',
    as: 'officer',
    asks: '**/api/v1/insights/coverage?**',
    empty: {
      cluster: 'afil',
      countedAt: null,
      members: 0,
      ecosystems: [],
      parts: [],
      cells: [],
      runs: [],
      compared: null,
    },
    pictures: true,
  },
  { name: 'coverage-cell', path: '/map/nutrition/HORIZON~CL6', as: 'manager' },
  {
    name: 'by-hand',
    path: '/radar/by-hand',
    as: 'officer',
    asks: '**/api/v1/hand-calls',
    empty: { items: [] },
  },
  {
    name: 'members',
    path: '/members',
    as: 'officer',
    asks: '**/api/v1/insights/members?**',
    empty: { cluster: 'afil', countedAt: null, items: [], total: 0, states: { imported: 0 }, next: null },
  },
  {
    name: 'member',
    path: '/members/Rigentra%20S.r.l.',
    as: 'officer',
    asks: '**/api/v1/insights/members/**',
  },
  {
    name: 'interview',
    path: '/members/Rigentra%20S.r.l./interview',
    as: 'officer',
    asks: '**/api/v1/organisations/*/interview',
  },
  { name: 'interview-answer', path: '/interview', as: 'open' },
  { name: 'imports', path: '/imports', as: 'officer', asks: '**/api/v1/imports', empty: { items: [] } },
  { name: 'webhooks', path: '/cluster/webhooks', as: 'manager', asks: '**/api/v1/webhooks' },
  { name: 'cluster', path: '/cluster', as: 'manager', asks: '**/api/v1/federation' },
  {
    name: 'cluster-trail',
    path: '/cluster/trail',
    as: 'officer',
    asks: '**/api/v1/cluster/trail?**',
    empty: { items: [], total: 0, next: null, people: [] },
  },
  {
    name: 'own-trail',
    path: '/account/trail?view=seen',
    as: 'editor',
    asks: '**/api/v1/own-trail?**',
    empty: { items: [], total: 0, next: null, people: [] },
  },
  { name: 'help', path: '/help', as: 'officer' },
  { name: 'help-figures', path: '/help/figures', as: 'officer', pictures: true },
  { name: 'help-accessibility', path: '/help/accessibility', as: 'officer' },
];
