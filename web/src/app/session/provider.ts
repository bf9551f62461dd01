import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type ProviderAnswer = components['schemas']['ProviderAnswerResponse'];

/** Who else can say who somebody is here; mostly nobody. */
export function useProviders() {
  return useQuery({
    queryKey: ['providers'],
    queryFn: () => answered(api.GET('/api/v1/sessions/providers')),
  });
}

/** Leaves for a provider's pages, to sign in. */
export function useAskProvider() {
  return useMutation({
    mutationFn: async (provider: string): Promise<void> => {
      const path = { provider };
      const { address } = await answered(
        api.POST('/api/v1/sessions/providers/{provider}', { params: { path } }),
      );
      window.location.assign(address);
    },
  });
}

/** Leaves for a provider's pages, to link who one is there. */
export function useLinkProvider() {
  return useMutation({
    mutationFn: async (provider: string): Promise<void> => {
      const path = { provider };
      const { address } = await answered(api.POST('/api/v1/me/identities/{provider}', { params: { path } }));
      window.location.assign(address);
    },
  });
}

/** Hands over what a provider sent the browser back with. */
export function useProviderAnswer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (query: string): Promise<ProviderAnswer> =>
      answered(api.POST('/api/v1/sessions/provider-answer', { body: { query } })),
    onSuccess: () => client.clear(),
  });
}
