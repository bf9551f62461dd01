import { useMutation, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type SignedIn = components['schemas']['SignedInResponse'];
type Question = components['schemas']['AskPasskeyResponse'];
type Answer = components['schemas']['UsePasskeyRequest'];

/** How long a person may take to find their device, in milliseconds. */
const timeout = 120_000;

/** Signs in with a passkey alone. */
export function usePasskeySignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<SignedIn> => {
      const question = await answered(api.POST('/api/v1/sessions/passkey/question'));
      const body = await answerTo(question, 'required');
      return answered(api.POST('/api/v1/sessions/passkey', { body }));
    },
    onSuccess: () => client.clear(),
  });
}

/** Shows a passkey as the second factor. */
export function usePasskeyFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<SignedIn> => {
      const question = await answered(api.POST('/api/v1/sessions/current/passkey/question'));
      const body = await answerTo(question, 'preferred');
      return answered(api.POST('/api/v1/sessions/current/passkey', { body }));
    },
    onSuccess: () => client.clear(),
  });
}

/** Makes a passkey on this device and keeps its public half. */
export async function makePasskey(name: string): Promise<void> {
  const question = await answered(api.POST('/api/v1/me/passkeys/question'));
  const { startRegistration } = await import('@simplewebauthn/browser');
  const made = await startRegistration({
    optionsJSON: {
      challenge: question.challenge,
      rp: { id: question.site, name: 'Tessera' },
      user: { id: question.userHandle, name: question.email, displayName: question.name },
      pubKeyCredParams: question.algorithms.map((alg) => ({ alg, type: 'public-key' as const })),
      excludeCredentials: question.known.map(({ id }) => ({ id, type: 'public-key' as const })),
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      attestation: 'none',
      timeout,
    },
  });
  const { clientDataJSON, attestationObject, transports = [] } = made.response;
  const body = {
    name,
    id: made.id,
    clientData: clientDataJSON,
    attestation: attestationObject,
    transports: transports as components['schemas']['AddPasskeyRequest']['transports'],
  };
  await answered(api.POST('/api/v1/me/passkeys', { body }));
}

async function answerTo(
  { challenge, site, known }: Question,
  userVerification: 'required' | 'preferred',
): Promise<Answer> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const used = await startAuthentication({
    optionsJSON: {
      challenge,
      rpId: site,
      allowCredentials: known.map(({ id }) => ({ id, type: 'public-key' as const })),
      userVerification,
      timeout,
    },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response;
  return {
    id: used.id,
    clientData: clientDataJSON,
    authenticatorData,
    signature,
    ...(userHandle === undefined ? {} : { userHandle }),
  };
}
