import { AppError } from '../platform/errors/app-error.js';

export function clusterNotFound(slug: string, known: readonly { readonly slug: string }[]): AppError {
  const choice =
    known.length > 0 ? `one of ${known.map((cluster) => cluster.slug).join(', ')}` : 'there are none yet';
  return new AppError('accounts.cluster-not-found', 'not-found', `no cluster "${slug}": ${choice}`);
}

export function clusterExists(slug: string): AppError {
  return new AppError(
    'accounts.cluster-exists',
    'conflict',
    `there is a cluster "${slug}" already; nothing was changed: take another short name`,
  );
}

/** @param field as the terminal and the interface call it: `slug`, `url` */
export function badCluster(field: string, value: string, remedy: string): AppError {
  const shown = JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value);
  return new AppError('accounts.bad-cluster', 'invalid', `${field} ${shown}: ${remedy}`);
}

export const logoNotFound = (): AppError =>
  new AppError('accounts.logo-not-found', 'not-found', 'the cluster has no logo yet');

export const personNotFound = (): AppError =>
  new AppError(
    'accounts.person-not-found',
    'not-found',
    'no such role in your cluster; look at the list again',
  );

export const alreadyStaff = (): AppError =>
  new AppError('accounts.already-staff', 'conflict', 'this person has that role in the cluster already');

export const lastOfStaff = (): AppError =>
  new AppError(
    'accounts.last-of-staff',
    'conflict',
    'the cluster would have no manager left: give somebody else the role first',
  );

export function nobodyAsks(): AppError {
  return new AppError(
    'accounts.nobody-asks',
    'internal',
    'the scope of a caller was asked for outside a request',
  );
}

export function signInNeeded(): AppError {
  return new AppError(
    'accounts.sign-in-needed',
    'unauthenticated',
    'sign in first: this is for people with an account',
  );
}

/** @param route `GET /api/v1/…`, as the server knows it */
export function notAllowed(route: string): AppError {
  return new AppError('accounts.not-allowed', 'forbidden', `your role does not allow ${route}`);
}

/** One answer for an unknown account, a wrong password and a disabled account. */
export function wrongSignIn(): AppError {
  return new AppError(
    'accounts.wrong-sign-in',
    'unauthenticated',
    'mail address and password do not belong together: try again, or ask for a link by mail',
  );
}

export function wrongLink(): AppError {
  return new AppError(
    'accounts.wrong-link',
    'unauthenticated',
    'the link was used, is older than 15 minutes, or was never ours: ask for a new one',
  );
}

export function wrongCode(): AppError {
  return new AppError(
    'accounts.wrong-code',
    'unauthenticated',
    'the code is wrong, too old or was used: wait for the next one and check the clock of your device',
  );
}

/** @param seconds until another try is taken */
export function tooManyTries(seconds: number): AppError {
  return new AppError('accounts.too-many-tries', 'too-many', `too many tries: wait ${seconds} seconds`, {
    context: { retryAfterSeconds: seconds },
  });
}

/** @param why never repeats the password */
export function badPassword(why: string): AppError {
  return new AppError('accounts.bad-password', 'invalid', `the password is not taken: ${why}`);
}

export function emailTaken(): AppError {
  return new AppError(
    'accounts.email-taken',
    'conflict',
    'there is an account with this mail address already',
  );
}

/** @param field as the interface and the terminal call it */
export function badUser(field: string, remedy: string): AppError {
  return new AppError('accounts.bad-user', 'invalid', `${field}: ${remedy}`);
}

export function userNotFound(): AppError {
  return new AppError('accounts.user-not-found', 'not-found', 'there is no such account');
}

export function sessionNotFound(): AppError {
  return new AppError('accounts.session-not-found', 'not-found', 'you have no such session');
}

export function totpInForce(): AppError {
  return new AppError(
    'accounts.totp-in-force',
    'conflict',
    'a second factor is set up already: an operator takes it away with "tessera user reset"',
  );
}

export function wrongFactors(): AppError {
  return new AppError(
    'accounts.second-factor-needed',
    'forbidden',
    'show your second factor first: what you sign in with is changed with both',
  );
}

/** @param minutes how long a sign-in counts as recent */
export function signInAgain(minutes: number): AppError {
  return new AppError(
    'accounts.sign-in-again',
    'forbidden',
    `you signed in more than ${minutes} minutes ago: sign in again to change what you sign in with`,
  );
}

export function signInToday(hours: number): AppError {
  return new AppError(
    'accounts.sign-in-again',
    'forbidden',
    `you signed in more than ${hours} hours ago: sign in again first, because this shows or binds your organisation, takes data away or erases`,
  );
}

/** One answer whatever is wrong with it: unknown, for another site, answered before, signed by another key. */
export function wrongPasskey(cause?: unknown): AppError {
  return new AppError(
    'accounts.wrong-passkey',
    'unauthenticated',
    'the passkey was not accepted: try again, or sign in another way',
    cause === undefined ? {} : { cause },
  );
}

export function passkeyNotFound(): AppError {
  return new AppError('accounts.passkey-not-found', 'not-found', 'you have no such passkey');
}

export function passkeyTaken(): AppError {
  return new AppError('accounts.passkey-taken', 'conflict', 'this passkey is known already');
}

export function tooManyPasskeys(most: number): AppError {
  return new AppError(
    'accounts.too-many-passkeys',
    'conflict',
    `you have ${most} passkeys: remove one you no longer use`,
  );
}

/** Browsers tie passkeys to a name. @param instead an address that works; null where we know none */
export function passkeysNeedAName(instead: string | null): AppError {
  const where = instead === null ? 'the service by its name' : instead;
  return new AppError(
    'accounts.passkeys-need-a-name',
    'conflict',
    `browsers use passkeys on sites with a name, not at an IP address: open ${where}`,
  );
}

export function badName(longest: number): AppError {
  return new AppError(
    'accounts.bad-name',
    'invalid',
    `name: 1 to ${longest} characters, none of them control characters`,
  );
}

export function lastSecondFactor(): AppError {
  return new AppError(
    'accounts.last-second-factor',
    'conflict',
    'it is your last second factor, and your role needs one: set up another first',
  );
}

export function noSecondFactor(): AppError {
  return new AppError('accounts.no-second-factor', 'conflict', 'you have no second factor: set one up first');
}

/** One answer for a key that is unknown, mistyped, revoked or past its day. */
export function wrongKey(): AppError {
  return new AppError(
    'accounts.wrong-key',
    'unauthenticated',
    'the key is not valid: it is mistyped, was revoked or has ended; an officer of the cluster makes another',
  );
}

export function apiKeyNotFound(): AppError {
  return new AppError('accounts.api-key-not-found', 'not-found', 'your cluster has no such key in use');
}

export function tooManyApiKeys(most: number): AppError {
  return new AppError(
    'accounts.too-many-api-keys',
    'conflict',
    `your cluster has ${most} keys in use: revoke one that is no longer needed`,
  );
}

export function clusterNotSaid(): AppError {
  return new AppError(
    'accounts.cluster-not-said',
    'invalid',
    'cluster: you are an officer of several clusters, or of none: say whose key it is',
  );
}

export function foreignPage(): AppError {
  return new AppError(
    'accounts.foreign-page',
    'forbidden',
    'the request carries your cookie but does not say that it comes from our own page: send Origin or Sec-Fetch-Site',
  );
}

export function notAMember(): AppError {
  return new AppError(
    'accounts.not-a-member',
    'not-found',
    'you have no such member: invite people of your own members',
  );
}

export function askNotFound(): AppError {
  return new AppError(
    'accounts.ask-not-found',
    'not-found',
    'nobody asks under this id any more: somebody has decided already; look at the list again',
  );
}

/** @param domain that everybody may have an address at */
export function freeMailAddress(domain: string): AppError {
  return new AppError(
    'accounts.free-mail-address',
    'invalid',
    `everybody can have an address at ${domain}: write with one at your organisation’s own domain, or ask your cluster to invite you`,
  );
}

export function personRemoved(): AppError {
  return new AppError(
    'accounts.person-removed',
    'conflict',
    'this person asked not to be here, and is not written to again',
  );
}

export function invitationNotFound(): AppError {
  return new AppError(
    'accounts.invitation-not-found',
    'not-found',
    'the link leads nowhere: ask your cluster for a new one',
  );
}

export function invitationEnded(): AppError {
  return new AppError(
    'accounts.invitation-ended',
    'conflict',
    'the link was used or is older than 30 days: its page sends a new one to the address it was made for',
  );
}

export function notYoursToRemove(): AppError {
  return new AppError(
    'accounts.not-yours-to-remove',
    'forbidden',
    'only who may commit the organisation can remove it: ask the colleague who was invited first',
  );
}

export function removalNotFound(): AppError {
  return new AppError(
    'accounts.removal-not-found',
    'not-found',
    'the link leads nowhere: it was used, or it is older than seven days and nothing is left to bring back',
  );
}

export function contactLocked(): AppError {
  return new AppError(
    'accounts.contact-locked',
    'conflict',
    'this contact was held for more than a month without being told, and may not be used any more: ask the member for it again',
  );
}

export function providerNotFound(): AppError {
  return new AppError(
    'accounts.provider-not-found',
    'not-found',
    'nobody of that name says who people are here',
  );
}

/** @param provider as people call it */
export function providerAway(provider: string): AppError {
  return new AppError(
    'accounts.provider-away',
    'unavailable',
    `${provider} cannot be reached: try again later, or sign in another way`,
  );
}

export function wrongIdentity(): AppError {
  return new AppError(
    'accounts.wrong-identity',
    'unauthenticated',
    'the answer is not the one that was asked for, too old, or used: begin again',
  );
}

/** @param provider as people call it */
export function notLinked(provider: string): AppError {
  return new AppError(
    'accounts.not-linked',
    'unauthenticated',
    `no account here is linked to that identity: sign in another way, then link ${provider} on your account's page`,
  );
}

export function identityTaken(): AppError {
  return new AppError(
    'accounts.identity-taken',
    'conflict',
    'that identity is linked to an account already: unlink it there first',
  );
}

export function identityNotFound(): AppError {
  return new AppError('accounts.identity-not-found', 'not-found', 'you have no such identity');
}

export const ofNoOrganisation = (): AppError =>
  new AppError('accounts.of-no-organisation', 'not-found', 'you belong to no organisation');

/** @param line of the file, from 1 */
export const noErasureList = (line: number): AppError =>
  new AppError(
    'accounts.no-erasure-list',
    'invalid',
    `line ${line} is not what "erasures list" writes; give the file as it was written`,
    { context: { line } },
  );

export const foreignErasures = (): AppError =>
  new AppError(
    'accounts.foreign-erasures',
    'conflict',
    'the list is of another database: its marks mean nothing here; give the one of the database that was backed up',
  );
