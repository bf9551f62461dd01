import { defineMail, type Block, type Letter } from '../../platform/mail/index.js';
import type { CompetenceKind } from '../evidence.js';
import type { InterviewLine } from './interview.js';

/** Asks a member whether what its officer wrote down in a talk is right. */
export const interviewMail = defineMail<{ readonly interview: string }>({
  name: 'interview-lines',
  catalogue: 'M02',
  class: 'service',
  staleAfterHours: 7 * 24,
});

/** What such a mail is written from. */
export interface ToldInterview {
  readonly language: 'en' | 'it';
  /** the reader's */
  readonly name: string;
  readonly cluster: string;
  readonly organisation: string;
  /** those not yet decided on */
  readonly lines: readonly Pick<InterviewLine, 'id' | 'statement' | 'kind' | 'trlFrom' | 'trlTo'>[];
  /** whether it also says what the member would do in a project */
  readonly roles: boolean;
  readonly base: string;
  readonly token: string;
}

/** Lines that one mail shows; the page has the rest. */
const shown = 12;

/** One mail for all lines of a talk. Nothing in it does anything by being opened: each link leads to a page that asks. */
export function interviewLetter(told: ToldInterview): Letter {
  const words = told.language === 'it' ? italian : english;
  const page = `${told.base}/interview#${told.token}`;
  const rest = told.lines.length - shown;
  const blocks: Block[] = [
    { kind: 'paragraph', text: words.ask(told.cluster, told.organisation) },
    ...told.lines.slice(0, shown).flatMap(({ id, ...line }): Block[] => [
      { kind: 'quotation', label: about(line, words), text: line.statement, language: null },
      {
        kind: 'actions',
        actions: [
          { label: words.right, url: `${page}.${id}.right` },
          { label: words.change, url: `${page}.${id}.changed` },
          { label: words.notUs, url: `${page}.${id}.not-us` },
        ],
      },
    ]),
    ...(rest > 0 ? [{ kind: 'paragraph', text: words.more(rest) } as const] : []),
    ...(told.roles ? [{ kind: 'paragraph', text: words.roles } as const] : []),
    { kind: 'actions', actions: [{ label: words.all, url: page }] },
    { kind: 'note', text: words.note },
  ];
  return {
    subject: words.subject(told.cluster),
    preheader: words.preheader(told.lines.length),
    greeting: words.greeting(told.name),
    blocks,
    why: words.why(told.cluster),
    footerLinks: [],
    unsubscribe: null,
  };
}

function about(
  { kind, trlFrom, trlTo }: Pick<InterviewLine, 'kind' | 'trlFrom' | 'trlTo'>,
  words: Words,
): string {
  const levels = [...new Set([trlFrom, trlTo].filter((level) => level !== null))];
  return [
    kind === null ? words.line : words.kinds[kind],
    ...(levels.length > 0 ? [`TRL ${levels.join('–')}`] : []),
  ].join(', ');
}

interface Words {
  readonly subject: (cluster: string) => string;
  readonly preheader: (lines: number) => string;
  readonly greeting: (name: string) => string;
  readonly ask: (cluster: string, organisation: string) => string;
  readonly right: string;
  readonly change: string;
  readonly notUs: string;
  readonly more: (lines: number) => string;
  readonly roles: string;
  readonly all: string;
  readonly note: string;
  readonly why: (cluster: string) => string;
  readonly line: string;
  readonly kinds: Readonly<Record<CompetenceKind, string>>;
}

const english: Words = {
  subject: (cluster) => `${cluster}: is this right about your organisation?`,
  preheader: (lines) =>
    lines === 1
      ? 'One line from our talk: right, change, not us.'
      : `${lines} lines from our talk: right, change, not us.`,
  greeting: (name) => `Dear ${name},`,
  ask: (cluster, organisation) =>
    `Thank you for the talk about ${organisation}: this is what ${cluster} wrote down. Until you say that it is right, ` +
    'it is marked “from interview, not confirmed” and counts at most half.',
  right: 'Right',
  change: 'Change',
  notUs: 'Not us',
  more: (lines) => (lines === 1 ? 'One more line is on the page.' : `${lines} more lines are on the page.`),
  roles: 'The page also shows what you said you would do in a project.',
  all: 'See all of it',
  note: 'No sign-in is needed. Nothing is taken in before you press “Send” on the page. The links work for 30 days.',
  why: (cluster) =>
    `You get this one message because an officer of ${cluster} talked with your organisation.`,
  line: 'From the talk',
  kinds: {
    offer: 'What you do',
    equipment: 'Equipment',
    'test-site': 'Test site',
    data: 'Data',
    'end-user-site': 'Site of use',
    need: 'What you look for',
  },
};

const italian: Words = {
  subject: (cluster) => `${cluster}: è giusto ciò che abbiamo annotato di Voi?`,
  preheader: (lines) =>
    lines === 1
      ? 'Una riga dal nostro colloquio: giusto, modifica, non siamo noi.'
      : `${lines} righe dal nostro colloquio: giusto, modifica, non siamo noi.`,
  greeting: (name) => `Gentile ${name},`,
  ask: (cluster, organisation) =>
    `grazie per il colloquio su ${organisation}: ecco che cosa ha annotato ${cluster}. Finché non ci dirà che è giusto, ` +
    'resta segnato «dal colloquio, non confermato» e conta al più la metà.',
  right: 'Giusto',
  change: 'Modifica',
  notUs: 'Non siamo noi',
  more: (lines) =>
    lines === 1 ? 'Un’altra riga si trova nella pagina.' : `Altre ${lines} righe si trovano nella pagina.`,
  roles: 'La pagina mostra anche che cosa fareste in un progetto, secondo quanto ci avete detto.',
  all: 'Vedi tutto',
  note: 'Non serve accedere. Nulla viene registrato prima che Lei prema «Invia» nella pagina. I collegamenti valgono 30 giorni.',
  why: (cluster) =>
    `Riceve quest’unico messaggio perché una persona di ${cluster} ha parlato con la Sua organizzazione.`,
  line: 'Dal colloquio',
  kinds: {
    offer: 'Che cosa fate',
    equipment: 'Attrezzature',
    'test-site': 'Sito di prova',
    data: 'Dati',
    'end-user-site': 'Sito di utilizzo',
    need: 'Che cosa cercate',
  },
};
