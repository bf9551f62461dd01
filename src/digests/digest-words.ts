/** The words around what a digest holds. */
export interface DigestWords {
  readonly subject: (items: number, organisation: string, requests: number) => string;
  /** of requests, and where they are */
  readonly requests: (count: number) => string;
  readonly toRequests: string;
  readonly needs: string;
  readonly needLine: (need: {
    text: string;
    cluster: string;
    call: string | null;
    day: string | null;
  }) => string;
  readonly toNeeds: string;
  readonly preheader: (titles: readonly string[]) => string;
  readonly greeting: (name: string) => string;
  readonly opening: (items: number) => string;
  readonly changed: string;
  readonly theyWrite: string;
  readonly youWrote: string;
  readonly useful: string;
  readonly notForUs: string;
  readonly saved: string;
  readonly savedLine: (title: string, day: string, daysLeft: number) => string;
  readonly indicative: string;
  readonly why: (organisation: string, cluster: string) => string;
  readonly settings: string;
  readonly stop: string;
  readonly noteSubject: string;
  readonly note: string;
  readonly noteAction: string;
}

const en: DigestWords = {
  subject: (items, organisation, requests) =>
    [
      items === 1 ? `1 opportunity for ${organisation}` : `${items} opportunities for ${organisation}`,
      ...(requests === 0 ? [] : [requests === 1 ? '1 request to answer' : `${requests} requests to answer`]),
    ].join(', '),
  requests: (count) =>
    count === 1 ? 'One request waits for your answer.' : `${count} requests wait for your answer.`,
  toRequests: 'Open the requests',
  needs: 'Consortia look for partners',
  needLine: ({ text, cluster, call, day }) =>
    [
      `${text} (${cluster})`,
      ...(call === null ? [] : [call]),
      ...(day === null ? [] : [`until ${day}`]),
    ].join(', '),
  toNeeds: 'See what is sought',
  preheader: (titles) => titles.join(' · '),
  greeting: (name) => `Dear ${name},`,
  opening: (items) =>
    items === 0
      ? 'This week consortia look for what you may have.'
      : items === 1
        ? 'One call is worth your time this week. Here is why.'
        : `${items} calls are worth your time this week, each with the reason.`,
  changed: 'Changed since you last saw it',
  theyWrite: 'They write',
  youWrote: 'Your record says',
  useful: 'Useful',
  notForUs: 'Not for us',
  saved: 'What you saved is closing',
  savedLine: (title, day, daysLeft) =>
    `${title}: ${day} (${daysLeft === 0 ? 'today' : daysLeft === 1 ? '1 day left' : `${daysLeft} days left`})`,
  indicative: 'These proposals are indicative: the call documents decide.',
  why: (organisation, cluster) =>
    `You get this because you chose to hear about opportunities for ${organisation}, a member of ${cluster}.`,
  settings: 'How often',
  stop: 'Stop these mails',
  noteSubject: 'Nothing fitted for four weeks',
  note:
    'For four weeks no open call fitted what we know of you, with a sentence from both sides to show for it. Two or ' +
    'three lines on what you can do, with what equipment and how mature it is, would change that.',
  noteAction: 'Say more about what you do',
};

const it: DigestWords = {
  subject: (items, organisation, requests) =>
    [
      items === 1 ? `1 opportunità per ${organisation}` : `${items} opportunità per ${organisation}`,
      ...(requests === 0
        ? []
        : [requests === 1 ? '1 richiesta a cui rispondere' : `${requests} richieste a cui rispondere`]),
    ].join(', '),
  requests: (count) =>
    count === 1
      ? 'Una richiesta attende la Vostra risposta.'
      : `${count} richieste attendono la Vostra risposta.`,
  toRequests: 'Apri le richieste',
  needs: 'Consorzi che cercano partner',
  needLine: ({ text, cluster, call, day }) =>
    [
      `${text} (${cluster})`,
      ...(call === null ? [] : [call]),
      ...(day === null ? [] : [`entro il ${day}`]),
    ].join(', '),
  toNeeds: 'Vedi che cosa si cerca',
  preheader: (titles) => titles.join(' · '),
  greeting: (name) => `Gentile ${name},`,
  opening: (items) =>
    items === 0
      ? 'questa settimana dei consorzi cercano ciò che forse avete.'
      : items === 1
        ? 'questa settimana un bando merita il Suo tempo. Ecco perché.'
        : `questa settimana ${items} bandi meritano il Suo tempo, ciascuno con il motivo.`,
  changed: 'Cambiato da quando l’ha visto',
  theyWrite: 'Il bando chiede',
  youWrote: 'Di Voi risulta',
  useful: 'Utile',
  notForUs: 'Non fa per noi',
  saved: 'In scadenza tra ciò che ha salvato',
  savedLine: (title, day, daysLeft) =>
    `${title}: ${day} (${daysLeft === 0 ? 'oggi' : daysLeft === 1 ? 'manca 1 giorno' : `mancano ${daysLeft} giorni`})`,
  indicative: 'Le proposte sono indicative: fanno fede i documenti del bando.',
  why: (organisation, cluster) =>
    `Riceve questo messaggio perché ha scelto di essere informato sulle opportunità per ${organisation}, socio di ${cluster}.`,
  settings: 'Ogni quanto',
  stop: 'Non ricevere più questi messaggi',
  noteSubject: 'Da quattro settimane nessun bando adatto',
  note:
    'da quattro settimane nessun bando aperto corrisponde a quanto sappiamo di Voi con riscontri da entrambe le parti. ' +
    'Due o tre righe su ciò che sapete fare, con quali attrezzature e a quale livello di maturità, cambierebbero la ' +
    'situazione.',
  noteAction: 'Completa il profilo',
};

export const digestWords = (language: 'en' | 'it'): DigestWords => (language === 'it' ? it : en);
