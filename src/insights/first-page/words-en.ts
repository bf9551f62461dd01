import type { FirstPageWords } from './first-page-words.js';

/** The first page in English. */
export const wordsEn: FirstPageWords = {
  language: 'en',
  otherLanguage: 'Italiano',
  title: 'Tessera: who fits which call',
  claim: 'Who fits which call, and why',
  lead: 'Tessera knows what the members of technology clusters can do, reads the calls of Horizon Europe and the Vanguard pilots, and says who fits whom. Every suggestion quotes a sentence of the call and a sentence of what the organisation has done.',
  asOf: (day) => `As of ${day}`,

  callHeading: 'A call, and its first three partners',
  callSays: 'The call asks',
  partnerSays: 'Its record says',
  introducedBy: (name, project) => `Introduction: ${name} (${project})`,
  nobodyKnown: 'Introduction: no shared project known',
  noCall: 'No listed call has a partner with a reason quoted from both sides.',
  allPartners: 'All partners of this call, as data',

  memberHeading: (cluster) => `A member of ${cluster}, and its first calls`,
  memberSays: 'Its record says',
  noMember:
    'The cluster has no member with a call that fits. Import its member file: "tessera import members FILE --cluster SLUG".',

  takeHeading: 'To take away',
  takeBrief: (name) => `One A4 page for ${name}: up to five calls, with whom, and who can introduce`,
  takeWorkbook: (cluster) =>
    `Workbook for the officers of ${cluster}: members per call, calls per member, coverage`,
  italian: 'in Italian',
  english: 'in English',

  sourcesHeading: 'How old the data are',
  sourcesNone: 'No source has been read yet.',
  sourceNames: {
    portal: 'Funding & Tenders portal',
    'partner-search': 'Partner searches on the portal',
    cordis: 'CORDIS, past projects',
    'work-programme': 'Work programme topics',
    pilots: 'Vanguard pilots and funding windows',
    demo: 'Demonstration set',
  },
  sourceStates: {
    fresh: 'in order',
    old: 'old: renew it',
    failing: 'last attempt failed, last good data shown',
  },
  columns: ['Source', 'Data of', 'Age', 'State'],
  days: (days) => (days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`),
  notStated: 'not stated',

  nextHeading: 'Where to go next',
  nextDocs: 'Everything the interface answers, to try out',
  nextCalls: (listed) => `All ${listed} calls listed today, as data`,
  nextTerminal: 'The same from a terminal, in the project folder:',

  invented:
    'This is the demonstration: organisations marked INVENTED do not exist. The calls are real, their texts partly summarised in our words.',
  leftOut: (count) =>
    `${count} invented organisations of the demonstration are in no list, because there are real ones. "tessera demo remove" takes them away.`,
  expired: 'The demonstration has expired: the deadlines of all its topics are past.',
  expiredWhatToDo:
    'What has no deadline (Vanguard pilots, some windows) is still matched. Read today’s calls with "tessera sync portal", or look at an earlier day with --as-of.',

  scoringHeading: 'The first lists are being made',
  scoring: 'Every organisation is compared with every call.',
  rescoring: 'New lists are being made; those shown are the last ones finished.',
  blocks: (done, total) => (total === 0 ? 'preparing' : `${done} of ${total} blocks`),
  timeLeft: (seconds) =>
    seconds < 90 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`,
  refreshes: 'This page renews itself.',

  emptyHeading: 'Nothing to match yet',
  empty: 'Tessera holds no calls. In the project folder, read in calls and members, then make the lists:',
  unscoredHeading: 'No lists yet',
  unscored: 'There are calls, but no lists have been made. In the project folder:',
  failed: 'The last score run was given up. Look at the log, then start it again:',

  awayHeading: 'Not available now',
  away: 'The database does not answer. Nothing is lost; this page tries again by itself in some seconds.',
  refusedHeading: 'This cannot be shown',
  back: 'To the first page',

  closedHeading: 'Sign in to see who fits',
  closed: (listed) =>
    `${listed} calls are listed today. Members, partners and reasons are shown to people of the clusters, after they have signed in.`,
  access: {
    demonstration: (cluster) =>
      `Demonstration: whoever opens this page without signing in is an officer of ${cluster ?? 'no cluster'}, until there is an account ("tessera user create").`,
    'signed-in': (cluster) => (cluster === null ? 'Signed in.' : `Signed in, for ${cluster}.`),
    nobody: () => 'Not signed in.',
  },
};
