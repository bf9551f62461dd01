/** Providers of mail for everybody: an address there says nothing of where somebody works. */
const freeMail = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.it hotmail.com hotmail.it live.com live.it msn.com yahoo.com yahoo.it ' +
    'ymail.com icloud.com me.com mac.com proton.me protonmail.com pm.me aol.com gmx.com gmx.net gmx.de web.de mail.com ' +
    'libero.it virgilio.it tiscali.it tin.it alice.it tim.it fastwebnet.it inwind.it iol.it email.it aruba.it pec.it ' +
    'legalmail.it pec.aruba.it postecert.it poste.it free.fr orange.fr wanadoo.fr laposte.net telefonica.net seznam.cz wp.pl ' +
    'o2.pl sapo.pt yandex.com yandex.ru mail.ru zoho.com fastmail.com tutanota.com tuta.io hey.com duck.com mailinator.com'
  ).split(' '),
);

/** The domain of a mail address, in small letters: `rossi.example`. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** Whether everybody may have an address there, at the provider's own domain or below it. */
export function isFreeMail(domain: string): boolean {
  const labels = domain.split('.');
  return labels.some((_label, at) => freeMail.has(labels.slice(at).join('.')));
}

/** Where many have a page that is their website: the host is nobody's own. */
const sharedHosts = new Set(
  'facebook.com linkedin.com instagram.com x.com twitter.com youtube.com google.com wordpress.com wixsite.com github.io'.split(
    ' ',
  ),
);

/** The host of a website without `www.`; null where the text is no web address, or the host is no firm's own. */
export function hostOf(url: string): string | null {
  const written = /^https?:\/\//i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(written)) return null;
  const host = new URL(written).hostname.toLowerCase().replace(/^(www|m|it-it)\./, '');
  return host.includes('.') && !sharedHosts.has(host) ? host : null;
}

/** Where a member's website is known from. */
export interface KnownWebsite {
  readonly cluster: string;
  readonly organisation: string;
  readonly url: string | null;
  /** `self`, `members`, `cordis` */
  readonly source: string;
  /** it is called what the asker wrote */
  readonly isNamed: boolean;
}

/** Whose profile somebody asks for; `sure`: nobody has to look at it. */
export interface AskedProfile {
  readonly cluster: string;
  readonly organisation: string;
  readonly sure: boolean;
}

/**
 * The member that somebody with an address of that domain asks for.
 *
 * Sure where the domain is that of the website which its cluster, or the member itself, has put down, and of no other
 * member. Otherwise a name alone, a website from open data, or a domain above or below decides who is meant, and an officer
 * whether it is right; where even that is not clear, nobody is meant.
 */
export function profileAskedFor(domain: string, known: readonly KnownWebsite[]): AskedProfile | null {
  const near = known.filter(({ url }) => isNear(url === null ? null : hostOf(url), domain));
  const same = near.filter(({ url }) => hostOf(url ?? '') === domain);
  const own = same.filter(({ source }) => source === 'self' || source === 'members');
  const [sure] = own;
  // a domain that two share proves nothing of either
  if (sure && countOf(near) === 1) return { ...idsOf(sure), sure: true };
  const named = known.filter(({ isNamed }) => isNamed);
  const both = named.filter(({ organisation }) => near.some((one) => one.organisation === organisation));
  for (const candidates of [both, near.length > 0 ? near : named])
    if (candidates[0] && countOf(candidates) === 1) return { ...idsOf(candidates[0]), sure: false };
  return null;
}

const idsOf = ({ cluster, organisation }: KnownWebsite) => ({ cluster, organisation });

const countOf = (known: readonly KnownWebsite[]): number =>
  new Set(known.map(({ organisation }) => organisation)).size;

/** The same, or one below the other: `mail.rossi.example` and `rossi.example`. */
const isNear = (host: string | null, domain: string): boolean =>
  host !== null && (host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`));
