import { defineMail, type Letter } from '../../../platform/mail/index.js';
import { undoDays } from './removal.store.js';

/** Tells somebody, for the last time, that they or their organisation were removed, and how to take it back. */
export const removalMail = defineMail<RemovalTold>({
  name: 'removal',
  catalogue: 'M15',
  class: 'account',
});

export interface RemovalTold {
  readonly kind: 'person' | 'organisation';
  /** the person's name */
  readonly name: string;
  /** the organisation's name; of its removal alone */
  readonly organisation: string | null;
  /** takes it back; gone with the content once the mail has ended */
  readonly token: string;
}

/** The token is behind `#`, which browsers and scanners do not send to a server. */
export function removalLetter(told: RemovalTold, language: 'en' | 'it', base: string): Letter {
  const words = language === 'it' ? italian : english;
  const what = words[told.kind](told.organisation ?? '');
  return {
    subject: what.subject,
    preheader: words.preheader,
    greeting: words.greeting(told.name),
    blocks: [
      { kind: 'paragraph', text: what.text },
      { kind: 'paragraph', text: words.undo },
      { kind: 'actions', actions: [{ label: words.back, url: `${base}/invitation/undo#${told.token}` }] },
    ],
    why: words.why,
    footerLinks: [],
    unsubscribe: null,
  };
}

interface Words {
  readonly preheader: string;
  readonly greeting: (name: string) => string;
  readonly person: (organisation: string) => { readonly subject: string; readonly text: string };
  readonly organisation: (organisation: string) => { readonly subject: string; readonly text: string };
  readonly undo: string;
  readonly back: string;
  readonly why: string;
}

const english: Words = {
  preheader: `It can be taken back for ${undoDays} days.`,
  greeting: (name) => `Dear ${name},`,
  person: () => ({
    subject: 'You were removed from Tessera',
    text: 'As you asked by your link, your name, your mail address and your account were erased. You will not be written to again.',
  }),
  organisation: (organisation) => ({
    subject: `${organisation} was removed from Tessera`,
    text:
      `As was asked by a link sent to you, what the clusters held about ${organisation} was erased, with its people and ` +
      'what it said of itself. No list of members brings it back. What public databases say of its projects stays public there.',
  }),
  undo: `You did not want this? It can be taken back for ${undoDays} days; after that nobody can, not even we.`,
  back: 'Take it back',
  why: 'This is the last message. What was erased can be read with the link above alone.',
};

const italian: Words = {
  preheader: `Si può annullare per ${undoDays} giorni.`,
  greeting: (name) => `Gentile ${name},`,
  person: () => ({
    subject: 'I Suoi dati sono stati rimossi da Tessera',
    text: 'come richiesto con il Suo collegamento, il nome, l’indirizzo di posta e l’account sono stati cancellati. Non Le si scriverà più.',
  }),
  organisation: (organisation) => ({
    subject: `${organisation} è stata rimossa da Tessera`,
    text:
      `come richiesto con il Suo collegamento, ciò che i cluster conservavano su ${organisation} è stato cancellato, ` +
      'insieme alle sue persone e a ciò che diceva di sé. Nessun elenco di soci la riporterà qui. Ciò che le banche dati ' +
      'pubbliche dicono dei suoi progetti resta pubblico là.',
  }),
  undo: `Non lo voleva? Si può annullare per ${undoDays} giorni; poi non può farlo più nessuno, nemmeno noi.`,
  back: 'Annulla la rimozione',
  why: 'Questo è l’ultimo messaggio. Ciò che è stato cancellato si può leggere solo con il collegamento qui sopra.',
};
