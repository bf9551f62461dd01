import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type KeptIdea = components['schemas']['KeptIdeaResponse'];
export type ShownIdea = components['schemas']['ShownIdeaResponse'];
export type SisterCluster = components['schemas']['SisterClusterResponse'];
export type Audience = components['schemas']['KeepIdeaRequest']['audience'];
export type WantedIdea = components['schemas']['KeepIdeaRequest'] & { readonly id: string };

export const audiences: readonly Audience[] = ['private', 'officer', 'clusters'];

const key = ['kept-ideas'];

/** One's own ideas, and for officers those that others let them read. */
export function useKeptIdeas(enabled = true) {
  return useQuery({ queryKey: key, enabled, queryFn: () => answered(api.GET('/api/v1/kept-ideas')) });
}

/** An idea as it stands, to put it back or keep it in another way. */
export const wantedOf = ({ id, title, text, audience, clusters }: KeptIdea): WantedIdea => ({
  id,
  title,
  text,
  audience: audiences.find((one) => one === audience) ?? 'private',
  clusters,
});

/** Keeps ideas and takes them away; the lists are read anew. */
export function useKeep() {
  const client = useQueryClient();
  const refresh = { onSuccess: () => client.invalidateQueries({ queryKey: key }) };
  const keep = useMutation({
    ...refresh,
    mutationFn: ({ id, ...body }: WantedIdea) =>
      answered(api.PUT('/api/v1/kept-ideas/{id}', { params: { path: { id } }, body })),
  });
  const remove = useMutation({
    ...refresh,
    mutationFn: (id: string) => answered(api.DELETE('/api/v1/kept-ideas/{id}', { params: { path: { id } } })),
  });
  return { keep, remove };
}
