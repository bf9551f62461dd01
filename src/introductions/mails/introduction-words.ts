import type { ProgressStep } from './introduction-mails.js';

interface Progress {
  /** for the subject */
  readonly short: string;
  readonly status: (recipient: string) => string;
  readonly next: string;
}

/** The words of mails about requests. */
export interface IntroductionWords {
  readonly greeting: (name: string) => string;
  readonly masked: (country: string | null) => string;
  readonly requestSubject: (subject: string, reminder: boolean) => string;
  readonly requestPreheader: (role: string) => string;
  readonly asked: (sender: string) => string;
  readonly reminded: string;
  readonly subject: string;
  readonly role: string;
  readonly kind: string;
  readonly replacement: string;
  readonly due: string;
  readonly theyWrite: string;
  readonly theyAnswer: string;
  readonly accept: string;
  readonly ask: string;
  readonly decline: string;
  readonly noAccount: string;
  readonly privacyTitle: string;
  readonly privacy: string;
  readonly progressSubject: (short: string, subject: string) => string;
  readonly progress: Readonly<Record<ProgressStep, Progress>>;
  readonly reason: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly open: string;
  readonly escalationSubject: (subject: string) => string;
  readonly escalation: (recipient: string, sender: string) => string;
  readonly escalationNext: string;
  readonly willCall: string;
  readonly agreedSubject: (subject: string) => string;
  readonly agreed: (other: string) => string;
  readonly agreedNext: string;
  readonly agreedWrite: string;
  readonly otherSide: string;
  readonly contact: string;
  readonly talk: string;
  readonly nudgeSubject: (subject: string) => string;
  readonly nudge: string;
  readonly filledSubject: (subject: string) => string;
  readonly filled: string;
  readonly filledNext: string;
  readonly filledKeep: string;
  readonly floodSubject: string;
  readonly flood: (sender: string, count: number) => string;
  readonly floodNext: string;
  readonly whyRequest: string;
  readonly whySender: string;
  readonly whyOfficer: string;
  readonly whyGuest: string;
}

const en: IntroductionWords = {
  greeting: (name) => `Dear ${name},`,
  masked: (country) =>
    country === null
      ? 'an organisation of another cluster'
      : `an organisation of another cluster (${country})`,
  requestSubject: (subject, reminder) => `${reminder ? 'Reminder: ' : ''}You are asked for: ${subject}`,
  requestPreheader: (role) => `Role: ${role}. Accept, ask or decline.`,
  asked: (sender) => `${sentence(sender)} asks whether you would take part. Here is what it is about.`,
  reminded: 'A request still waits for your answer. A no is an answer too, and takes one press.',
  subject: 'About',
  role: 'Role',
  kind: 'Kind',
  replacement: 'Replacement of a partner',
  due: 'Answer by',
  theyWrite: 'They write',
  theyAnswer: 'They say',
  accept: 'Accept',
  ask: 'Ask something',
  decline: 'Decline',
  noAccount:
    'Asking and declining need no account. Names are exchanged only when you accept, and with both sides at once.',
  privacyTitle: 'Your address',
  privacy:
    'An officer of the cluster that writes here typed your name and address for this one request, and answers for ' +
    'having them. They are used for nothing else and go with the request. You can have them erased at any time: ' +
    'decline, or write to the cluster.',
  progressSubject: (short, subject) => `${short}: ${subject}`,
  progress: {
    read: {
      short: 'Read',
      status: (recipient) => `Your request to ${recipient} was read.`,
      next: 'You need not do anything: they are reminded by themselves.',
    },
    declined: {
      short: 'Not this time',
      status: (recipient) =>
        `Your request to ${recipient} was declined. That says nothing about your organisation: most consortia ask several.`,
      next: 'You can ask somebody else for the same at once.',
    },
    'more-information': {
      short: 'A question',
      status: (recipient) => `${sentence(recipient)} would like to know more before answering.`,
      next: 'Answer the question: their time to decide then begins anew.',
    },
    escalated: {
      short: 'No answer yet',
      status: (recipient) =>
        `Your request to ${recipient} has had no answer for five working days. Their cluster was told and may call them.`,
      next: 'You need not do anything.',
    },
    expired: {
      short: 'Without answer',
      status: (recipient) => `Your request to ${recipient} was not answered within its time and has ended.`,
      next: 'You can ask somebody else for the same at once.',
    },
    queued: {
      short: 'Waits for its turn',
      status: (recipient) =>
        `Your request to ${recipient} goes a little later: nobody is sent more than three new requests a week.`,
      next: 'It goes by itself. Its page says when.',
    },
    message: {
      short: 'A message',
      status: (recipient) => `${sentence(recipient)} has written to you.`,
      next: 'Read it and answer on its page.',
    },
  },
  reason: 'Reason',
  reasons: {
    topic: 'the topic does not fit',
    role: 'the role does not fit',
    timing: 'the timing does not fit',
    capacity: 'no capacity at the moment',
    other: 'another reason',
  },
  open: 'Open the request',
  escalationSubject: (subject) => `No answer for five working days: ${subject}`,
  escalation: (recipient, sender) => `A request from ${sender} to ${recipient} has had no answer yet.`,
  escalationNext: '“I will call” on its page stops the clock for three working days.',
  willCall: 'I will call',
  agreedSubject: (subject) => `You can talk: ${subject}`,
  agreed: (other) => `You are now in touch with ${other}: both sides have agreed.`,
  agreedNext:
    'On its page you find each other’s contacts, propose three times to talk, and get an agenda and a calendar file.',
  agreedWrite: 'Both of you have each other’s address now: write, and find a time to talk.',
  otherSide: 'Other side',
  contact: 'Contact',
  talk: 'Propose a time',
  nudgeSubject: (subject) => `Still of interest? ${subject}`,
  nudge: 'You both agreed, and nothing was written for 14 days. This is the only time we remind you.',
  filledSubject: (subject) => `The place is filled: ${subject}`,
  filled:
    'The place you were asked about has been taken by another organisation. Thank you for considering it.',
  filledNext: 'If you like, whoever asked will know that you would join for a similar need.',
  filledKeep: 'Keep us for similar needs',
  floodSubject: 'Many requests with the same words',
  flood: (sender, count) =>
    `${sentence(sender)} tried to send the very same words to more than ${count} organisations within a week. The last one was not sent.`,
  floodNext: 'Please have a word with them: a request that says why it is you gets an answer.',
  whyRequest: 'You get this because your organisation was asked something, and you answer for it here.',
  whySender: 'You get this because you sent this request.',
  whyOfficer: 'You get this because you work for a cluster whose member is concerned.',
  whyGuest:
    'You get this because an officer of a technology cluster asks you something; you have no account here.',
};

const it: IntroductionWords = {
  greeting: (name) => `Gentile ${name},`,
  masked: (country) =>
    country === null
      ? 'un’organizzazione di un altro cluster'
      : `un’organizzazione di un altro cluster (${country})`,
  requestSubject: (subject, reminder) => `${reminder ? 'Promemoria: ' : ''}Vi viene chiesto: ${subject}`,
  requestPreheader: (role) => `Ruolo: ${role}. Accettare, chiedere o rifiutare.`,
  asked: (sender) => `${sender} chiede se vorreste partecipare. Ecco di che cosa si tratta.`,
  reminded: 'una richiesta attende ancora la Vostra risposta. Anche un no è una risposta, e basta un clic.',
  subject: 'Oggetto',
  role: 'Ruolo',
  kind: 'Tipo',
  replacement: 'Sostituzione di un partner',
  due: 'Risposta entro',
  theyWrite: 'Scrivono',
  theyAnswer: 'Dicono',
  accept: 'Accetta',
  ask: 'Chiedi qualcosa',
  decline: 'Rifiuta',
  noAccount:
    'Per chiedere o rifiutare non serve un account. I nomi si scambiano solo se accettate, alle due parti insieme.',
  privacyTitle: 'Il Suo indirizzo',
  privacy:
    'Una persona del cluster che Le scrive ha inserito il Suo nome e indirizzo per quest’unica richiesta, e ne ' +
    'risponde. Non servono ad altro e vanno via con la richiesta. Può farli cancellare in ogni momento: rifiuti, o ' +
    'scriva al cluster.',
  progressSubject: (short, subject) => `${short}: ${subject}`,
  progress: {
    read: {
      short: 'Letta',
      status: (recipient) => `la Vostra richiesta a ${recipient} è stata letta.`,
      next: 'Non serve fare nulla: il promemoria parte da sé.',
    },
    declined: {
      short: 'Non questa volta',
      status: (recipient) =>
        `la Vostra richiesta a ${recipient} è stata rifiutata. Non dice nulla della Vostra organizzazione: quasi ogni consorzio chiede a più di uno.`,
      next: 'Potete chiedere subito lo stesso a qualcun altro.',
    },
    'more-information': {
      short: 'Una domanda',
      status: (recipient) => `prima di rispondere, ${recipient} vorrebbe sapere di più.`,
      next: 'Rispondete alla domanda: il loro tempo per decidere ricomincia.',
    },
    escalated: {
      short: 'Ancora nessuna risposta',
      status: (recipient) =>
        `la Vostra richiesta a ${recipient} non ha avuto risposta da cinque giorni lavorativi. Il loro cluster è stato avvisato e può chiamare.`,
      next: 'Non serve fare nulla.',
    },
    expired: {
      short: 'Senza risposta',
      status: (recipient) => `la Vostra richiesta a ${recipient} non ha avuto risposta in tempo ed è chiusa.`,
      next: 'Potete chiedere subito lo stesso a qualcun altro.',
    },
    queued: {
      short: 'In attesa del suo turno',
      status: (recipient) =>
        `la Vostra richiesta a ${recipient} parte un po’ più tardi: nessuno riceve più di tre richieste nuove a settimana.`,
      next: 'Parte da sé: quando, lo dice la pagina della richiesta.',
    },
    message: {
      short: 'Un messaggio',
      status: (recipient) => `${recipient} Vi ha scritto.`,
      next: 'Il messaggio si trova nella pagina della richiesta, dove potete rispondere.',
    },
  },
  reason: 'Motivo',
  reasons: {
    topic: 'il tema non è adatto',
    role: 'il ruolo non è adatto',
    timing: 'i tempi non sono adatti',
    capacity: 'in questo momento non c’è disponibilità',
    other: 'un altro motivo',
  },
  open: 'Apri la richiesta',
  escalationSubject: (subject) => `Nessuna risposta da cinque giorni lavorativi: ${subject}`,
  escalation: (recipient, sender) =>
    `una richiesta di ${sender} a ${recipient} non ha ancora avuto risposta.`,
  escalationNext: '«Chiamo io», nella pagina della richiesta, ferma l’orologio per tre giorni lavorativi.',
  willCall: 'Chiamo io',
  agreedSubject: (subject) => `Potete parlarvi: ${subject}`,
  agreed: (other) => `ora siete in contatto con ${other}: le due parti sono d’accordo.`,
  agreedNext:
    'Nella pagina della richiesta trovate i contatti di entrambi, potete proporre tre orari e avere un ordine del giorno e un file per il calendario.',
  agreedWrite: 'Ora ciascuno ha l’indirizzo dell’altro: scrivetevi e trovate un orario per parlarvi.',
  otherSide: 'Altra parte',
  contact: 'Contatto',
  talk: 'Proponi un orario',
  nudgeSubject: (subject) => `Interessa ancora? ${subject}`,
  nudge: 'eravate d’accordo, e da 14 giorni nessuno ha scritto. Ve lo ricordiamo solo questa volta.',
  filledSubject: (subject) => `Il posto è occupato: ${subject}`,
  filled:
    'il posto che Vi era stato proposto è stato preso da un’altra organizzazione. Grazie dell’attenzione.',
  filledNext: 'Se volete, chi ha chiesto saprà che partecipereste per un fabbisogno simile.',
  filledKeep: 'Teneteci presenti per fabbisogni simili',
  floodSubject: 'Molte richieste con le stesse parole',
  flood: (sender, count) =>
    `${sender} ha provato a inviare le stesse identiche parole a più di ${count} organizzazioni in una settimana. L’ultima non è partita.`,
  floodNext:
    'La preghiamo di parlarne con loro: una richiesta che dice perché ci si rivolge a qualcuno riceve risposta.',
  whyRequest:
    'Riceve questo messaggio perché alla Sua organizzazione è stato chiesto qualcosa e Lei risponde qui per essa.',
  whySender: 'Riceve questo messaggio perché ha inviato questa richiesta.',
  whyOfficer: 'Riceve questo messaggio perché lavora per un cluster il cui socio è interessato.',
  whyGuest:
    'Riceve questo messaggio perché una persona di un cluster tecnologico Le chiede qualcosa; qui non ha un account.',
};

/** A party at the beginning of a sentence. */
function sentence(party: string): string {
  return party.charAt(0).toUpperCase() + party.slice(1);
}

export const introductionWords = (language: 'en' | 'it'): IntroductionWords => ({ en, it })[language];
