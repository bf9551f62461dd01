import { defineMail, type Block, type Letter } from '../../platform/mail/index.js';
import type { OpenInvitation } from './invitation.store.js';

/** Which wording people were shown; kept with each consent. */
export const noticeVersion = '2026-11-23';

/** Asks somebody to look after an organisation's profile. */
export const invitationMail = defineMail<{ readonly invitation: string }>({
  name: 'invitation',
  catalogue: 'M01',
  class: 'service',
  offersRemoval: true,
});

/** Asks once more, ten days later; it comes by itself, so a complaint ends it and it counts for the week. */
export const invitationReminderMail = defineMail<{ readonly invitation: string }>({
  name: 'invitation-reminder',
  catalogue: 'M01',
  class: 'subscribed',
  staleAfterHours: 7 * 24,
  offersRemoval: true,
});

/** What an invitation says about. */
export type InvitedPerson = Pick<OpenInvitation, 'clusterName' | 'name' | 'email' | 'language' | 'source'>;

/**
 * The invitation to look after an organisation's profile, with what Article 14 GDPR asks to be told: who holds the
 * data, what for, on what ground, which, from where, for how long, and what one can do about it.
 *
 * The token is behind `#`, which browsers and scanners do not send to a server.
 *
 * @param base the address under which people reach the service
 */
export function invitationLetter(invited: InvitedPerson, token: string, base: string): Letter {
  const { clusterName: cluster, name, email, language, source } = invited;
  const words = language === 'it' ? italian : english;
  const asked = source === 'self';
  const origin = words.origin[asked ? 'self' : source === 'colleague' ? 'colleague' : 'officer'];
  const blocks: Block[] = [
    { kind: 'paragraph', text: asked ? words.askedFor(cluster) : words.ask(cluster) },
    {
      kind: 'actions',
      actions: [
        { label: words.see, url: `${base}/invitation#${token}` },
        { label: words.remove, url: `${base}/invitation/remove#${token}` },
      ],
    },
    { kind: 'note', text: words.term },
    { kind: 'heading', text: words.about },
    { kind: 'facts', facts: words.facts({ email, cluster, origin }) },
    { kind: 'note', text: words.removing },
  ];
  return {
    subject: words.subject(cluster),
    preheader: words.preheader,
    greeting: words.greeting(name),
    blocks,
    why: asked ? words.whyAsked : words.why(cluster),
    footerLinks: [],
    unsubscribe: null,
  };
}

/** The reminder: the same question, shorter; what is held and why is said again, as nobody keeps the first mail. */
export function reminderLetter(invited: InvitedPerson, token: string, base: string): Letter {
  const letter = invitationLetter(invited, token, base);
  const words = invited.language === 'it' ? italian : english;
  const { clusterName: cluster } = invited;
  return {
    ...letter,
    subject: words.reminderSubject(cluster),
    blocks: [{ kind: 'paragraph', text: words.reminder(cluster) }, ...letter.blocks.slice(1)],
    why: words.reminderWhy(cluster),
  };
}

interface Filled {
  readonly email: string;
  readonly cluster: string;
  readonly origin: string;
}

interface Words {
  readonly subject: (cluster: string) => string;
  readonly preheader: string;
  readonly greeting: (name: string) => string;
  readonly origin: { readonly officer: string; readonly colleague: string; readonly self: string };
  readonly ask: (cluster: string) => string;
  readonly askedFor: (cluster: string) => string;
  readonly see: string;
  readonly remove: string;
  readonly term: string;
  readonly about: string;
  readonly facts: (filled: Filled) => readonly (readonly [string, string])[];
  readonly removing: string;
  readonly why: (cluster: string) => string;
  readonly whyAsked: string;
  readonly reminderSubject: (cluster: string) => string;
  readonly reminder: (cluster: string) => string;
  readonly reminderWhy: (cluster: string) => string;
}

const english: Words = {
  subject: (cluster) => `${cluster}: your organisation’s profile`,
  preheader: 'A draft profile is waiting for you: say what is right in it.',
  greeting: (name) => `Dear ${name},`,
  origin: {
    officer: 'the cluster’s list of contacts',
    colleague: 'a colleague of yours',
    self: 'the page of Tessera on which somebody, probably you, asked for this profile',
  },
  ask: (cluster) =>
    `${cluster} keeps a draft profile of your organisation in Tessera, a service that proposes partners for European ` +
    'calls. Please look at it and say what is right.',
  askedFor: (cluster) =>
    `Somebody, probably you, asked to look after your organisation’s profile in Tessera, a service that proposes partners ` +
    `for European calls. ${cluster} keeps a draft of it. If it was not you, there is nothing to do.`,
  see: 'See it',
  remove: 'Remove me',
  term: 'Seeing it needs no password. The link works for 30 days.',
  about: 'What is held about you, and why',
  facts: ({ email, cluster, origin }) => [
    ['Who is responsible', `${cluster}.`],
    ['What', `your name and your mail address (${email}).`],
    ['From where', `${origin}.`],
    ['What for', 'to ask you about your organisation’s profile, and nothing else until you say so.'],
    [
      'On what ground',
      'the cluster’s legitimate interest in keeping its members’ profiles right (Article 6(1)(f) GDPR).',
    ],
    ['Who receives it', `the officers of ${cluster}, and who runs the service for them.`],
    ['For how long', 'until you ask to be removed, or 12 months after this message if you do not answer.'],
    [
      'Your rights',
      'to see, correct, erase, restrict, object and take along your data, and to complain to the supervisory ' +
        'authority (in Italy: www.garanteprivacy.it).',
    ],
  ],
  removing:
    '“Remove me” erases your data at once, without signing in, and keeps you from being written to again.',
  why: (cluster) =>
    `You get this because ${cluster} has you down as a contact of a member; at most one reminder follows.`,
  whyAsked: 'You get this because your address was typed on the page for asking for a profile.',
  reminderSubject: (cluster) => `Reminder: your organisation’s profile at ${cluster}`,
  reminder: (cluster) =>
    `Ten days ago ${cluster} asked you to look at the draft profile of your organisation in Tessera, a service that ` +
    'proposes partners for European calls. It is still waiting. There will be no further reminder.',
  reminderWhy: (cluster) =>
    `You get this one reminder because ${cluster} has you down as a contact of a member and its first message was not answered.`,
};

const italian: Words = {
  subject: (cluster) => `${cluster}: il profilo della Sua organizzazione`,
  preheader: 'Una bozza di profilo La attende: ci dica che cosa è giusto.',
  greeting: (name) => `Gentile ${name},`,
  origin: {
    officer: 'l’elenco dei contatti del cluster',
    colleague: 'un Suo collega o una Sua collega',
    self: 'la pagina di Tessera in cui qualcuno, probabilmente Lei, ha chiesto questo profilo',
  },
  ask: (cluster) =>
    `${cluster} conserva una bozza di profilo della Sua organizzazione in Tessera, un servizio che propone partner ` +
    'per i bandi europei. La preghiamo di guardarla e di dirci che cosa è giusto.',
  askedFor: (cluster) =>
    'qualcuno, probabilmente Lei, ha chiesto di curare il profilo della Sua organizzazione in Tessera, un servizio che ' +
    `propone partner per i bandi europei. ${cluster} ne conserva una bozza. Se non è stato Lei, non deve fare nulla.`,
  see: 'Vedi il profilo',
  remove: 'Rimuovimi',
  term: 'Per vederla non serve una password. Il collegamento vale 30 giorni.',
  about: 'Quali Suoi dati sono trattati e perché',
  facts: ({ email, cluster, origin }) => [
    ['Titolare', `${cluster}.`],
    ['Quali dati', `il Suo nome e il Suo indirizzo di posta (${email}).`],
    ['Da dove vengono', `${origin}.`],
    ['Finalità', 'chiederLe del profilo della Sua organizzazione, e nient’altro finché Lei non lo vorrà.'],
    [
      'Base giuridica',
      'legittimo interesse del cluster a tenere corretti i profili dei propri soci (art. 6, par. 1, lett. f, GDPR).',
    ],
    ['Destinatari', `il personale di ${cluster} e chi gestisce il servizio per suo conto.`],
    ['Conservazione', 'fino alla Sua richiesta di rimozione, o 12 mesi da questo messaggio se non risponde.'],
    [
      'I Suoi diritti',
      'accesso, rettifica, cancellazione, limitazione, opposizione e portabilità dei dati, e reclamo all’autorità di ' +
        'controllo (in Italia: www.garanteprivacy.it).',
    ],
  ],
  removing: '«Rimuovimi» cancella subito i Suoi dati, senza accesso, e impedisce che Le si scriva di nuovo.',
  why: (cluster) =>
    `Riceve questo messaggio perché ${cluster} La conosce come contatto di un proprio socio; seguirà al più un promemoria.`,
  whyAsked:
    'Riceve questo messaggio perché il Suo indirizzo è stato scritto nella pagina per chiedere un profilo.',
  reminderSubject: (cluster) => `Promemoria: il profilo della Sua organizzazione presso ${cluster}`,
  reminder: (cluster) =>
    `dieci giorni fa ${cluster} Le ha chiesto di guardare la bozza di profilo della Sua organizzazione in Tessera, un ` +
    'servizio che propone partner per i bandi europei. La bozza La attende ancora. Non seguiranno altri promemoria.',
  reminderWhy: (cluster) =>
    `Riceve quest’unico promemoria perché ${cluster} La conosce come contatto di un proprio socio e il primo messaggio è rimasto senza risposta.`,
};
