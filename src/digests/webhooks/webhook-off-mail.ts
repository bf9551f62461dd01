import { defineMail, type Letter } from '../../platform/mail/index.js';

/** Tells a cluster's staff that nothing is sent to one of their programs any more. */
export const webhookOffMail = defineMail<{ readonly host: string; readonly why: 'failing' | 'gone' }>({
  name: 'webhook-off',
  catalogue: 'M10',
  class: 'service',
  staleAfterHours: 7 * 24,
});

/** @param name of whom it is for */
export function webhookOffLetter(
  { host, why }: { readonly host: string; readonly why: 'failing' | 'gone' },
  { name, language, base }: { readonly name: string; readonly language: 'en' | 'it'; readonly base: string },
): Letter {
  const words = language === 'it' ? italian : english;
  return {
    subject: words.subject(host),
    preheader: words.preheader,
    greeting: words.greeting(name),
    blocks: [
      { kind: 'paragraph', text: words[why](host) },
      { kind: 'paragraph', text: words.then },
      { kind: 'actions', actions: [{ label: words.go, url: `${base}/cluster/webhooks` }] },
    ],
    why: words.why,
    footerLinks: [],
    unsubscribe: null,
  };
}

const english = {
  subject: (host: string) => `Nothing is sent to ${host} any more`,
  preheader: 'The webhook was switched off.',
  greeting: (name: string) => `Dear ${name},`,
  failing: (host: string) =>
    `For five days no message to the webhook of your cluster at ${host} has arrived. It was switched off.`,
  gone: (host: string) =>
    `The webhook of your cluster at ${host} answered that it is gone for good (410). It was switched off.`,
  then: 'The last deliveries say what went wrong. When the receiving program works again, switch it on and send a test. What happened meanwhile is not sent later.',
  go: 'Webhooks',
  why: 'You get this because you look after a cluster that set up this webhook.',
};

const italian: typeof english = {
  subject: (host) => `A ${host} non si invia più nulla`,
  preheader: 'Il webhook è stato disattivato.',
  greeting: (name) => `Gentile ${name},`,
  failing: (host) =>
    `da cinque giorni nessun messaggio al webhook del Vostro cluster presso ${host} è arrivato. Il webhook è stato disattivato.`,
  gone: (host) =>
    `il webhook del Vostro cluster presso ${host} ha risposto di non esistere più (410). È stato disattivato.`,
  then: 'Gli ultimi invii dicono che cosa non ha funzionato. Quando il programma che riceve funziona di nuovo, riattivi il webhook e invii una prova. Quanto è accaduto nel frattempo non viene inviato in seguito.',
  go: 'Webhook',
  why: 'Riceve questo messaggio perché segue un cluster che ha predisposto questo webhook.',
};
