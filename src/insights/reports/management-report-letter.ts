import type { Block, Letter } from '../../platform/mail/index.js';
import { fewest, managementFigures, type ManagementFigure } from './report-figures.js';
import type { ManagementReport } from './report-mails.js';
import type { ReportReader } from './staff-digest-letter.js';

/** A month in figures, each with what it means. No person, no member and no count of people under five is in it. */
export function managementReportLetter(
  { month, figures }: ManagementReport,
  { language, name, base }: ReportReader,
): Letter {
  const words = language === 'it' ? italian : english;
  const written = monthName(month, language);
  const number = new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB');
  const value = (figure: ManagementFigure): string => {
    const told = figures[figure];
    return told === null ? words.few(fewest) : number.format(told);
  };
  const blocks: Block[] = [
    { kind: 'paragraph', text: words.opening(written) },
    { kind: 'facts', facts: managementFigures.map((figure) => [words.figures[figure][0], value(figure)]) },
    { kind: 'heading', text: words.meaning },
    { kind: 'list', items: managementFigures.map((figure) => words.figures[figure].join(': ')) },
    { kind: 'note', text: words.suppressed(fewest) },
  ];
  return {
    subject: words.subject(written),
    preheader: `${words.figures.members[0]}: ${value('members')} · ${words.figures.strong[0]}: ${value('strong')}`,
    greeting: words.greeting(name),
    blocks: [...blocks, { kind: 'actions', actions: [{ label: words.toTessera, url: base }] }],
    why: words.why,
    footerLinks: [],
    unsubscribe: null,
  };
}

/** @param month `2026-11` @returns `November 2026` */
const monthName = (month: string, language: 'en' | 'it'): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${month}-01`));

interface Words {
  readonly subject: (month: string) => string;
  readonly greeting: (name: string) => string;
  readonly opening: (month: string) => string;
  readonly meaning: string;
  readonly few: (fewest: number) => string;
  readonly suppressed: (fewest: number) => string;
  readonly toTessera: string;
  readonly why: string;
  readonly figures: Readonly<Record<ManagementFigure, readonly [label: string, meaning: string]>>;
}

const english: Words = {
  subject: (month) => `Your cluster in ${month}`,
  greeting: (name) => `Dear ${name},`,
  opening: (month) =>
    `These are the figures of your cluster for ${month}; states are those of the end of the month.`,
  meaning: 'What the figures mean',
  few: (fewest) => `fewer than ${fewest}`,
  suppressed: (fewest) =>
    `Where people are counted, a figure from 1 to ${fewest - 1} is not told, so that it points at nobody. A nought is told.`,
  toTessera: 'Go to Tessera',
  why: 'You get this once a month because you are a manager of the cluster.',
  figures: {
    members: ['Members', 'organisations that belonged to the cluster when the month ended'],
    confirmed: ['Confirmed profiles', 'members where somebody said within a year that the profile is right'],
    dormant: ['Members gone silent', 'members whose last confirmation is older than a year'],
    readers: ['Readers of digests', 'people who got at least one digest in the month'],
    digests: ['Digests sent', 'mails with calls that the mail server took in the month'],
    useful: ['Called useful', 'proposals that members called useful in the month'],
    notForUs: ['Not for us', 'proposals that members refused in the month'],
    calls: ['Calls', 'calls that were open or forthcoming when the month ended'],
    strong: ['Well covered calls', 'of these, calls that three or more members fit'],
    thin: ['Thinly covered calls', 'of these, calls that one or two members fit'],
    boards: ['Boards', 'consortia that officers were putting together or had put together'],
    agreed: ['Agreed consortia', 'of these, consortia whose partners have agreed'],
  },
};

const italian: Words = {
  subject: (month) => `Il Suo cluster: ${month}`,
  greeting: (name) => `Gentile ${name},`,
  opening: (month) =>
    `ecco le cifre del Suo cluster per ${month}; gli stati sono quelli della fine del mese.`,
  meaning: 'Che cosa significano le cifre',
  few: (fewest) => `meno di ${fewest}`,
  suppressed: (fewest) =>
    `Dove si contano persone, una cifra da 1 a ${fewest - 1} non viene indicata, perché non riveli nessuno. Lo zero è indicato.`,
  toTessera: 'Vai a Tessera',
  why: 'Riceve questo messaggio una volta al mese perché dirige il cluster.',
  figures: {
    members: ['Soci', 'organizzazioni che alla fine del mese facevano parte del cluster'],
    confirmed: [
      'Profili confermati',
      'soci nei quali qualcuno ha detto entro l’anno che il profilo è giusto',
    ],
    dormant: ['Soci silenziosi', 'soci la cui ultima conferma ha più di un anno'],
    readers: ['Lettori dei riepiloghi', 'persone che nel mese hanno ricevuto almeno un riepilogo'],
    digests: ['Riepiloghi inviati', 'messaggi con bandi presi in carico dal server di posta nel mese'],
    useful: ['Giudicate utili', 'proposte che i soci hanno giudicato utili nel mese'],
    notForUs: ['Non fa per noi', 'proposte che i soci hanno rifiutato nel mese'],
    calls: ['Bandi', 'bandi aperti o di prossima apertura alla fine del mese'],
    strong: ['Bandi ben coperti', 'tra questi, i bandi adatti a tre o più soci'],
    thin: ['Bandi poco coperti', 'tra questi, i bandi adatti a uno o due soci'],
    boards: ['Tavoli', 'consorzi che il personale sta mettendo o ha messo insieme'],
    agreed: ['Consorzi concordati', 'tra questi, i consorzi i cui partner hanno concordato'],
  },
};
