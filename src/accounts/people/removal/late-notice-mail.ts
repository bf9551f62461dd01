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
  subject: (count: number) =>
    count === 1 ? '1 contact has not been told yet' : `${count} contacts have not been told yet`,
  preheader: 'They are locked until they are taken out.',
  greeting: (name: string) => `Dear ${name},`,
  text: (count: number) =>
    (count === 1
      ? 'One person has been held as a contact of your members for more than a month without being told. '
      : `${count} people have been held as contacts of your members for more than a month without being told. `) +
    'Such contacts must not be used any more: they cannot be invited, and after 90 days they are taken out. To invite ' +
    'one of them all the same, ask the member for the contact again.',
  go: 'Go to Tessera',
  why: 'You get this because you are an officer of the cluster that holds them (Article 14 GDPR).',
};

const italian: typeof english = {
  subject: (count) =>
    count === 1 ? '1 contatto non ancora informato' : `${count} contatti non ancora informati`,
  preheader: 'Restano bloccati finché non vengono tolti.',
  greeting: (name) => `Gentile ${name},`,
  text: (count) =>
    (count === 1
      ? 'una persona è conservata da più di un mese come contatto dei Suoi soci senza essere stata informata. '
      : `${count} persone sono conservate da più di un mese come contatti dei Suoi soci senza essere state informate. `) +
    'Questi contatti non si possono più usare: non possono essere invitati e dopo 90 giorni vengono tolti. Per invitarne ' +
    'uno, chieda di nuovo il contatto al socio.',
  go: 'Vai a Tessera',
  why: 'Riceve questo messaggio perché lavora per il cluster che li conserva (art. 14 GDPR).',
};
