import { defineMail, type Letter } from '../../../platform/mail/index.js';

/** Warns officers that people are held who were not told, and so must not be used. */
export const lateNoticeMail = defineMail<{ readonly count: number }>({
  name: 'late-notice',
  catalogue: 'M10',
  class: 'service',
});

export function lateNoticeLetter(count: number, name: string, language: 'en' | 'it', base: string): Letter {
  const words = language === 'it' ? italian : english;
  return {
    subject: words.subject(count),
    preheader: words.preheader,
    greeting: words.greeting(name),
    blocks: [
      { kind: 'paragraph', text: words.text(count) },
      { kind: 'actions', actions: [{ label: words.go, url: base }] },
    ],
    why: words.why,
    footerLinks: [],
    unsubscribe: null,
  };
}

const english = {
  subject: (count: number) => `Contacts that were not told: ${count}`,
  preheader: 'They are locked until they are taken out.',
  greeting: (name: string) => `Dear ${name},`,
  text: (count: number) =>
    `the number of people who have been held as contacts of your members for more than a month without being told is ${count}. ` +
    'They must not be used any more, so inviting them is locked; after 90 days they are taken out. If one of them should ' +
    'be invited, ask the member for the contact again.',
  go: 'Go to Tessera',
  why: 'You get this because you are an officer of the cluster that holds them (Article 14 GDPR).',
};

const italian: typeof english = {
  subject: (count) => `Contatti non informati: ${count}`,
  preheader: 'Restano bloccati finché non vengono tolti.',
  greeting: (name) => `Gentile ${name},`,
  text: (count) =>
    `il numero di persone conservate da più di un mese come contatti dei Suoi aderenti senza essere state informate è ${count}. ` +
    'Non si possono più usare: l’invito è bloccato e dopo 90 giorni vengono tolte. Se una di loro va invitata, chieda di ' +
    'nuovo il contatto all’aderente.',
  go: 'Vai a Tessera',
  why: 'Riceve questo messaggio perché lavora per il cluster che li conserva (art. 14 GDPR).',
};
