import type { Block, Letter } from '../../platform/mail/index.js';
import { deviceWords } from '../sessions/device-words.js';
import type { User } from '../users/user.js';
import type { NoticeKind } from './notice-kind.js';

type Reader = Pick<User, 'name' | 'language'>;

/** The link that signs in once. The token is behind `#`, which browsers and scanners do not send to a server. */
export function signInLinkLetter({ name, language }: Reader, token: string, base: string): Letter {
  const { subject, what, sign, unasked } = signInWords[language];
  const actions = [{ label: sign, url: `${base}/sign-in/link#${token}` }];
  const blocks: readonly Block[] = [
    { kind: 'paragraph', text: what },
    { kind: 'actions', actions },
    { kind: 'note', text: unasked },
  ];
  return letter({ name, language }, subject, what, blocks);
}

/** What happened to an account. @param device what the browser calls itself; only our own words for it are repeated */
export function noticeLetter(
  reader: Reader,
  {
    kind,
    device,
    base,
  }: { readonly kind: NoticeKind; readonly device: string | null; readonly base: string },
): Letter {
  const words = reader.language === 'it' ? italian : english;
  const [subject, what] = words.kinds[kind];
  const named = Object.values(deviceWords(device)).filter((word) => word !== null);
  return letter(reader, subject, what, [
    { kind: 'paragraph', text: what },
    ...(named.length === 0
      ? []
      : [{ kind: 'facts', facts: [[words.device, named.join(', ')]] } satisfies Block]),
    { kind: 'paragraph', text: doneByOthers.has(kind) ? words.unexpected : words.not },
    { kind: 'actions', actions: [{ label: words.account, url: `${base}/account` }] },
  ]);
}

/** What staff change: asking whether it was oneself would only alarm. */
const doneByOthers: ReadonlySet<NoticeKind> = new Set(['roles-changed', 'credentials-reset']);

function letter(reader: Reader, subject: string, preheader: string, blocks: readonly Block[]): Letter {
  const { dear, why } = reader.language === 'it' ? italian : english;
  const rest = { preheader, blocks, why, footerLinks: [], unsubscribe: null };
  return { subject, greeting: dear(reader.name), ...rest };
}

const signInWords = {
  en: {
    subject: 'Your link to sign in to Tessera',
    what: 'This link signs you in to Tessera. It works once, for 15 minutes.',
    sign: 'Sign in',
    unasked:
      'You did not ask for it? Then do nothing: without the link nobody gets in, and it goes stale by itself. Do not ' +
      'pass it on.',
  },
  it: {
    subject: 'Il Suo collegamento per accedere a Tessera',
    what: 'questo collegamento Le apre l’accesso a Tessera. Funziona una volta sola, per 15 minuti.',
    sign: 'Accedi',
    unasked:
      'Non l’ha chiesto Lei? Allora non deve fare nulla: senza il collegamento non entra nessuno, e scade da solo. ' +
      'Non lo inoltri.',
  },
} as const;

interface Words {
  readonly dear: (name: string) => string;
  readonly device: string;
  /** of what the reader would have done themselves */
  readonly not: string;
  /** of what others do */
  readonly unexpected: string;
  readonly account: string;
  readonly why: string;
  readonly kinds: Readonly<Record<NoticeKind, readonly [subject: string, what: string]>>;
}

const english: Words = {
  dear: (name) => `Dear ${name},`,
  device: 'Device',
  not: 'Was this you? Then there is nothing to do. If not, end all other sessions and change what you sign in with.',
  unexpected: 'You did not expect this? Ask whoever runs the service for your cluster.',
  account: 'Your account',
  why: 'You get this message because you have an account; it is part of keeping it safe.',
  kinds: {
    'new-device': [
      'New device signed in to Tessera',
      'Somebody has just signed in to your account from a browser we had not seen before.',
    ],
    'password-changed': ['Your Tessera password was changed', 'The password of your account was changed.'],
    'second-factor-set-up': [
      'Second factor set up in Tessera',
      'An authenticator app was set up as the second factor of your account.',
    ],
    'second-factor-removed': [
      'Second factor removed in Tessera',
      'The authenticator app was removed from your account.',
    ],
    'passkey-added': ['Passkey added in Tessera', 'A passkey was added to your account.'],
    'passkey-removed': ['Passkey removed in Tessera', 'A passkey was removed from your account.'],
    'recovery-codes-made': [
      'New recovery codes in Tessera',
      'New recovery codes were made for your account; those from before no longer work.',
    ],
    'recovery-code-used': [
      'Recovery code used in Tessera',
      'Somebody signed in to your account with one of its recovery codes.',
    ],
    'identity-linked': [
      'Another sign-in linked in Tessera',
      'A sign-in with another provider was linked to your account.',
    ],
    'identity-unlinked': [
      'Linked sign-in removed in Tessera',
      'A sign-in with another provider was removed from your account.',
    ],
    'roles-changed': [
      'Your role in Tessera has changed',
      'What you may do in Tessera has changed. You have been signed out; sign in again to go on.',
    ],
    'credentials-reset': [
      'Your Tessera sign-in was reset',
      'Whoever runs the service took your password and second factor away, and signed you out everywhere.',
    ],
  },
};

const italian: Words = {
  dear: (name) => `Gentile ${name},`,
  device: 'Dispositivo',
  not: 'È stato Lei? Allora non deve fare nulla. Altrimenti chiuda tutte le altre sessioni e cambi le Sue credenziali.',
  unexpected: 'Non se l’aspettava? Chieda a chi gestisce il servizio per il Suo cluster.',
  account: 'Il Suo account',
  why: 'Riceve questo messaggio perché ha un account: serve a proteggerlo.',
  kinds: {
    'new-device': [
      'Accesso a Tessera da un nuovo dispositivo',
      'qualcuno ha appena fatto accesso al Suo account da un browser che non conoscevamo.',
    ],
    'password-changed': [
      'La Sua password di Tessera è cambiata',
      'la password del Suo account è stata cambiata.',
    ],
    'second-factor-set-up': [
      'Secondo fattore attivato in Tessera',
      'un’app di autenticazione è stata attivata come secondo fattore del Suo account.',
    ],
    'second-factor-removed': [
      'Secondo fattore rimosso in Tessera',
      'l’app di autenticazione è stata rimossa dal Suo account.',
    ],
    'passkey-added': ['Passkey aggiunta in Tessera', 'una passkey è stata aggiunta al Suo account.'],
    'passkey-removed': ['Passkey rimossa in Tessera', 'una passkey è stata rimossa dal Suo account.'],
    'recovery-codes-made': [
      'Nuovi codici di recupero in Tessera',
      'sono stati creati nuovi codici di recupero per il Suo account; i precedenti non valgono più.',
    ],
    'recovery-code-used': [
      'Codice di recupero usato in Tessera',
      'qualcuno ha fatto accesso al Suo account con uno dei codici di recupero.',
    ],
    'identity-linked': [
      'Nuovo accesso collegato in Tessera',
      'un accesso tramite un altro fornitore è stato collegato al Suo account.',
    ],
    'identity-unlinked': [
      'Accesso collegato rimosso in Tessera',
      'un accesso tramite un altro fornitore è stato rimosso dal Suo account.',
    ],
    'roles-changed': [
      'Il Suo ruolo in Tessera è cambiato',
      'ciò che Lei può fare in Tessera è cambiato. La sessione è stata chiusa; acceda di nuovo per continuare.',
    ],
    'credentials-reset': [
      'Le Sue credenziali di Tessera sono state azzerate',
      'chi gestisce il servizio ha azzerato la Sua password e il secondo fattore, e ha chiuso tutte le sessioni.',
    ],
  },
};
