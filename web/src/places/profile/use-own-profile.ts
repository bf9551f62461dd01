import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type OwnProfile = components['schemas']['OwnProfileResponse'];
export type Line = components['schemas']['ProfileLineResponse'];
export type OwnWord = components['schemas']['OwnWordRequest'];
export type CompetenceKind = NonNullable<components['schemas']['OwnCompetenceRequest']['kind']>;

export const competenceKinds = ['offer', 'equipment', 'test-site', 'data', 'end-user-site', 'need'] as const;

const key = ['own-profile'];

export function useOwnProfile() {
  return useQuery({ queryKey: key, queryFn: () => answered(api.GET('/api/v1/own-profile')) });
}

/** Says what is right, put in other words, or not of the organisation; and adds lines. Lists change with it. */
export function useSayOwnWord() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (word: OwnWord) => answered(api.POST('/api/v1/own-profile/decisions', { body: word })),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: key });
      await client.invalidateQueries({ queryKey: ['for-you'] });
    },
  });
}
