export type ProcessingLanguage = 'en' | 'it';

/** What is processed, why, on what ground, of whom and for whom. */
interface Activity {
  readonly name: string;
  readonly purpose: string;
  readonly ground: string;
  readonly people: string;
  readonly data: string;
  readonly recipients: string;
}

interface Words {
  readonly title: string;
  readonly model: string;
  readonly controller: string;
  readonly fillIn: string;
  readonly headings: readonly string[];
  readonly activities: readonly Activity[];
  readonly retention: string;
  readonly retentionLead: string;
  readonly retentionHeadings: readonly string[];
  readonly classes: Readonly<Record<string, string>>;
  /** of what goes the moment it ends */
  readonly untilItsEnd: string;
  readonly backups: string;
  readonly agreements: string;
  readonly agreementHeadings: readonly string[];
  readonly noAgreement: string;
  readonly open: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly transfers: string;
  readonly transfersText: string;
  readonly measures: string;
  readonly measuresText: string;
  readonly units: Readonly<Record<string, readonly [string, string]>>;
}

const en: Words = {
  title: 'Records of processing activities (Article 30 GDPR)',
  model:
    'Model made from the settings of the service. A lawyer or data protection officer must check it before use.',
  controller: 'Controller',
  fillIn: '[address, contact, data protection officer: to be filled in]',
  headings: ['Activity', 'Purpose', 'Legal ground', 'Whose data', 'Which data', 'Recipients'],
  activities: [
    {
      name: 'Contacts at members',
      purpose: 'keeping members’ profiles right, proposing partners',
      ground: 'legitimate interest, Article 6(1)(f)',
      people: 'people who speak for members',
      data: 'name, work address, language, organisation, source and day of notice',
      recipients: 'officers of the cluster; the operator as processor',
    },
    {
      name: 'Accounts and sign-in',
      purpose: 'giving access to those who ask for it',
      ground: 'contract, Article 6(1)(b)',
      people: 'people with an account',
      data: 'name, address, role, sessions and devices, factors',
      recipients: 'colleagues and officers (name and role); the operator as processor',
    },
    {
      name: 'Digests and notices by mail',
      purpose: 'telling people of calls that fit',
      ground: 'consent, Article 6(1)(a)',
      people: 'people who chose a digest',
      data: 'address, chosen rhythm, what was sent when',
      recipients: 'the provider of the mail server, as processor [name]',
    },
    {
      name: 'Requests and consortia',
      purpose: 'bringing organisations together, preparing proposals',
      ground: 'legitimate interest; contacts are shown once both sides agreed',
      people: 'contacts of the parties, guests',
      data: 'name, address, words written, contact of Part A',
      recipients: 'the other side and its cluster, after both agreed; partners on an agreed sheet',
    },
    {
      name: 'Audit trail',
      purpose: 'showing who did, saw and took what',
      ground: 'legal duty and legitimate interest, Articles 5(2), 6(1)(c) and (f)',
      people: 'people with an account',
      data: 'id of the account, deed, time; no names, no texts',
      recipients: 'staff of the cluster, the organisation concerned, the operator',
    },
  ],
  retention: 'How long data are kept',
  retentionLead:
    'As the daily run takes them out; the periods are read from the statements that it executes.',
  retentionHeadings: ['Data', 'Kept'],
  untilItsEnd: 'until they end',
  classes: {
    removalsSealed: 'what a removal took out',
    contactsUnanswered: 'contacts who do not answer, after the notice',
    contactsNeverTold: 'contacts who were never told',
    profileRequests: 'requests to look after a profile, where no officer decided',
    invitationsEnded: 'invitations, after their link ended',
    sessionsEnded: 'sessions, after they ended',
    signInLinksEnded: 'links to sign in, after they ended',
    devicesForgotten: 'browsers that were signed in, after they were last seen',
    countsOfTries: 'counts of tries, after they ended',
    consentsWithdrawn: 'consents, after they were withdrawn, as proof',
    mailTexts: 'what a mail was written from, where nobody knows whether it arrived',
    mailAddresses: 'where such a mail went',
    mailsKeptInstead: 'mails kept instead of sent, where there is no mail server',
    mailsEnded: 'that a mail was sent, without its text',
    seatContacts: 'contacts in Part A of a seat, after the outcome / after nobody touched the board',
    seatWords: 'what was said to offers of seats',
    guestLinks: 'links of guests to a seat, after they ended / with the board',
    guestsNamed: 'how a guest of a request is called, after the last step / where it was not sent',
    guestsOfRequests: 'name and address of a guest of a request, in the same way',
    requestLinksEnded: 'links to a request, after they ended',
    requestsPast: 'requests with their words, after the last step',
    removalsForgotten: 'that there was a removal, after it could be taken back',
    removalLinksEnded: 'links in mails by which somebody has themselves removed',
    keptIdeas: 'kept ideas, after their last change',
    sameIdeas: 'questions to the authors of alike ideas, after they were asked',
    interviewLinks: 'links to answer an interview, after they ended',
    interviews: 'interviews, after the answer, the mail or the start',
    mergeDecisions: 'what was said of two entries that may be one organisation, after it was taken back',
  },
  backups: 'Backups: 35 days [as set where they are made].',
  agreements: 'Federation agreements in force (recipients among clusters)',
  agreementHeadings: ['Cluster', 'Kind', 'From', 'Until'],
  noAgreement: 'None: nothing leaves the cluster.',
  open: 'until one of the two ends it',
  kinds: {
    sisters: 'sister clusters: masked entries, as far as each member allows',
    parent: 'figures alone, of five members at least',
  },
  transfers: 'Transfers outside the European Union',
  transfersText:
    'None by the service itself [unless the machine, its backups or the mail server stand elsewhere: say where].',
  measures: 'Security',
  measuresText: 'See docs/security.md: what is promised, and by which test each promise is held.',
  units: { day: ['day', 'days'], month: ['month', 'months'], year: ['year', 'years'] },
};

const it: Words = {
  title: 'Registro delle attività di trattamento (art. 30 GDPR)',
  model:
    'Modello ricavato dalle impostazioni del servizio. Prima dell’uso va verificato da un legale o dal responsabile della protezione dei dati.',
  controller: 'Titolare',
  fillIn: '[indirizzo, contatto, responsabile della protezione dei dati: da completare]',
  headings: ['Attività', 'Finalità', 'Base giuridica', 'Interessati', 'Dati', 'Destinatari'],
  activities: [
    {
      name: 'Referenti dei soci',
      purpose: 'tenere corretti i profili dei soci, proporre partner',
      ground: 'legittimo interesse, art. 6, par. 1, lett. f',
      people: 'persone che parlano per i soci',
      data: 'nome, indirizzo di lavoro, lingua, organizzazione, fonte e giorno dell’informativa',
      recipients: 'personale del cluster; il gestore come responsabile del trattamento',
    },
    {
      name: 'Account e accesso',
      purpose: 'dare accesso a chi lo chiede',
      ground: 'contratto, art. 6, par. 1, lett. b',
      people: 'persone con un account',
      data: 'nome, indirizzo, ruolo, sessioni e dispositivi, fattori',
      recipients: 'colleghi e personale (nome e ruolo); il gestore come responsabile del trattamento',
    },
    {
      name: 'Riepiloghi e avvisi per posta',
      purpose: 'segnalare i bandi adatti',
      ground: 'consenso, art. 6, par. 1, lett. a',
      people: 'persone che hanno scelto un riepilogo',
      data: 'indirizzo, frequenza scelta, che cosa è stato inviato e quando',
      recipients: 'il fornitore del server di posta, come responsabile del trattamento [nome]',
    },
    {
      name: 'Richieste e consorzi',
      purpose: 'mettere in contatto le organizzazioni, preparare proposte',
      ground: 'legittimo interesse; i contatti si mostrano dopo l’accordo di entrambe le parti',
      people: 'referenti delle parti, ospiti',
      data: 'nome, indirizzo, testi scritti, contatto della Parte A',
      recipients:
        'l’altra parte e il suo cluster, dopo l’accordo di entrambe; i partner di una scheda concordata',
    },
    {
      name: 'Registro delle operazioni',
      purpose: 'mostrare chi ha fatto, visto ed esportato che cosa',
      ground: 'obbligo di legge e legittimo interesse, artt. 5, par. 2, e 6, par. 1, lett. c e f',
      people: 'persone con un account',
      data: 'identificativo dell’account, operazione, momento; nessun nome, nessun testo',
      recipients: 'personale del cluster, organizzazione interessata, gestore',
    },
  ],
  retention: 'Tempi di conservazione',
  retentionLead: 'Come applicati ogni giorno; i periodi sono letti dalle istruzioni che vengono eseguite.',
  retentionHeadings: ['Dati', 'Conservati'],
  untilItsEnd: 'fino alla scadenza',
  classes: {
    removalsSealed: 'ciò che una rimozione ha tolto',
    contactsUnanswered: 'referenti che non rispondono, dopo l’informativa',
    contactsNeverTold: 'referenti mai informati',
    profileRequests: 'richieste di curare un profilo su cui nessun addetto ha deciso',
    invitationsEnded: 'inviti, dopo la scadenza del collegamento',
    sessionsEnded: 'sessioni, dopo la fine',
    signInLinksEnded: 'collegamenti di accesso, dopo la scadenza',
    devicesForgotten: 'browser usati per accedere, dall’ultimo uso',
    countsOfTries: 'conteggi dei tentativi, dopo la fine',
    consentsWithdrawn: 'consensi, dopo la revoca, come prova',
    mailTexts: 'contenuto di un messaggio di cui non si sa se sia arrivato',
    mailAddresses: 'indirizzo di un tale messaggio',
    mailsKeptInstead: 'messaggi conservati e non inviati, dove manca il server di posta',
    mailsEnded: 'il fatto che un messaggio è stato inviato, senza il testo',
    seatContacts: 'contatti nella Parte A di un posto, dopo l’esito / dall’ultima modifica del consorzio',
    seatWords: 'testi sulle offerte di posti',
    guestLinks: 'collegamenti di ospiti a un posto, dopo la scadenza / con il consorzio',
    guestsNamed: 'nome di un ospite di una richiesta, dall’ultimo passo / se non inviata',
    guestsOfRequests: 'nome e indirizzo di un ospite di una richiesta, allo stesso modo',
    requestLinksEnded: 'collegamenti a una richiesta, dopo la scadenza',
    requestsPast: 'richieste con i testi, dall’ultimo passo',
    removalsForgotten: 'il fatto che c’è stata una rimozione, quando non si può più annullare',
    removalLinksEnded: 'collegamenti nei messaggi con cui ci si fa rimuovere',
    keptIdeas: 'idee conservate, dall’ultima modifica',
    sameIdeas: 'domande agli autori di idee simili, da quando sono state poste',
    interviewLinks: 'collegamenti per rispondere a un colloquio, dopo la scadenza',
    interviews: 'colloqui, dalla risposta, dal messaggio o dall’inizio',
    mergeDecisions:
      'indicazioni su due voci che possono essere la stessa organizzazione, dopo l’annullamento',
  },
  backups: 'Copie di sicurezza: 35 giorni [come impostato dove vengono fatte].',
  agreements: 'Accordi di federazione in vigore (destinatari tra i cluster)',
  agreementHeadings: ['Cluster', 'Tipo', 'Dal', 'Al'],
  noAgreement: 'Nessuno: dal cluster non esce nulla.',
  open: 'finché uno dei due non lo conclude',
  kinds: {
    sisters: 'cluster partner: voci mascherate, per quanto ogni socio consente',
    parent: 'soli dati numerici, di almeno cinque soci',
  },
  transfers: 'Trasferimenti fuori dall’Unione europea',
  transfersText:
    'Nessuno da parte del servizio [salvo che la macchina, le copie o il server di posta si trovino altrove: indicare dove].',
  measures: 'Sicurezza',
  measuresText: 'Si veda docs/security.md: che cosa è promesso e con quale prova.',
  units: { day: ['giorno', 'giorni'], month: ['mese', 'mesi'], year: ['anno', 'anni'] },
};

export const processingWords: Readonly<Record<ProcessingLanguage, Words>> = { en, it };
