import { defineMail, type Letter } from '../../../platform/mail/index.js';

/** Tells officers that somebody of a member cannot be reached any more. */
export const suspendedAddressMail = defineMail<{ readonly recipient: string }>({
  name: 'suspended-address',
  catalogue: 'M10',
  class: 'service',
  staleAfterHours: 7 * 24,
});

/** Who cannot be reached. */
export interface SuspendedPerson {
  readonly name: string;
  readonly address: string;
}

/** @param officer name of the officer who is told */
export function suspendedAddressLetter(
  { name, address }: SuspendedPerson,
  officer: string,
  language: 'en' | 'it',
  base: string,
): Letter {
  const words = language === 'it' ? italian : english;
  return {
    subject: words.subject(name),
    preheader: words.preheader,
    greeting: words.greeting(officer),
    blocks: [
      { kind: 'paragraph', text: words.text(name, address) },
      { kind: 'actions', actions: [{ label: words.go, url: `${base}/members` }] },
    ],
    why: words.why,
    footerLinks: [],
    unsubscribe: null,
  };
}

const english = {
  subject: (name: string) => `Mails to ${name} come back`,
  preheader: 'Nothing is sent to this address any more.',
  greeting: (officer: string) => `Dear ${officer},`,
  text: (name: string, address: string) =>
    `Two mails to ${name} (${address}) came back because there is no such mailbox. Nothing is sent there any more. ` +
    'Please ask the member for the right address, and invite the person under that one.',
  go: 'Members',
  why: 'You get this because you are an officer of a cluster that wrote to this person.',
};

const italian: typeof english = {
  subject: (name) => `I messaggi a ${name} tornano indietro`,
  preheader: 'A questo indirizzo non si scrive più.',
  greeting: (officer) => `Gentile ${officer},`,
  text: (name, address) =>
    `due messaggi a ${name} (${address}) sono tornati indietro perché la casella non esiste. A questo indirizzo non si ` +
    'scrive più. La preghiamo di chiedere al socio l’indirizzo giusto e di invitare la persona con quello.',
  go: 'Soci',
  why: 'Riceve questo messaggio perché lavora per un cluster che ha scritto a questa persona.',
};
