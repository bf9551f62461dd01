import type { Block, Letter } from '../../platform/mail/index.js';
import {
  baselineMeasures,
  baselineShares,
  fewest,
  managementFigures,
  type BaselineMeasure,
  type ManagementFigure,
} from './report-figures.js';
import type { ManagementReport } from './report-mails.js';
import type { ReportReader } from './staff-digest-letter.js';

/** A month in figures, each with what it means. No person, no member and no count of people under five is in it. */
export function managementReportLetter(
  { month, figures, baselines }: ManagementReport,
  { language, name, base }: ReportReader,
): Letter {
  const words = language === 'it' ? italian : english;
  const written = monthName(month, language);
  const number = new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB');
  const value = (figure: ManagementFigure): string => {
    const told = figures[figure];
    return told === null ? words.few(fewest) : number.format(told);
  };
  const share = new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB', { style: 'percent' });
  const ours = (measure: BaselineMeasure): string => {
    const told = baselines[measure];
    if (told === null) return words.tooFew;
    return baselineShares.has(measure) ? share.format(told) : number.format(Math.round(told * 10) / 10);
  };
  const beside = (measure: BaselineMeasure): string => {
    const [label, others] = words.beside[measure];
    return `${label}: ${ours(measure)}. ${others}`;
  };
  const blocks: Block[] = [
    { kind: 'paragraph', text: words.opening(written) },
    { kind: 'facts', facts: managementFigures.map((figure) => [words.figures[figure][0], value(figure)]) },
    { kind: 'heading', text: words.meaning },
    { kind: 'list', items: managementFigures.map((figure) => words.figures[figure].join(': ')) },
    { kind: 'note', text: words.suppressed(fewest) },
    { kind: 'heading', text: words.besideOthers },
    { kind: 'list', items: baselineMeasures.map(beside) },
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
  readonly besideOthers: string;
  readonly tooFew: string;
  /** what is measured, and the figure of others with who says it */
  readonly beside: Readonly<Record<BaselineMeasure, readonly [label: string, others: string]>>;
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
  besideOthers: 'Beside what others publish',
  tooFew: 'too few to say',
  beside: {
    requestsPerNeed: [
      'Requests for each approved need',
      'Open Innovation, Lombardy, 2018: about 2 a proposal.',
    ],
    approvedNeeds: [
      'Needs approved in a year',
      'European Cluster Collaboration Platform: about 25 searches a year.',
    ],
    digestAnswered: [
      'Readers of digests who answered',
      'European clusters: 68 % used digest and newsletters.',
    ],
    accepted: ['Requests accepted', 'The trade of itself: 40 to 60 %.'],
    answeredInWeek: ['Requests answered within a week', 'Nobody we read publishes it.'],
    interviewed: ['Members asked in an interview', 'Lower Austria: over 90 organisations in one region.'],
    newcomers: ['Newcomers among suggested partners', 'Nobody we read measures it.'],
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
  besideOthers: 'Accanto a ciò che pubblicano gli altri',
  tooFew: 'troppo poche per dirlo',
  beside: {
    requestsPerNeed: [
      'Richieste per ogni fabbisogno approvato',
      'Open Innovation, Lombardia, 2018: circa 2 per proposta.',
    ],
    approvedNeeds: [
      'Fabbisogni approvati in un anno',
      'European Cluster Collaboration Platform: circa 25 ricerche all’anno.',
    ],
    digestAnswered: [
      'Lettori dei riepiloghi che hanno risposto',
      'Cluster europei: il 68 % ha usato riepilogo e newsletter.',
    ],
    accepted: ['Richieste accettate', 'Chi vende il servizio dice: dal 40 al 60 %.'],
    answeredInWeek: [
      'Richieste con risposta entro una settimana',
      'Nessuno di quelli che abbiamo letto lo pubblica.',
    ],
    interviewed: ['Soci sentiti in un’intervista', 'Bassa Austria: oltre 90 organizzazioni in una regione.'],
    newcomers: ['Nuovi tra i partner proposti', 'Nessuno di quelli che abbiamo letto lo misura.'],
  },
};
