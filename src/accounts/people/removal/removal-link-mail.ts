import { defineMail, type Letter } from '../../../platform/mail/index.js';

/** Proves that an address is theirs who asked to be removed, before anything is. */
export const removalLinkMail = defineMail<Record<never, never>>({
  name: 'removal-link',
  catalogue: 'M15',
  class: 'account',
});

/** The token is behind `#`, which browsers and scanners do not send to a server. */
export function removalLinkLetter(token: string, language: 'en' | 'it', base: string): Letter {
  const words = language === 'it' ? italian : english;
  return {
    subject: words.subject,
    preheader: words.preheader,
    greeting: words.greeting,
    blocks: [
      { kind: 'paragraph', text: words.text },
      { kind: 'actions', actions: [{ label: words.go, url: `${base}/remove-me#${token}` }] },
      { kind: 'note', text: words.nothing },
    ],
    why: words.why,
    footerLinks: [],
    unsubscribe: null,
  };
}

const english = {
  subject: 'Be removed from Tessera',
  preheader: 'One press on the page behind the link does it.',
  greeting: 'Good day,',
  text: 'Somebody, probably you, asked that what is held about this mail address be erased. The page behind the link does it at one press, without signing in; it can be taken back for 7 days.',
  go: 'Remove me',
  nothing: 'If it was not you, there is nothing to do: nothing has been changed.',
  why: 'You get this because your address was typed on the page for being removed.',
};

const italian: typeof english = {
  subject: 'Rimozione da Tessera',
  preheader: 'Basta premere una volta nella pagina del collegamento.',
  greeting: 'Buongiorno,',
  text: 'qualcuno, probabilmente Lei, ha chiesto di cancellare ciò che è conservato su questo indirizzo di posta. La pagina del collegamento lo fa con una sola pressione, senza accesso; si può annullare per 7 giorni.',
  go: 'Rimuovimi',
  nothing: 'Se non è stato Lei, non deve fare nulla: non è cambiato nulla.',
  why: 'Riceve questo messaggio perché il Suo indirizzo è stato scritto nella pagina per la rimozione.',
};
