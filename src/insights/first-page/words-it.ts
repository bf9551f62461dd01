import type { FirstPageWords } from './first-page-words.js';

/** La prima pagina in italiano. */
export const wordsIt: FirstPageWords = {
  language: 'it',
  otherLanguage: 'English',
  title: 'Tessera: chi è adatto a quale bando',
  claim: 'Chi è adatto a quale bando, e perché',
  lead: 'Tessera conosce le competenze dei soci dei cluster tecnologici, legge i bandi di Horizon Europe e i progetti pilota Vanguard, e dice chi è adatto a che cosa. Ogni proposta cita una frase del bando e una frase di ciò che l’organizzazione ha fatto.',
  asOf: (day) => `Situazione al ${day}`,

  callHeading: 'Un bando e i suoi primi tre partner',
  callSays: 'Il bando chiede',
  partnerSays: 'Dalla scheda risulta',
  introducedBy: (name, project) => `Presentazione: ${name} (${project})`,
  nobodyKnown: 'Presentazione: nessun progetto in comune noto',
  noCall: 'Nessun bando in elenco ha un partner con un motivo citato da entrambe le parti.',
  allPartners: 'Tutti i partner di questo bando, come dati',

  memberHeading: (cluster) => `Un socio di ${cluster} e i suoi primi bandi`,
  memberSays: 'Dalla scheda risulta',
  noMember:
    'Il cluster non ha soci con un bando adatto. Importare l’elenco dei soci: "tessera import members FILE --cluster SLUG".',

  takeHeading: 'Da portare con sé',
  takeBrief: (name) => `Una pagina A4 per ${name}: fino a cinque bandi, con chi, e chi può presentare`,
  takeWorkbook: (cluster) =>
    `Foglio di lavoro per chi opera in ${cluster}: soci per bando, bandi per socio, copertura`,
  italian: 'in italiano',
  english: 'in inglese',

  sourcesHeading: 'A quando risalgono i dati',
  sourcesNone: 'Nessuna fonte è stata ancora letta.',
  sourceNames: {
    portal: 'Portale Funding & Tenders',
    'partner-search': 'Ricerche di partner sul portale',
    cordis: 'CORDIS, progetti svolti',
    'work-programme': 'Topic del programma di lavoro',
    pilots: 'Progetti pilota Vanguard e finestre di finanziamento',
    demo: 'Dati dimostrativi',
  },
  sourceStates: {
    fresh: 'in ordine',
    old: 'vecchi: da aggiornare',
    failing: 'ultimo tentativo non riuscito, restano gli ultimi dati validi',
  },
  columns: ['Fonte', 'Dati del', 'Età', 'Stato'],
  days: (days) => (days === 0 ? 'oggi' : days === 1 ? '1 giorno' : `${days} giorni`),
  notStated: 'non indicata',

  nextHeading: 'Per proseguire',
  nextDocs: 'Tutto ciò che l’interfaccia risponde, da provare',
  nextCalls: (listed) => `Tutti i ${listed} bandi oggi in elenco, come dati`,
  nextTerminal: 'Lo stesso da terminale, nella cartella del progetto:',

  invented:
    'Questa è una dimostrazione: le organizzazioni contrassegnate come INVENTATE non esistono. I bandi sono veri, i testi in parte riassunti con parole nostre.',
  leftOut: (count) =>
    `${count} organizzazioni inventate della dimostrazione non compaiono in alcun elenco, perché ce ne sono di vere. "tessera demo remove" le toglie.`,
  expired: 'La dimostrazione è scaduta: i termini di tutti i suoi bandi sono passati.',
  expiredWhatToDo:
    'Ciò che non ha scadenza (progetti pilota Vanguard, alcune finestre) resta in elenco. I bandi di oggi si leggono con "tessera sync portal"; con --as-of si guarda un giorno precedente.',

  scoringHeading: 'I primi elenchi sono in preparazione',
  scoring: 'Ogni organizzazione viene confrontata con ogni bando.',
  rescoring: 'Nuovi elenchi sono in preparazione; quelli mostrati sono gli ultimi completati.',
  blocks: (done, total) => (total === 0 ? 'in preparazione' : `${done} blocchi su ${total}`),
  timeLeft: (seconds) =>
    seconds < 90 ? `circa ${seconds} s rimanenti` : `circa ${Math.ceil(seconds / 60)} min rimanenti`,
  refreshes: 'La pagina si aggiorna da sola.',

  emptyHeading: 'Ancora nulla da confrontare',
  empty:
    'Tessera non contiene bandi. Nella cartella del progetto, leggere bandi e soci, poi preparare gli elenchi:',
  unscoredHeading: 'Ancora nessun elenco',
  unscored: 'Ci sono bandi, ma nessun elenco è stato preparato. Nella cartella del progetto:',
  failed: 'L’ultima elaborazione è stata abbandonata. Guardare il registro, poi riavviarla:',

  awayHeading: 'Al momento non disponibile',
  away: 'La base di dati non risponde. Nulla è andato perduto; la pagina riprova da sola tra qualche secondo.',
  refusedHeading: 'Questa pagina non può essere mostrata',
  back: 'Alla prima pagina',

  closedHeading: 'Accedere per vedere chi è adatto',
  closed: (listed) =>
    `Oggi sono in elenco ${listed} bandi. Soci, partner e motivi si mostrano alle persone dei cluster, dopo l’accesso.`,
  access: {
    demonstration: (cluster) =>
      `Dimostrazione: chi apre questa pagina senza accedere è operatore di ${cluster ?? 'nessun cluster'}, finché non esiste un’utenza ("tessera user create").`,
    'signed-in': (cluster) =>
      cluster === null ? 'Accesso effettuato.' : `Accesso effettuato, per ${cluster}.`,
    nobody: () => 'Accesso non effettuato.',
  },
};
