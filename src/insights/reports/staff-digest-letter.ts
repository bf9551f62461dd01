import type { Block, Letter } from '../../platform/mail/index.js';
import type { StaffFigures, ThinCall } from './report-figures.js';
import type { StaffDigest } from './report-mails.js';

/** For whom a report is written, and where its links lead. */
export interface ReportReader {
  readonly language: 'en' | 'it';
  readonly name: string;
  readonly base: string;
}

/** What staff is told: only parts in which something stands. */
export function staffDigestLetter(
  { cadence, figures }: StaffDigest,
  { language, name, base }: ReportReader,
): Letter {
  const words = language === 'it' ? italian : english;
  return {
    subject: words.subject[cadence],
    preheader: words.digests(figures.digests),
    greeting: words.greeting(name),
    blocks: [
      { kind: 'paragraph', text: words.opening[cadence] },
      { kind: 'facts', facts: [[words.sent, words.digests(figures.digests)]] },
      ...part(words.needs, figures.needs.map(words.need)),
      ...part(words.thin, figures.thin.map(words.thinCall)),
      ...part(words.dormant, figures.dormant),
      ...part(words.imports, figures.imports.map(words.refused)),
      {
        kind: 'actions',
        actions: [
          { label: words.toDigests, url: `${base}/digest/sent` },
          { label: words.toRadar, url: `${base}/radar` },
        ],
      },
    ],
    why: words.why,
    footerLinks: [],
    unsubscribe: null,
  };
}

const part = (heading: string, items: readonly string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'list', items },
      ];

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What is imported, by its source. */
const sources: Readonly<Record<'en' | 'it', Readonly<Record<string, string>>>> = {
  en: {
    members: 'Lists of members',
    cordis: 'CORDIS',
    portal: 'Funding & Tenders portal',
    'partner-search': 'Partner searches of the portal',
    topics: 'Calls',
    pilots: 'Pilots',
  },
  it: {
    members: 'Elenchi dei soci',
    cordis: 'CORDIS',
    portal: 'Portale Funding & Tenders',
    'partner-search': 'Ricerche di partner del portale',
    topics: 'Bandi',
    pilots: 'Piloti',
  },
};

const english = {
  subject: { weekly: 'The week of your cluster', daily: 'Something went wrong since yesterday' },
  greeting: (name: string) => `Dear ${name},`,
  opening: {
    weekly: 'This is what went to your members in the last seven days, and what waits for you.',
    daily: 'Since yesterday something went wrong that you may want to look at.',
  },
  sent: 'Digests',
  digests: ({ sent, readers, replied, lost }: StaffFigures['digests']) =>
    [
      ...(sent > 0 || lost === 0
        ? [
            `${counted(sent, 'digest', 'digests')} sent to ${counted(readers, 'reader', 'readers')}, ${replied} answered`,
          ]
        : []),
      ...(lost > 0 ? [`${lost} not sent, or nobody knows`] : []),
    ].join('; '),
  needs: 'Needs that nobody was asked for yet',
  need: ({ board, text }: { board: string; text: string }) => `${board}: ${text}`,
  thin: 'Calls that close soon and that few of your members fit',
  thinCall: ({ title, identifier, daysLeft, members }: ThinCall) =>
    `${title} (${identifier}): ${counted(daysLeft, 'day', 'days')} left, ${counted(members, 'member fits', 'members fit')}`,
  dormant: 'Members gone silent: nobody there has confirmed the profile for a year',
  imports: 'Imports with refused rows',
  refused: ({ source, refused }: { source: string; refused: number }) =>
    `${sources.en[source] ?? source}: ${counted(refused, 'row', 'rows')} refused`,
  toDigests: 'What went to whom',
  toRadar: 'To the radar',
  why: 'You get this because you are an officer of the cluster; a day without trouble is not told.',
};

const italian: typeof english = {
  subject: { weekly: 'La settimana del Suo cluster', daily: 'Da ieri qualcosa non ha funzionato' },
  greeting: (name) => `Gentile ${name},`,
  opening: {
    weekly: 'ecco che cosa è stato inviato ai Suoi soci negli ultimi sette giorni e che cosa attende Lei.',
    daily: 'da ieri qualcosa non ha funzionato: potrebbe volerci dare un’occhiata.',
  },
  sent: 'Riepiloghi',
  digests: ({ sent, readers, replied, lost }) =>
    [
      ...(sent > 0 || lost === 0
        ? [
            `${counted(sent, 'inviato', 'inviati')} a ${counted(readers, 'lettore', 'lettori')}, ` +
              `di cui ${counted(replied, 'ha risposto', 'hanno risposto')}`,
          ]
        : []),
      ...(lost > 0 ? [counted(lost, 'non inviato o incerto', 'non inviati o incerti')] : []),
    ].join('; '),
  needs: 'Fabbisogni per i quali non è stato ancora chiesto a nessuno',
  need: ({ board, text }) => `${board}: ${text}`,
  thin: 'Bandi in scadenza adatti a pochi dei Suoi soci',
  thinCall: ({ title, identifier, daysLeft, members }) =>
    `${title} (${identifier}): ${daysLeft === 1 ? 'manca 1 giorno' : `mancano ${daysLeft} giorni`}, ` +
    counted(members, 'socio adatto', 'soci adatti'),
  dormant: 'Soci silenziosi: da un anno nessuno vi ha confermato il profilo',
  imports: 'Importazioni con righe rifiutate',
  refused: ({ source, refused }) =>
    `${sources.it[source] ?? source}: ${counted(refused, 'riga rifiutata', 'righe rifiutate')}`,
  toDigests: 'Che cosa è andato a chi',
  toRadar: 'Vai al radar',
  why: 'Riceve questo messaggio perché lavora per il cluster; un giorno senza problemi non viene segnalato.',
};
