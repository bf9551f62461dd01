import { randomUUID } from 'node:crypto';

import type { Tenant } from './world.js';
import { sharedName } from './world.js';

/** What stands in the place of an id. */
export const idKinds = ['own', 'other', 'unknown', 'malformed', 'none'] as const;
export type IdKind = (typeof idKinds)[number];

/** One request of one kind to one route. */
export interface Request {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  readonly kind: IdKind;
  readonly body?: unknown;
  /** the part of the answer that repeats what was asked for, and so may differ */
  readonly asked: string;
}

export interface Tenants {
  readonly own: Tenant;
  readonly other: Tenant;
}

/** The ids that may stand first in a route's path; null where nothing in it belongs to anybody. */
type Ids = (tenant: Tenant) => string | null;

/** Per beginning of a route: whose ids can stand there. The longest that fits counts. */
const pathIds: Readonly<Record<string, Ids>> = {
  '/api/v1/imports/': ({ importRun }) => importRun,
  '/api/v1/invitations/': ({ invitation }) => invitation,
  '/api/v1/organisations/': ({ organisation }) => organisation,
  '/api/v1/sessions/providers/': () => null,
  '/api/v1/sessions/': ({ session }) => session,
  '/api/v1/own-profile/exclusions/': ({ organisation }) => organisation,
  '/api/v1/api-keys/': ({ apiKey }) => apiKey,
  '/api/v1/me/passkeys/': ({ passkey }) => passkey,
  '/api/v1/me/identities/': ({ identity }) => identity,
  '/api/v1/opportunities/': () => null,
  '/api/v1/score-runs/': () => null,
  '/api/v1/column-maps/': () => null,
  '/api/v1/subscriptions/': () => null,
  '/api/v1/calendars/': () => null,
  '/api/v1/clusters/': () => null,
  '/api/v1/mailbox/': () => null,
  '/api/v1/mail/holds/': ({ mailHold }) => mailHold,
  '/api/v1/mail/deliveries/': () => null,
  '/api/v1/digests/': ({ digest }) => digest,
  '/api/v1/digests/preview/': ({ reader }) => reader,
  '/api/v1/insights/radar/': () => null,
  '/api/v1/insights/members/': ({ organisation }) => organisation,
  '/api/v1/consortia/': ({ board }) => board,
  '/api/v1/kept-ideas/': ({ idea }) => idea,
  '/api/v1/same-ideas/': () => null,
  '/api/v1/merge-proposals/': () => null,
  '/api/v1/idea-questions/': () => null,
  '/api/v1/introductions/': ({ introduction }) => introduction,
  '/api/v1/outside/': ({ organisation }) => organisation,
  '/api/v1/seat-offers/': ({ offer }) => offer,
  '/api/v1/needs/': ({ need }) => need,
  '/api/v1/hand-calls/': () => null,
  '/api/v1/operations/dead-letters/': () => null,
  '/api/v1/cluster/people/': ({ staffRole }) => staffRole,
  '/api/v1/webhooks/': () => null,
  '/api/v1/federation/sharing/': ({ organisation }) => organisation,
  '/api/v1/federation/agreements/': ({ agreement }) => agreement,
};

/** Those that may stand further on. */
const furtherIds: Readonly<Record<string, (tenant: Tenant) => string>> = {
  organisation: ({ organisation }) => organisation,
  opportunity: () => openTopic,
  need: ({ need }) => need,
  seat: ({ seat }) => seat,
  slot: ({ introduction }) => introduction,
  offer: ({ offer }) => offer,
  link: ({ guestLink }) => guestLink,
  note: ({ note }) => note,
  line: ({ interviewLine }) => interviewLine,
  idea: ({ idea }) => idea,
  format: () => 'docx',
};

const openTopic = 'HORIZON-CL4-2027-01-MAT-PROD-03';

const openValue: Readonly<Record<string, string>> = {
  '/api/v1/opportunities/': openTopic,
  '/api/v1/score-runs/': '00000000-0000-4000-8000-000000000001',
  '/api/v1/column-maps/': 'fair',
  '/api/v1/sessions/providers/': 'keycloak',
  '/api/v1/subscriptions/': 'A'.repeat(43),
  '/api/v1/calendars/': `${'A'.repeat(43)}.ics`,
  '/api/v1/clusters/': 'afil',
  '/api/v1/mailbox/': '00000000-0000-4000-8000-000000000002',
  '/api/v1/mail/deliveries/': '00000000-0000-4000-8000-000000000004',
  '/api/v1/insights/radar/': openTopic,
  '/api/v1/hand-calls/': '00000000-0000-4000-8000-000000000004',
  '/api/v1/same-ideas/': '00000000-0000-4000-8000-000000000006',
  '/api/v1/merge-proposals/': '00000000-0000-4000-8000-000000000007',
  '/api/v1/idea-questions/': '00000000-0000-4000-8000-000000000006',
  '/api/v1/webhooks/': '00000000-0000-4000-8000-000000000005',
  '/api/v1/operations/dead-letters/': '00000000-0000-4000-8000-000000000003',
};

const usedPasskey = () => ({ id: 'AA', clientData: 'AA', authenticatorData: 'AA', signature: 'AA' });

/** Bodies and queries with an id in every place where one can stand. */
const bodies: Readonly<Record<string, (id: string, tenant: Tenant) => unknown>> = {
  'POST /api/v1/introduction-links/open': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/introduction-links/read': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/introduction-links/keep': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/introduction-links/answer': () => ({ token: 'A'.repeat(43), answer: 'declined' }),
  'POST /api/v1/introductions': (id) => ({ organisation: id, subject: 'Cells' }),
  'PATCH /api/v1/introductions/:id': () => ({ version: 1, role: 'partner' }),
  'POST /api/v1/introductions/:id/answer': () => ({ answer: 'declined' }),
  'POST /api/v1/introductions/:id/messages': () => ({ text: 'Hello' }),
  'PUT /api/v1/introductions/:id/slots': () => ({ times: ['2030-01-07T09:00:00Z'] }),
  'PUT /api/v1/closing-days': () => ({ days: [] }),
  'POST /api/v1/suggestions': (id) => ({ text: 'battery modules and robots', seeds: [id] }),
  'POST /api/v1/imports/:id/apply': (id) => ({ decisions: [{ line: 1, organisationId: id }] }),
  'POST /api/v1/sessions/provider-answer': () => ({ query: `state=${'A'.repeat(43)}&code=x` }),
  'POST /api/v1/sessions': () => ({ email: 'nobody@prova.example', password: 'four lamps and a kite' }),
  'POST /api/v1/sessions/passkey': usedPasskey,
  'POST /api/v1/sessions/current/passkey': usedPasskey,
  'POST /api/v1/sessions/current/recovery-code': () => ({ code: 'AAAA-AAAA-AAAA-AAAA' }),
  'POST /api/v1/me/passkeys': () => ({
    name: 'key ring',
    id: 'AA',
    clientData: 'AA',
    attestation: 'AA',
    transports: [],
  }),
  'POST /api/v1/hand-calls': () => ({ kind: 'pilot', title: 'X', regions: ['nowhere'], needs: [] }),
  'POST /api/v1/hand-calls/proposals': () => ({ text: 'Looking for a pilot line in Lombardia.' }),
  'PUT /api/v1/hand-calls/:id': () => ({ kind: 'pilot', title: 'A pilot', regions: [], needs: [] }),
  'PUT /api/v1/hand-calls/:id/withdrawn': () => ({ withdrawn: true }),
  'POST /api/v1/api-keys': () => ({ name: 'newsletter', scopes: ['read'], days: 30 }),
  'PATCH /api/v1/me/passkeys/:id': () => ({ name: 'key ring' }),
  'POST /api/v1/sessions/links': () => ({ email: 'nobody@prova.example' }),
  'POST /api/v1/sessions/links/use': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/sessions/current/code': () => ({ code: '000000' }),
  'POST /api/v1/invitations': (id) => ({ organisation: id, name: 'Ada', email: 'ada@prova.example' }),
  'POST /api/v1/invitation-rounds': (id) => ({ text: `${id}; Ada; ada@x.example`, aDay: 9, dryRun: true }),
  'POST /api/v1/invitations/open': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/invitations/confirm': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/invitations/renew': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/invitations/remove': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/invitations/proposals': () => ({ token: 'A'.repeat(43), text: 'We build test benches.' }),
  'POST /api/v1/competence-proposals': () => ({ text: 'We build test benches.' }),
  'POST /api/v1/own-profile/decisions': (id) => ({
    decisions: [{ ref: `evidence:${id}`, verdict: 'not-us' }],
  }),
  'POST /api/v1/clusters': () => ({ slug: 'x', nameEn: 'X', nameIt: 'X' }),
  'PUT /api/v1/cluster': () => ({
    nameEn: 'Proof',
    nameIt: 'Prova',
    colour: '#ffffff',
    languages: ['it'],
    timeZone: 'Europe/Rome',
    closedOn: [],
  }),
  'POST /api/v1/cluster/people': () => ({ email: 'no', name: 'No', language: 'it', role: 'officer' }),
  'PATCH /api/v1/cluster/people/:id': () => ({ role: 'manager' }),
  'PUT /api/v1/own-profile/sharing': () => ({ level: 'masked', withheld: [] }),
  'PUT /api/v1/insights/fairness/newcomer-share': () => ({ share: 0.2, reason: 'more newcomers' }),
  'PUT /api/v1/federation/sharing': () => ({ level: 'masked', withheld: [] }),
  'PUT /api/v1/federation/sharing/:reference': () => ({ level: 'counts', withheld: [] }),
  'POST /api/v1/federation/agreements': () => ({ with: 'clm', kind: 'parent', from: '2026-12-01' }),
  'PUT /api/v1/own-profile/exclusions/:organisation': () => ({ kind: 'never-match' }),
  'POST /api/v1/invitations/remove-organisation': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/profile-requests': () => ({ name: 'Ada', email: 'a@nobody.example', organisation: 'Nobody' }),
  'POST /api/v1/removals/ask': () => ({ email: 'nobody@prova.example' }),
  'POST /api/v1/removals/undo': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/colleagues': () => ({ name: 'Bea', email: 'bea@prova.example' }),
  'PATCH /api/v1/me': () => ({ name: ' ' }),
  'PUT /api/v1/me/password': () => ({ current: 'no', next: 'no' }),
  'POST /api/v1/me/second-factor/confirmation': () => ({ code: '000000' }),
  'POST /api/v1/score-runs': () => ({ asOf: 'not a date' }),
  'PUT /api/v1/opportunities/:reference/suggestions/:organisation/feedback': () => ({ verdict: 'useful' }),
  'PUT /api/v1/organisations/:reference/opportunities/:opportunity/feedback': () => ({ verdict: 'useful' }),
  'PUT /api/v1/column-maps/:source': () => ({ fields: [] }),
  'POST /api/v1/subscriptions/open': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/subscriptions/choose': () => ({ token: 'A'.repeat(43), frequency: 'never' }),
  'PUT /api/v1/me/subscription': () => ({ frequency: 'never' }),
  'POST /api/v1/digests/answers/open': () => ({ token: 'A'.repeat(43), item: 0 }),
  'POST /api/v1/digests/answers': () => ({ token: 'A'.repeat(43), item: 0, verdict: 'useful' }),
  'POST /api/v1/mail/holds': (id, { cluster }) => ({ cluster, organisation: id, reason: 'a test' }),
  'PUT /api/v1/organisations/:reference/notes/:note': () => ({ text: 'Call them in spring.' }),
  'PUT /api/v1/organisations/:reference/interview': () => ({ step: 'roles', roles: ['pilot-site'] }),
  'PUT /api/v1/organisations/:reference/interview/lines/:line': () => ({
    statement: 'Robots.',
    kind: 'offer',
  }),
  'POST /api/v1/interview-answers/open': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/interview-answers': () => ({ token: 'A'.repeat(43), roles: ['pilot-site'] }),
  'PUT /api/v1/kept-ideas/:id': (_id, { cluster }) => ({
    title: 'Modules',
    text: 'Battery modules made by robots.',
    audience: 'clusters',
    clusters: [cluster],
  }),
  'POST /api/v1/merge-proposals/decisions': (other, { organisation: kept }) => ({
    kept,
    other,
    decision: 'same',
  }),
  'POST /api/v1/same-ideas': (_id, { idea }) => ({ ideas: [idea] }),
  'PUT /api/v1/idea-questions/:id/:idea': () => ({ agrees: true }),
  'POST /api/v1/consortia': (_id, { cluster }) => ({ cluster, idea: 'Battery modules made by robots.' }),
  'PATCH /api/v1/consortia/:id': () => ({ version: 1, title: 'Modules' }),
  'POST /api/v1/consortia/:id/needs': () => ({ role: 'end-user', text: 'Somebody who uses robots.' }),
  'PATCH /api/v1/consortia/:id/needs/:need': () => ({ version: 1, text: 'Somebody who builds robots.' }),
  'POST /api/v1/consortia/:id/seats': (_id, { organisation, need }) => ({
    participation: 'beneficiary',
    organisation,
    needs: [need],
  }),
  'PATCH /api/v1/consortia/:id/seats/:seat': (_id, { organisation, need }) => ({
    version: 1,
    organisation,
    needs: [need],
  }),
  'POST /api/v1/consortia/:id/eligibility': (_id, { organisation, seat }) => ({
    add: [organisation],
    leave: [seat],
  }),
  'POST /api/v1/consortia/:id/assembly': () => ({}),
  'POST /api/v1/consortia/:id/seats/:seat/offers': (_id, { organisation }) => ({ organisation }),
  'PATCH /api/v1/consortia/:id/offers/:offer': () => ({ reply: 'In spring.' }),
  'PUT /api/v1/consortia/:id/seats/:seat/party': () => ({ pic: '999999999', contactName: 'Ada' }),
  'POST /api/v1/consortia/:id/seats/:seat/guest-links': () => ({ days: 1 }),
  'PUT /api/v1/consortia/:id/needs/:need/audience': (_id, { cluster }) => ({ clusters: [cluster] }),
  'PUT /api/v1/consortia/:id/waivers': () => ({ item: 'rule:none-held', reason: 'Looked at by hand.' }),
  'POST /api/v1/consortia/:id/agreement': () => ({ version: 1 }),
  'POST /api/v1/consortia/:id/outcome': () => ({ version: 1, state: 'dropped' }),
  'PATCH /api/v1/seat-offers/:id': () => ({ words: 'We would.', party: { pic: '999999999' } }),
  'POST /api/v1/seat-offers/:id/answer': () => ({ answer: 'accepted' }),
  'PUT /api/v1/needs/:id/telling': (_id, { organisation }) => ({ tell: true, organisations: [organisation] }),
  'POST /api/v1/guest-seats/open': () => ({ token: 'A'.repeat(43) }),
  'POST /api/v1/guest-seats/party': () => ({ token: 'A'.repeat(43), party: { pic: '999999999' } }),
  'POST /api/v1/guest-seats/answer': () => ({ token: 'A'.repeat(43), answer: 'no' }),
  'POST /api/v1/mail/reports': () => ({ to: 'bounces@prova.example', message: 'Action: failed' }),
};

const ofCluster = ({ slug }: Tenant): string[] => ['', `cluster=${slug}`];

const queries: Readonly<Record<string, (tenant: Tenant, id: string) => readonly string[]>> = {
  'GET /api/v1/digests/preview': (_tenant, id) => [`organisation=${id}`],
  'GET /api/v1/organisations': ({ canary }, id) => [
    'limit=100',
    'members=own&limit=100',
    `search=${canary}`,
    `after=${id}&limit=100`,
    'country=IT&limit=100',
  ],
  'GET /api/v1/opportunities': (_tenant, id) => [
    'limit=5',
    'all=true&limit=100',
    'search=battery',
    `fits=true&organisation=${id}`,
  ],
  'GET /api/v1/opportunities.csv': (_tenant, id) => [`fits=true&organisation=${id}`],
  'GET /api/v1/opportunities/:reference/decision': (_tenant, id) => [`organisation=${id}`],
  'GET /api/v1/for-you': (_tenant, id) => [`organisation=${id}`],
  'GET /api/v1/opportunities/:reference/suggestions': (_tenant, id) => ['limit=100', `seed=${id}&limit=100`],
  'GET /api/v1/insights/workbook': ({ slug }) => [`cluster=${slug}`],
  'GET /api/v1/organisations/:reference/brief': () => ['lang=en'],
  'GET /api/v1/insights/radar': ofCluster,
  'GET /api/v1/insights/radar.csv': ofCluster,
  'GET /api/v1/insights/radar/:reference': ofCluster,
  'GET /api/v1/insights/coverage': ofCluster,
  'GET /api/v1/insights/coverage.csv': ofCluster,
  'GET /api/v1/insights/coverage/annex': ofCluster,
  'GET /api/v1/insights/coverage/cell': (tenant) =>
    ofCluster(tenant).map((query) => `${query}&ecosystem=nutrition&part=HORIZON%20CL4`),
  'GET /api/v1/insights/members': ofCluster,
  'GET /api/v1/insights/members.csv': ofCluster,
  'GET /api/v1/insights/members/:reference': ofCluster,
  'GET /api/v1/insights/newsletter': ofCluster,
  'DELETE /api/v1/consortia/:id/waivers': () => ['item=rule%3Anone-held'],
  'DELETE /api/v1/consortia/:id/needs/:need': () => ['version=1'],
  'DELETE /api/v1/consortia/:id/seats/:seat': () => ['version=1'],
};

/** Routes that end what the next request needs, or answer for as long as somebody listens. */
export const notRepeated = [
  'GET /api/v1/score-runs/:id/events',
  'GET /api/v1/imports/:id/events',
  'DELETE /api/v1/me',
];

/**
 * Routes that look again at who asks and say what the guard says: a matrix that lets everybody in opens nothing there to
 * anybody. The proof asks as each role, and finds fault with a route that stands here and lets one in.
 */
export const lookedAtTwice = [
  'GET /api/v1/me/subscription',
  'PUT /api/v1/me/subscription',
  'GET /api/v1/me/digests',
  'GET /api/v1/me/calendar',
  'POST /api/v1/me/calendar',
  'DELETE /api/v1/me/calendar',
  'GET /api/v1/mailbox',
  'GET /api/v1/mailbox/:id',
  'GET /api/v1/mailbox/:id/html',
];

/** Every request to a route: its path, query and body with each kind of id. */
export function requestsTo(route: string, { own, other }: Tenants): Request[] {
  const [method = '', pattern = ''] = route.split(' ');
  if (pattern.endsWith('/*')) return [];
  return placed(route, pattern, { own, other }).flatMap(({ kind, value, tenant, path }) => {
    const body = bodies[route]?.(value, tenant);
    const variants = queries[route]?.(tenant, value) ?? [''];
    return variants.map((query) => ({
      route,
      method,
      path: query === '' ? path : `${path}?${query}`,
      kind,
      asked: value,
      ...(body === undefined ? {} : { body }),
    }));
  });
}

interface Placed {
  readonly kind: IdKind;
  readonly value: string;
  readonly tenant: Tenant;
  readonly path: string;
}

/** Its paths: each kind of id in the first place, and in a second one behind an id of one's own. */
function placed(route: string, pattern: string, tenants: Tenants): Placed[] {
  const kinds = hasIds(route) ? idKinds : (['own'] as const);
  const [, , second] = pattern.split(':');
  const first = kinds.map((kind) => {
    const tenant = kind === 'other' ? tenants.other : tenants.own;
    const value = idFor(pattern, kind, tenants);
    return { kind, value, tenant, path: pathOf(pattern, value, furtherId(pattern, kind, tenants)) };
  });
  if (second === undefined || second.startsWith('opportunity')) return first;
  const own = idFor(pattern, 'own', tenants);
  const behind = idKinds.map((kind) => {
    const value = furtherId(pattern, kind, tenants);
    return { kind, value, tenant: tenants.own, path: pathOf(pattern, own, value) };
  });
  return [...first, ...behind];
}

const pathOf = (pattern: string, first: string, second: string): string =>
  pattern.replace(/:\w+/, encodeURIComponent(first)).replace(/:\w+/, encodeURIComponent(second));

function furtherId(pattern: string, kind: IdKind, { own, other }: Tenants): string {
  const name = /:\w+.*:(\w+)/.exec(pattern)?.[1];
  if (name === undefined) return '';
  const idIn = furtherIds[name];
  if (!idIn)
    throw new Error(`requests.ts does not know whose ids stand in the place of ${name} in ${pattern}`);
  return noId(kind) ?? idIn(kind === 'other' ? other : own);
}

/** What stands in the place of an id where it is nobody's. */
function noId(kind: IdKind): string | undefined {
  const nobodys: Partial<Record<IdKind, string>> = { malformed: "x' or 1=1 --", none: ' ' };
  return kind === 'unknown' ? randomUUID() : nobodys[kind];
}

/** Whether an id can stand anywhere in a request to that route. */
const hasIds = (route: string): boolean => route.includes(':') || route in bodies || route in queries;

function idFor(pattern: string, kind: IdKind, tenants: Tenants): string {
  const nobodys = noId(kind);
  if (nobodys !== undefined) return nobodys;
  const start = Object.keys(pathIds).find((prefix) => pattern.startsWith(prefix));
  if (pattern.includes(':') && start === undefined)
    throw new Error(`requests.ts does not know whose ids stand in ${pattern}`);
  const tenant = kind === 'own' ? tenants.own : tenants.other;
  const id = start === undefined ? tenant.organisation : (pathIds[start]?.(tenant) ?? null);
  return id ?? openValue[start ?? ''] ?? '';
}

/** Names that lead to what both clusters know and what only one does. */
export const byName = ({ own, other }: Tenants): Request[] =>
  [own.canary, other.canary].flatMap((canary, place) =>
    [`${canary} Srl`, sharedName].map((name) => ({
      route: 'GET /api/v1/organisations/:reference',
      method: 'GET',
      path: `/api/v1/organisations/${encodeURIComponent(name)}`,
      kind: place === 0 ? ('own' as const) : ('other' as const),
      asked: name,
    })),
  );
