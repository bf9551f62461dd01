import type { BriefWords } from './brief-words.js';

/** The page in English. */
export const wordsEn: BriefWords = {
  language: 'en',
  locale: 'en-GB',
  title: 'Calls that fit',
  heading: (calls) =>
    calls === 1 ? 'One call that fits you' : `${numbers[calls] ?? String(calls)} calls that fit you`,
  asOf: (day) => `As of ${day}`,
  notStated: 'not stated',
  placeNotStated: 'place not stated',
  noCluster: 'Member of no cluster we know of',
  sme: 'SME',
  types: {
    HES: 'university',
    REC: 'research organisation',
    PRC: 'company',
    PUB: 'public body',
    OTH: 'association or other',
  },

  inventedMark: 'INVENTED',
  inventedCallMark: 'INVENTED',
  inventedOrganisation: 'INVENTED: for demonstration only',
  inventedPartners: 'Organisations marked INVENTED do not exist.',

  fit: 'Competence fit',
  trackRecord: 'Track record',
  bands: { strong: 'strong', good: 'good', possible: 'possible', unknown: 'too little known' },
  role: 'Likely role',
  roles: {
    research: 'Research partner',
    technology: 'Technology provider',
    testing: 'Testing and pilot site',
    data: 'Data provider',
    'end-user': 'End user',
    'public-end-user': 'Public end user',
    network: 'Network, dissemination',
  },
  roleUnknown: 'to be agreed',

  deadline: 'Deadline',
  deadlineAt: (day, time) => `${day}, ${time}`,
  zones: { 'Europe/Brussels': 'Brussels', 'Europe/Rome': 'Rome' },
  stages: { single: null, first: 'first stage', second: 'second stage', 'cut-off': 'cut-off' },
  daysLeft: (days) => (days === 0 ? 'today' : days === 1 ? '1 day left' : `${days} days left`),
  late: 'late',
  further: (days) => `then ${days.join(', ')}`,
  noDeadline: { standing: 'none: open as long as it is listed', notStated: 'not stated' },
  opensOn: (day) => `opens ${day}`,

  budget: 'Budget',
  perProject: (amount) => `${amount} per project`,
  inAll: (amount, shared) => (shared ? `${amount} shared in the call` : `${amount} in all`),
  between: (least, most) => `${least}–${most}`,
  upTo: (most) => `up to ${most}`,
  atLeast: (least) => `from ${least}`,
  millions: (amount) => `€ ${amount} M`,

  callSays: 'The call asks',
  summarised: 'our summary',
  recordSays: 'Your record says',
  evidence: { profile: 'profile', competence: 'competence', project: 'project', result: 'result' },
  unconfirmed: 'not confirmed',
  missing: 'Not yet shown',
  kinds: {
    topic: 'Call topic',
    pilot: 'Vanguard pilot',
    'demo-case': 'Demo-case',
    window: 'Funding window',
    cascade: 'Cascade call',
  },

  partners: 'Possible partners, and who can introduce you (the project they shared)',
  noPartners: 'No partner found yet',
  introduced: 'With whom, and who can introduce you',
  introduction: (introduction) => {
    switch (introduction.by) {
      case 'yourselves':
        return `known to you: ${shared(introduction)}`;
      case 'own-cluster':
        return 'it is your cluster';
      case 'cluster':
        return `member of ${introduction.shortName}, as you are`;
      case 'organisation':
        return `via ${introduction.name} (${shared(introduction)})`;
      case 'nobody-known':
        return introduction.askCluster ? 'no link known: ask your cluster' : 'no link known';
    }
  },

  nothingFits: 'No open or forthcoming call fits with evidence on both sides.',
  nothingFitsWhatToDo:
    'What would change it: two or three competence lines in your record, each saying what you can do, with what equipment, and at which technology readiness level. Your cluster can add them with you.',
  fewer: (shown) =>
    shown === 1
      ? 'Only this one fits well enough, with a sentence quoted from each side. The list is never filled up with others.'
      : `Only these ${shown} fit well enough, with a sentence quoted from each side. The list is never filled up with others.`,
  sources: {
    portal: 'portal',
    'partner-search': 'partner searches',
    cordis: 'CORDIS',
    'work-programme': 'work programme',
    pilots: 'pilots and windows',
    demo: 'demonstration',
  },
  oldSource: 'old',
  data: ({ calls, organisation, sources, snapshot }) =>
    [
      sources !== '' ? `Sources: ${sources}.` : calls === null ? null : `Calls: data of ${calls}.`,
      `Your record: ${organisation === null ? 'not dated' : `state of ${organisation}`}.`,
      `Snapshot ${snapshot}.`,
    ]
      .filter((sentence) => sentence !== null)
      .join(' '),
  howToRead:
    'Quotations are verbatim, in the language of their source; words in bold are what both sides share. Strong, good and possible compare with all who could answer the same call: they are not chances of success. Read the official text before you decide.',
};

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five'];

const shared = ({ acronym, year }: { readonly acronym: string; readonly year: number | null }): string =>
  year === null ? acronym : `${acronym}, ${year}`;
