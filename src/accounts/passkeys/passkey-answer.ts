import { wrongPasskey } from '../account.errors.js';
import type { UserId } from '../users/user.js';
import type { NewPasskey, StoredPasskey } from './passkey.store.js';

/** Where the browser is: a passkey belongs to the name of one site. */
export interface Site {
  /** `https://tessera.example` */
  readonly origin: string;
  /** `tessera.example` */
  readonly name: string;
}

/** What a browser answers when a passkey was made. All parts are base64url. */
export interface MadePasskey {
  readonly id: string;
  readonly clientData: string;
  readonly attestation: string;
  readonly transports: readonly string[];
}

/** What a browser answers when a passkey was used. */
export interface UsedPasskey {
  readonly id: string;
  readonly clientData: string;
  readonly authenticatorData: string;
  readonly signature: string;
  /** whose it is, as the authenticator was told when it was made; null where it keeps none */
  readonly userHandle: string | null;
}

/** EdDSA, ES256 and RS256, the best first. */
export const algorithms = [-8, -7, -257] as const;

/**
 * The challenge that an answer says it answers: nothing is proved by it but where to look.
 *
 * @throws {AppError} `accounts.wrong-passkey`
 */
export function challengeOf(clientData: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8')) as {
      challenge?: unknown;
    };
    if (typeof challenge === 'string') return challenge;
  } catch (cause) {
    throw wrongPasskey(cause);
  }
  throw wrongPasskey();
}

/** @throws {AppError} `accounts.wrong-passkey` */
export async function checkMade(
  made: MadePasskey,
  challenge: string,
  site: Site,
): Promise<Pick<NewPasskey, 'credentialId' | 'publicKey' | 'counter' | 'synced'>> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const verified = await verifyRegistrationResponse({
    response: {
      id: made.id,
      rawId: made.id,
      type: 'public-key',
      response: { clientDataJSON: made.clientData, attestationObject: made.attestation },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.name,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...algorithms],
  }).catch((cause: unknown) => {
    throw wrongPasskey(cause);
  });
  if (!verified.verified) throw wrongPasskey();
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return {
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    synced: credentialBackedUp,
  };
}

/**
 * @returns how often it was used, as it counts
 * @throws {AppError} `accounts.wrong-passkey`
 */
export async function checkUsed(
  used: UsedPasskey,
  stored: StoredPasskey,
  { challenge, site, verifyPerson }: { challenge: string; site: Site; verifyPerson: boolean },
): Promise<number> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const verified = await verifyAuthenticationResponse({
    response: {
      id: used.id,
      rawId: used.id,
      type: 'public-key',
      response: {
        clientDataJSON: used.clientData,
        authenticatorData: used.authenticatorData,
        signature: used.signature,
        ...(used.userHandle === null ? {} : { userHandle: used.userHandle }),
      },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.name,
    credential: {
      id: used.id,
      publicKey: new Uint8Array(stored.publicKey),
      counter: stored.counter,
    },
    requireUserVerification: verifyPerson,
  }).catch((cause: unknown) => {
    throw wrongPasskey(cause);
  });
  if (!verified.verified) throw wrongPasskey();
  return verified.authenticationInfo.newCounter;
}

/** An account as authenticators keep it: no name, no address. */
export const userHandleOf = (user: UserId): string =>
  Buffer.from(user.replaceAll('-', ''), 'hex').toString('base64url');
