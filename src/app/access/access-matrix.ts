import type { AccessMatrix, Role } from '../../accounts/index.js';
import { roles } from '../../accounts/index.js';

const everybody: readonly Role[] = roles;
/** Who works with calls and partners: people of organisations, staff of clusters, the operator. */
const working: readonly Role[] = ['member', 'editor', 'committer', 'officer', 'operator'];
const staff: readonly Role[] = ['officer', 'operator'];
/** Who looks at boards and decides what leaves: they belong to a cluster, not to the service. */
const boards: readonly Role[] = ['officer', 'manager'];
/** Who asks and is asked: people of organisations, and staff of clusters. */
const members: readonly Role[] = ['member', 'editor', 'committer'];
const parties: readonly Role[] = [...members, 'officer'];
const signedIn: readonly Role[] = ['signed-in'];

/** The same with a cluster's programs, whose keys say what they may. */
const signedInOrReading: readonly Role[] = [...signedIn, 'program-read'];
const workingOrReading: readonly Role[] = [...working, 'program-read'];
const staffOrImporting: readonly Role[] = [...staff, 'program-import'];
const staffOrScoring: readonly Role[] = [...staff, 'program-score'];

/**
 * The one list of who may use what: role × route × field. The guard, the OpenAPI file's security and the generated
 * isolation tests are made from it, and a route that is missing here stops the start.
 *
 * A route is named by method and pattern as the server knows it. Rows are a different matter: a caller's scope and
 * row-level security decide which ones a permitted route shows.
 */
export const accessMatrix: AccessMatrix = {
  // the service itself
  'GET /api/v1/welcome': { roles: everybody },
  'GET /api/health/live': { roles: everybody },
  'GET /api/health/ready': { roles: everybody },
  'GET /api/docs': { roles: everybody },
  'GET /api/docs/*': { roles: everybody },
  'GET /api/openapi.json': { roles: everybody },

  // the pages: their frame and files; what they show they ask for by the routes below
  'GET /*': { roles: everybody },

  // sign-in: whoever has a session may look after it, whatever else they may
  'POST /api/v1/sessions': { roles: everybody },
  'POST /api/v1/sessions/links': { roles: everybody },
  'POST /api/v1/sessions/links/use': { roles: everybody },
  'DELETE /api/v1/sessions/others': { roles: signedIn },
  'POST /api/v1/sessions/current/code': { roles: signedIn },
  'POST /api/v1/sessions/current/recovery-code': { roles: signedIn },
  'POST /api/v1/sessions/current/passkey/question': { roles: signedIn },
  'POST /api/v1/sessions/current/passkey': { roles: signedIn },
  'POST /api/v1/sessions/passkey/question': { roles: everybody },
  'POST /api/v1/sessions/passkey': { roles: everybody },
  'GET /api/v1/sessions/providers': { roles: everybody },
  'POST /api/v1/sessions/providers/:provider': { roles: everybody },
  'POST /api/v1/sessions/provider-answer': { roles: everybody },
  'GET /api/v1/me/identities': { roles: signedIn },
  'POST /api/v1/me/identities/:provider': { roles: signedIn },
  'DELETE /api/v1/me/identities/:id': { roles: signedIn },
  'GET /api/v1/sessions': { roles: signedIn },
  'DELETE /api/v1/sessions/current': { roles: signedIn },
  'DELETE /api/v1/sessions/:id': { roles: signedIn },
  'GET /api/v1/me': { roles: signedIn },
  'GET /api/v1/me/logo': { roles: signedIn },
  'PATCH /api/v1/me': { roles: signedIn },
  'PUT /api/v1/me/password': { roles: signedIn },
  'GET /api/v1/me/credentials': { roles: signedIn },
  'POST /api/v1/me/recovery-codes': { roles: signedIn },
  'GET /api/v1/me/passkeys': { roles: signedIn },
  'POST /api/v1/me/passkeys/question': { roles: signedIn },
  'POST /api/v1/me/passkeys': { roles: signedIn },
  'PATCH /api/v1/me/passkeys/:id': { roles: signedIn },
  'DELETE /api/v1/me/passkeys/:id': { roles: signedIn },
  'DELETE /api/v1/me/second-factor': { roles: signedIn },
  'POST /api/v1/me/second-factor': { roles: signedIn },
  'POST /api/v1/me/second-factor/confirmation': { roles: signedIn },

  // keys for programs of a cluster
  'GET /api/v1/api-keys': { roles: ['officer'] },
  'POST /api/v1/api-keys': { roles: ['officer'] },
  'DELETE /api/v1/api-keys/:id': { roles: ['officer'] },

  // where a cluster's programs are told of what happens
  'GET /api/v1/webhooks': { roles: boards },
  'POST /api/v1/webhooks': { roles: boards },
  'PATCH /api/v1/webhooks/:id': { roles: boards },
  'DELETE /api/v1/webhooks/:id': { roles: boards },
  'POST /api/v1/webhooks/:id/secret': { roles: boards },
  'POST /api/v1/webhooks/:id/test': { roles: boards },
  'GET /api/v1/webhooks/:id/deliveries': { roles: boards },

  // people: a link in a mail needs no account
  'POST /api/v1/invitations': { roles: ['officer'] },
  'GET /api/v1/invitations': { roles: ['officer', 'editor', 'committer'] },
  'POST /api/v1/invitation-rounds': { roles: ['officer'] },
  'DELETE /api/v1/invitation-rounds': { roles: ['officer'] },
  'POST /api/v1/invitations/open': { roles: everybody },
  'POST /api/v1/invitations/confirm': { roles: everybody },
  'POST /api/v1/invitations/renew': { roles: everybody },
  'POST /api/v1/invitations/remove': { roles: everybody },
  'POST /api/v1/invitations/remove-organisation': { roles: everybody },
  'POST /api/v1/invitations/:id/approval': { roles: ['officer'] },
  'DELETE /api/v1/invitations/:id': { roles: ['officer'] },
  'POST /api/v1/profile-requests': { roles: everybody },
  'POST /api/v1/removals/ask': { roles: everybody },
  'POST /api/v1/removals/undo': { roles: everybody },
  'POST /api/v1/colleagues': { roles: ['editor', 'committer'] },
  'GET /api/v1/me/data': { roles: signedIn, fresh: true },
  'DELETE /api/v1/me': { roles: signedIn, fresh: true },

  // digests: a link in a mail needs no account
  'POST /api/v1/subscriptions/open': { roles: everybody },
  'POST /api/v1/subscriptions/choose': { roles: everybody },
  'POST /api/v1/subscriptions/:token/unsubscribe': { roles: everybody },
  'GET /api/v1/subscriptions/:token/unsubscribe': { roles: everybody },
  'GET /api/v1/calendars/:file': { roles: everybody },
  'GET /api/v1/clusters/:slug/feed.atom': { roles: everybody },
  'GET /api/v1/me/calendar': { roles: signedIn },
  'POST /api/v1/me/calendar': { roles: signedIn },
  'DELETE /api/v1/me/calendar': { roles: signedIn },
  'GET /api/v1/me/subscription': { roles: signedIn },
  'PUT /api/v1/me/subscription': { roles: signedIn },
  'POST /api/v1/digests/answers/open': { roles: everybody },
  'POST /api/v1/digests/answers': { roles: everybody },
  'GET /api/v1/me/digests': { roles: signedIn },
  'GET /api/v1/digests/readers': { roles: staff },
  'GET /api/v1/digests/preview': { roles: staff },
  'GET /api/v1/digests/preview/:reader': { roles: staff },
  'GET /api/v1/digests/preview/:reader/html': { roles: staff },
  'GET /api/v1/digests': { roles: staff },
  'GET /api/v1/digests/:id': { roles: working },
  'GET /api/v1/digests/:id/html': { roles: working },

  // mail: what stands still, what became of each, and what would have been sent
  'GET /api/v1/mail/holds': { roles: staff },
  'POST /api/v1/mail/holds': { roles: staff },
  'DELETE /api/v1/mail/holds/:id': { roles: staff },
  'GET /api/v1/mail/deliveries': { roles: ['operator'] },
  'POST /api/v1/mail/deliveries/:id/retry': { roles: ['operator'] },
  'GET /api/v1/mail/suppressions': { roles: ['operator'] },
  'POST /api/v1/mail/reports': { roles: everybody },
  'GET /api/v1/mailbox': { roles: staff },
  'GET /api/v1/mailbox/:id': { roles: staff },
  'GET /api/v1/mailbox/:id/html': { roles: staff },

  // what an organisation says of itself
  'GET /api/v1/own-profile': { roles: ['member', 'editor', 'committer'] },
  'POST /api/v1/invitations/proposals': { roles: everybody },
  'POST /api/v1/invitations/proposals/document': { roles: everybody },
  'POST /api/v1/competence-proposals': { roles: ['editor', 'committer', 'officer'] },
  'POST /api/v1/competence-proposals/document': { roles: ['editor', 'committer', 'officer'] },
  'POST /api/v1/own-profile/decisions': { roles: ['editor', 'committer'] },
  'GET /api/v1/own-profile/exclusions': { roles: ['editor', 'committer'] },
  'PUT /api/v1/own-profile/exclusions/:organisation': { roles: ['editor', 'committer'] },
  'DELETE /api/v1/own-profile/exclusions/:organisation': { roles: ['editor', 'committer'] },

  // clusters: how each looks, who works in it
  'POST /api/v1/clusters': { roles: ['operator'] },
  'GET /api/v1/cluster': { roles: [...boards, 'operator'] },
  'PUT /api/v1/cluster': { roles: boards },
  'GET /api/v1/cluster/logo': { roles: [...boards, 'operator'] },
  'PUT /api/v1/cluster/logo': { roles: boards },
  'DELETE /api/v1/cluster/logo': { roles: boards },
  'GET /api/v1/cluster/people': { roles: [...boards, 'operator'] },
  'POST /api/v1/cluster/people': { roles: [...boards, 'operator'] },
  'PATCH /api/v1/cluster/people/:id': { roles: [...boards, 'operator'] },
  'DELETE /api/v1/cluster/people/:id': { roles: [...boards, 'operator'] },

  // the trail, for those it concerns
  'GET /api/v1/own-trail': { roles: members },
  'GET /api/v1/own-trail.csv': { roles: members },
  'GET /api/v1/cluster/trail': { roles: boards },
  'GET /api/v1/cluster/trail.csv': { roles: boards },
  'GET /api/v1/cluster/processing': { roles: boards },

  // federation: what leaves a cluster and its members
  'GET /api/v1/own-profile/sharing': { roles: ['member', 'editor', 'committer'] },
  'PUT /api/v1/own-profile/sharing': { roles: ['editor', 'committer'] },
  'GET /api/v1/federation': { roles: boards },
  'GET /api/v1/federation/figures': { roles: boards },
  'PUT /api/v1/federation/sharing': { roles: boards },
  'PUT /api/v1/federation/sharing/:reference': { roles: boards },
  'DELETE /api/v1/federation/sharing/:reference': { roles: boards },
  'POST /api/v1/federation/agreements': { roles: boards },
  'POST /api/v1/federation/agreements/:id/accept': { roles: boards },
  'DELETE /api/v1/federation/agreements/:id': { roles: boards },
  'POST /api/v1/federation/leave': { roles: boards },

  // opportunities
  'GET /api/v1/opportunities': { roles: signedInOrReading },
  'GET /api/v1/opportunities.csv': { roles: signedInOrReading },
  'GET /api/v1/opportunities/:reference': { roles: signedInOrReading },
  'GET /api/v1/opportunities/:reference/decision': { roles: working },
  'GET /api/v1/saved-opportunities': { roles: working },
  'PUT /api/v1/opportunities/:reference/saved': { roles: working },
  'DELETE /api/v1/opportunities/:reference/saved': { roles: working },
  'GET /api/v1/opportunities/:reference/suggestions': { roles: workingOrReading },
  'GET /api/v1/opportunities/:reference/suggestions/:organisation': { roles: workingOrReading },
  'POST /api/v1/suggestions': { roles: workingOrReading },
  'PUT /api/v1/opportunities/:reference/suggestions/:organisation/feedback': { roles: working },
  'DELETE /api/v1/opportunities/:reference/suggestions/:organisation/feedback': { roles: working },

  'GET /api/v1/kept-ideas': { roles: parties },
  'PUT /api/v1/kept-ideas/:id': { roles: parties },
  'DELETE /api/v1/kept-ideas/:id': { roles: parties },
  'GET /api/v1/same-ideas': { roles: ['officer'] },
  'POST /api/v1/same-ideas': { roles: ['officer'] },
  'POST /api/v1/same-ideas/:id/board': { roles: ['officer'] },
  'GET /api/v1/idea-questions': { roles: parties },
  'PUT /api/v1/idea-questions/:id/:idea': { roles: parties },

  'GET /api/v1/for-you': { roles: working },

  // organisations
  'GET /api/v1/organisations': { roles: workingOrReading },
  'GET /api/v1/organisations/:reference': { roles: workingOrReading },
  'GET /api/v1/organisations/:reference/opportunities': { roles: workingOrReading },
  'PUT /api/v1/organisations/:reference/opportunities/:opportunity/feedback': { roles: working },
  'DELETE /api/v1/organisations/:reference/opportunities/:opportunity/feedback': { roles: working },
  'GET /api/v1/feedback': { roles: working },

  'GET /api/v1/organisations/:reference/brief': { roles: working },
  'GET /api/v1/insights/workbook': { roles: staff },
  'GET /api/v1/insights/radar': { roles: staff },
  'GET /api/v1/insights/radar.csv': { roles: staff },
  'GET /api/v1/insights/radar/:reference': { roles: staff },

  'GET /api/v1/insights/coverage': { roles: [...staff, 'manager'] },
  'GET /api/v1/insights/coverage.csv': { roles: [...staff, 'manager'] },
  'GET /api/v1/insights/coverage/annex': { roles: [...staff, 'manager'] },
  'GET /api/v1/insights/coverage/cell': { roles: [...staff, 'manager'] },

  'GET /api/v1/insights/outcomes': { roles: boards },
  'GET /api/v1/insights/report': { roles: boards },
  'GET /api/v1/insights/fairness': { roles: boards },
  'PUT /api/v1/insights/fairness/newcomer-share': { roles: boards },
  'DELETE /api/v1/insights/fairness/newcomer-share': { roles: boards },

  'GET /api/v1/insights/members': { roles: staff },
  'GET /api/v1/insights/members.csv': { roles: staff },
  'GET /api/v1/insights/members/:reference': { roles: staff },
  'GET /api/v1/insights/newsletter': { roles: staff },
  'GET /api/v1/organisations/:reference/letter': { roles: staff },
  'GET /api/v1/organisations/:reference/interview': { roles: ['officer'] },
  'PUT /api/v1/organisations/:reference/interview': { roles: ['officer'] },
  'PUT /api/v1/organisations/:reference/interview/lines/:line': { roles: ['officer'] },
  'DELETE /api/v1/organisations/:reference/interview/lines/:line': { roles: ['officer'] },
  'PUT /api/v1/organisations/:reference/interview/exclusions/:organisation': { roles: ['officer'] },
  'DELETE /api/v1/organisations/:reference/interview/exclusions/:organisation': { roles: ['officer'] },
  'POST /api/v1/organisations/:reference/interview/telling': { roles: ['officer'] },
  'POST /api/v1/interview-answers/open': { roles: everybody },
  'POST /api/v1/interview-answers': { roles: everybody },
  'GET /api/v1/merge-proposals': { roles: ['officer'] },
  'POST /api/v1/merge-proposals/decisions': { roles: ['officer'] },
  'DELETE /api/v1/merge-proposals/decisions/:id': { roles: ['officer'] },
  'PUT /api/v1/organisations/:reference/notes/:note': { roles: ['officer'] },
  'DELETE /api/v1/organisations/:reference/notes/:note': { roles: ['officer'] },

  // sources
  'GET /api/v1/sources': { roles: signedInOrReading },

  // imports
  'POST /api/v1/imports': { roles: staffOrImporting },
  'GET /api/v1/imports': { roles: staffOrImporting },
  'GET /api/v1/imports/:id': { roles: staffOrImporting },
  'GET /api/v1/imports/:id/events': { roles: staffOrImporting },
  'GET /api/v1/imports/:id/rows': { roles: staffOrImporting },
  'GET /api/v1/imports/:id/rows.csv': { roles: staffOrImporting },
  'POST /api/v1/imports/:id/apply': { roles: staffOrImporting },
  'POST /api/v1/imports/:id/undo': { roles: staffOrImporting },

  // pilots, windows and cascade calls that an officer adds
  'GET /api/v1/hand-calls': { roles: ['officer'] },
  'POST /api/v1/hand-calls': { roles: ['officer'] },
  'POST /api/v1/hand-calls/proposals': { roles: ['officer'] },
  'PUT /api/v1/hand-calls/:id': { roles: ['officer'] },
  'PUT /api/v1/hand-calls/:id/withdrawn': { roles: ['officer'] },

  'GET /api/v1/column-maps': { roles: staff },
  'PUT /api/v1/column-maps/:source': { roles: staff },
  'DELETE /api/v1/column-maps/:source': { roles: staff },

  // introductions: a link in a mail needs no account
  'POST /api/v1/introduction-links/open': { roles: everybody },
  'POST /api/v1/introduction-links/read': { roles: everybody },
  'POST /api/v1/introduction-links/answer': { roles: everybody },
  'POST /api/v1/introduction-links/keep': { roles: everybody },
  'POST /api/v1/introductions': { roles: parties },
  'GET /api/v1/introductions': { roles: [...parties, 'manager'] },
  'GET /api/v1/introductions/:id': { roles: [...parties, 'manager'] },
  'PATCH /api/v1/introductions/:id': { roles: parties },
  'POST /api/v1/introductions/:id/send': { roles: parties },
  'POST /api/v1/introductions/:id/withdraw': { roles: parties },
  'POST /api/v1/introductions/:id/read': { roles: parties },
  'POST /api/v1/introductions/:id/answer': { roles: parties },
  'POST /api/v1/introductions/:id/call': { roles: ['officer'] },
  'POST /api/v1/introductions/:id/release': { roles: ['officer'] },
  'POST /api/v1/introductions/:id/een-enquiry': { roles: parties, fresh: true },
  'POST /api/v1/introductions/:id/messages': { roles: parties },
  'PUT /api/v1/introductions/:id/slots': { roles: parties },
  'POST /api/v1/introductions/:id/slots/:slot/choose': { roles: parties },
  'GET /api/v1/introductions/:id/calendar': { roles: parties },
  'GET /api/v1/introductions/:id/export': { roles: parties, fresh: true },
  'DELETE /api/v1/introductions/:id/words': { roles: parties, fresh: true },
  'GET /api/v1/outside/:organisation': { roles: parties },
  'GET /api/v1/closing-days': { roles: members },
  'PUT /api/v1/closing-days': { roles: ['editor', 'committer'] },

  // consortia
  'POST /api/v1/consortia': { roles: ['officer'] },
  'GET /api/v1/consortia': { roles: boards },
  'GET /api/v1/consortia/:id': { roles: boards },
  'PATCH /api/v1/consortia/:id': { roles: ['officer'] },
  'GET /api/v1/consortia/:id/call-text': { roles: boards },
  'GET /api/v1/consortia/:id/changes': { roles: boards },
  'POST /api/v1/consortia/:id/needs': { roles: ['officer'] },
  'PATCH /api/v1/consortia/:id/needs/:need': { roles: ['officer'] },
  'DELETE /api/v1/consortia/:id/needs/:need': { roles: ['officer'] },
  'POST /api/v1/consortia/:id/seats': { roles: ['officer'] },
  'PATCH /api/v1/consortia/:id/seats/:seat': { roles: ['officer'] },
  'DELETE /api/v1/consortia/:id/seats/:seat': { roles: ['officer'] },
  'GET /api/v1/consortia/:id/eligibility': { roles: boards },
  'POST /api/v1/consortia/:id/eligibility': { roles: ['officer'] },
  'GET /api/v1/consortia/:id/coverage': { roles: ['officer'] },
  'GET /api/v1/consortia/:id/seats/:seat/suggestions': { roles: ['officer'] },
  'POST /api/v1/consortia/:id/assembly': { roles: ['officer'] },
  'POST /api/v1/consortia/:id/seats/:seat/offers': { roles: ['officer'] },
  'PATCH /api/v1/consortia/:id/offers/:offer': { roles: ['officer'] },
  'DELETE /api/v1/consortia/:id/offers/:offer': { roles: ['officer'] },
  'PUT /api/v1/consortia/:id/seats/:seat/party': { roles: ['officer'] },
  'POST /api/v1/consortia/:id/seats/:seat/guest-links': { roles: ['officer'] },
  'GET /api/v1/consortia/:id/guest-links': { roles: ['officer'] },
  'DELETE /api/v1/consortia/:id/guest-links/:link': { roles: ['officer'] },
  'PUT /api/v1/consortia/:id/needs/:need/audience': { roles: ['officer'] },
  'GET /api/v1/consortia/:id/readiness': { roles: boards },
  'PUT /api/v1/consortia/:id/waivers': { roles: ['officer'] },
  'DELETE /api/v1/consortia/:id/waivers': { roles: ['officer'] },
  'POST /api/v1/consortia/:id/checks': { roles: ['officer'] },
  'POST /api/v1/consortia/:id/agreement': { roles: ['officer'] },
  'GET /api/v1/consortia/:id/outcome': { roles: boards },
  'POST /api/v1/consortia/:id/outcome': { roles: ['officer'] },
  'GET /api/v1/outcomes': { roles: boards },
  'GET /api/v1/consortia/:id/handover/:format': { roles: ['officer'], fresh: true },
  'GET /api/v1/consortia/:id/needs/:need/texts': { roles: ['officer'] },

  // consortia from the other side: those who were asked
  'GET /api/v1/seat-offers': { roles: ['member'] },
  'GET /api/v1/seat-offers/:id': { roles: ['member'] },
  'PATCH /api/v1/seat-offers/:id': { roles: ['editor', 'committer'] },
  'POST /api/v1/seat-offers/:id/answer': { roles: ['committer'] },
  'GET /api/v1/needs': { roles: ['member', 'officer'] },
  'GET /api/v1/needs/:id': { roles: ['member', 'officer'] },
  'PUT /api/v1/needs/:id/telling': { roles: ['officer'] },
  'POST /api/v1/guest-seats/open': { roles: everybody },
  'POST /api/v1/guest-seats/party': { roles: everybody },
  'POST /api/v1/guest-seats/answer': { roles: everybody },

  // operations
  'GET /api/v1/operations': { roles: ['operator'] },
  'GET /api/v1/operations/dead-letters': { roles: ['operator'] },
  'POST /api/v1/operations/dead-letters/:id/retry': { roles: ['operator'] },

  // scoring
  'POST /api/v1/score-runs': { roles: staffOrScoring },
  'GET /api/v1/score-runs': { roles: signedInOrReading },
  'GET /api/v1/score-runs/:id': { roles: signedInOrReading },
  'GET /api/v1/score-runs/:id/events': { roles: signedIn },
  'GET /api/v1/snapshots': { roles: signedInOrReading },
};
