import type { BriefWords } from './brief-words.js';

/** La pagina in italiano, nella forma di cortesia. */
export const wordsIt: BriefWords = {
  language: 'it',
  locale: 'it-IT',
  title: 'Bandi adatti',
  heading: (calls) =>
    calls === 1
      ? 'Un bando adatto alla Vostra organizzazione'
      : `${numbers[calls] ?? String(calls)} bandi adatti alla Vostra organizzazione`,
  asOf: (day) => `Situazione al ${day}`,
  notStated: 'non indicato',
  placeNotStated: 'sede non indicata',
  noCluster: 'Nessun cluster di appartenenza noto',
  sme: 'PMI',
  types: {
    HES: 'università',
    REC: 'ente di ricerca',
    PRC: 'impresa',
    PUB: 'ente pubblico',
    OTH: 'associazione o altro',
  },

  inventedMark: 'INVENTATA',
  inventedCallMark: 'INVENTATO',
  inventedOrganisation: 'INVENTATA: a solo scopo dimostrativo',
  inventedPartners: 'Le organizzazioni contrassegnate come INVENTATE non esistono.',

  fit: 'Competenze',
  trackRecord: 'Esperienza',
  bands: { strong: 'forte', good: 'buona', possible: 'possibile', unknown: 'si sa troppo poco' },
  role: 'Ruolo probabile',
  roles: {
    research: 'Partner di ricerca',
    technology: 'Fornitore di tecnologia',
    testing: 'Prove e sito pilota',
    data: 'Fornitore di dati',
    'end-user': 'Utilizzatore finale',
    'public-end-user': 'Utilizzatore finale pubblico',
    network: 'Rete, divulgazione',
  },
  roleUnknown: 'da concordare',

  deadline: 'Scadenza',
  deadlineAt: (day, time) => `${day}, ore ${time}`,
  zones: { 'Europe/Brussels': 'Bruxelles', 'Europe/Rome': 'Roma' },
  stages: { single: null, first: 'prima fase', second: 'seconda fase', 'cut-off': 'data intermedia' },
  daysLeft: (days) => (days === 0 ? 'oggi' : days === 1 ? 'manca 1 giorno' : `mancano ${days} giorni`),
  late: 'tempi stretti',
  further: (days) => `poi ${days.join(', ')}`,
  noDeadline: { standing: 'nessuna: aperto finché è in elenco', notStated: 'non indicata' },
  opensOn: (day) => `apre il ${day}`,

  budget: 'Contributo',
  perProject: (amount) => `${amount} per progetto`,
  inAll: (amount, shared) => (shared ? `${amount} condivisi nel bando` : `${amount} in totale`),
  between: (least, most) => `${least}–${most}`,
  upTo: (most) => `fino a ${most}`,
  atLeast: (least) => `da ${least}`,
  millions: (amount) => `${amount} M€`,

  callSays: 'Il bando chiede',
  summarised: 'nostra sintesi',
  recordSays: 'Di Voi risulta',
  evidence: { profile: 'profilo', competence: 'competenza', project: 'progetto', result: 'risultato' },
  unconfirmed: 'non confermata',
  missing: 'Non ancora documentato',
  kinds: {
    topic: 'Bando',
    pilot: 'Progetto pilota Vanguard',
    'demo-case': 'Caso dimostrativo',
    window: 'Finestra di finanziamento',
    cascade: 'Bando a cascata',
  },

  partners: 'Possibili partner, e chi può presentarVi (progetto in comune)',
  noPartners: 'Nessun partner trovato finora',
  introduced: 'Con chi, e chi può presentarVi',
  introduction: (introduction) => {
    switch (introduction.by) {
      case 'yourselves':
        return `già noto a Voi: ${shared(introduction)}`;
      case 'own-cluster':
        return 'è il Vostro cluster';
      case 'cluster':
        return `socio di ${introduction.shortName}, come Voi`;
      case 'organisation':
        return `tramite ${introduction.name} (${shared(introduction)})`;
      case 'nobody-known':
        return introduction.askCluster ? 'nessun contatto noto: chiedete al cluster' : 'nessun contatto noto';
    }
  },

  nothingFits:
    'Nessun bando aperto o di prossima apertura risulta adatto con riscontri da entrambe le parti.',
  nothingFitsWhatToDo:
    'Che cosa può cambiarlo: due o tre righe di competenza nella Vostra scheda, ciascuna con ciò che sapete fare, con quali attrezzature e a quale livello di maturità tecnologica (TRL). Il Vostro cluster può inserirle insieme a Voi.',
  fewer: (shown) =>
    shown === 1
      ? 'Solo questo risulta abbastanza adatto, con una frase citata da ciascuna parte: l’elenco non viene mai completato con altri.'
      : `Solo questi ${shown} risultano abbastanza adatti, con una frase citata da ciascuna parte: l’elenco non viene mai completato con altri.`,
  sources: {
    portal: 'portale',
    'partner-search': 'ricerche di partner',
    cordis: 'CORDIS',
    'work-programme': 'programma di lavoro',
    pilots: 'progetti pilota e finestre',
    demo: 'dimostrazione',
  },
  oldSource: 'da aggiornare',
  data: ({ calls, organisation, sources, snapshot }) =>
    [
      sources !== '' ? `Fonti: ${sources}.` : calls === null ? null : `Bandi: dati del ${calls}.`,
      `La Vostra scheda: ${organisation === null ? 'senza data' : `situazione al ${organisation}`}.`,
      `Istantanea ${snapshot}.`,
    ]
      .filter((sentence) => sentence !== null)
      .join(' '),
  howToRead:
    'Citazioni testuali, nella lingua della fonte; in grassetto le parole comuni alle due parti. Forte, buona, possibile sono un confronto con tutti coloro che potrebbero rispondere allo stesso bando, non una probabilità di successo. Prima di decidere si legga il testo ufficiale.',
};

const numbers = ['Nessun', 'Un', 'Due', 'Tre', 'Quattro', 'Cinque'];

const shared = ({ acronym, year }: { readonly acronym: string; readonly year: number | null }): string =>
  year === null ? acronym : `${acronym}, ${year}`;
