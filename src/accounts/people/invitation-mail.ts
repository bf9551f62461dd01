import type { Mail } from '../../platform/mail/mailer.js';
import type { OpenInvitation } from './invitation.store.js';

/** Which wording people were shown; kept with each consent. */
export const noticeVersion = '2026-11-22';

/**
 * The invitation to look after an organisation's profile, with what Article 14 GDPR asks to be told: who holds the
 * data, what for, on what ground, which, from where, for how long, and what one can do about it.
 *
 * The token is behind `#`, which browsers and scanners do not send to a server.
 *
 * @param base the address under which people reach the service
 */
export function invitationMail(invitation: OpenInvitation, token: string, base: string): Mail {
  const see = `${base}/invitation#${token}`;
  const remove = `${base}/invitation/remove#${token}`;
  const { clusterName, name, email, language, id } = invitation;
  const words = language === 'it' ? italian : english;
  const origin = words.origin[invitation.source === 'colleague' ? 'colleague' : 'officer'];
  return {
    id,
    to: { name, address: email },
    replyTo: null,
    subject: words.subject(clusterName),
    text: words.text({ name, email, cluster: clusterName, origin, see, remove }),
    language,
  };
}

interface Filled {
  readonly name: string;
  readonly email: string;
  readonly cluster: string;
  readonly origin: string;
  readonly see: string;
  readonly remove: string;
}

interface Words {
  readonly subject: (cluster: string) => string;
  readonly origin: { readonly officer: string; readonly colleague: string };
  readonly text: (filled: Filled) => string;
}

const english: Words = {
  subject: (cluster) => `${cluster}: your organisation’s profile`,
  origin: { officer: 'the cluster’s list of contacts', colleague: 'a colleague of yours' },
  text: ({ name, email, cluster, origin, see, remove }) => `Dear ${name},

${cluster} keeps a draft profile of your organisation in Tessera, a service that proposes partners for European calls.
Please look at it and say what is right:

  See it:     ${see}
  Remove me:  ${remove}

Seeing it needs no password. The link works for 30 days.

What is held about you, and why
  Who is responsible:  ${cluster}.
  What:                your name and your mail address (${email}).
  From where:          ${origin}.
  What for:            to ask you about your organisation’s profile, and nothing else until you say so.
  On what ground:      the cluster’s legitimate interest in keeping its members’ profiles right (Article 6(1)(f) GDPR).
  Who receives it:     the officers of ${cluster}, and who runs the service for them.
  For how long:        until you ask to be removed, or 12 months after this message if you do not answer.
  Your rights:         to see, correct, erase, restrict, object and take along your data, and to complain to the
                       supervisory authority (in Italy: www.garanteprivacy.it).
  “Remove me” erases your data at once, without signing in, and keeps you from being written to again.
`,
};

const italian: Words = {
  subject: (cluster) => `${cluster}: il profilo della Sua organizzazione`,
  origin: { officer: 'l’elenco dei contatti del cluster', colleague: 'un Suo collega o una Sua collega' },
  text: ({ name, email, cluster, origin, see, remove }) => `Gentile ${name},

${cluster} conserva una bozza di profilo della Sua organizzazione in Tessera, un servizio che propone partner per i bandi
europei. La preghiamo di guardarla e di dirci che cosa è giusto:

  Vedi il profilo:  ${see}
  Rimuovimi:        ${remove}

Per vederla non serve una password. Il collegamento vale 30 giorni.

Quali Suoi dati sono trattati e perché
  Titolare:           ${cluster}.
  Quali dati:         il Suo nome e il Suo indirizzo di posta (${email}).
  Da dove vengono:    ${origin}.
  Finalità:           chiederLe del profilo della Sua organizzazione, e nient’altro finché Lei non lo vorrà.
  Base giuridica:     legittimo interesse del cluster a tenere corretti i profili dei propri aderenti (art. 6, par. 1, lett. f, GDPR).
  Destinatari:        il personale di ${cluster} e chi gestisce il servizio per suo conto.
  Conservazione:      fino alla Sua richiesta di rimozione, o 12 mesi da questo messaggio se non risponde.
  I Suoi diritti:     accesso, rettifica, cancellazione, limitazione, opposizione e portabilità dei dati, e reclamo
                      all’autorità di controllo (in Italia: www.garanteprivacy.it).
  «Rimuovimi» cancella subito i Suoi dati, senza accesso, e impedisce che Le si scriva di nuovo.
`,
};
