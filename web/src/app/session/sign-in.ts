import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type SignedIn = components['schemas']['SignedInResponse'];

/** Begins a session; its cookie is the service's. What was known of somebody else is forgotten. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string; password: string }): Promise<SignedIn> =>
      answered(api.POST('/api/v1/sessions', { body })),
    onSuccess: () => client.clear(),
  });
}

/** Shows the second factor. */
export function useShowCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string): Promise<SignedIn> =>
      answered(api.POST('/api/v1/sessions/current/code', { body: { code } })),
    onSuccess: () => client.clear(),
  });
}

/** Ends the session and leads to the first page. */
export function useSignOut() {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/sessions/current')),
    onSuccess: async () => {
      client.clear();
      await router.navigate({ to: '/' });
      await router.invalidate();
    },
  });
}

/** Asks for a link by mail. */
export function useAskForLink() {
  return useMutation({
    mutationFn: (email: string) => answered(api.POST('/api/v1/sessions/links', { body: { email } })),
  });
}

/** Uses such a link up. */
export function useSignInLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: string): Promise<SignedIn> =>
      answered(api.POST('/api/v1/sessions/links/use', { body: { token } })),
    onSuccess: () => client.clear(),
  });
}

/** A recovery code in the place of the second factor. */
export function useRecoveryCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string): Promise<SignedIn> =>
      answered(api.POST('/api/v1/sessions/current/recovery-code', { body: { code } })),
    onSuccess: () => client.clear(),
  });
}
