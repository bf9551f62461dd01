import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Call = components['schemas']['OpportunityResponse'];
export type Decision = components['schemas']['DecisionResponse'];
export type Partner = components['schemas']['PartnerSuggestionResponse'];
export type Standing = components['schemas']['StandingResponse'];

const of = (reference: string) => ({ params: { path: { reference } } });

export function useOpportunity(reference: string) {
  return useQuery({
    queryKey: ['opportunity', reference],
    queryFn: () => answered(api.GET('/api/v1/opportunities/{reference}', of(reference))),
  });
}

export function useDecision(reference: string) {
  return useQuery({
    queryKey: ['decision', reference],
    queryFn: () => answered(api.GET('/api/v1/opportunities/{reference}/decision', of(reference))),
  });
}

/** Ranked partners; none are asked for where one applies alone. */
export function usePartners(reference: string, wanted: boolean) {
  return useQuery({
    queryKey: ['partners', reference],
    enabled: wanted,
    queryFn: () =>
      answered(
        api.GET('/api/v1/opportunities/{reference}/suggestions', {
          params: { path: { reference }, query: { limit: 10 } },
        }),
      ),
  });
}

/** Why an organisation stands where it stands for a call, and what would change it. */
export function useStanding(reference: string, organisation: string | null, language: string) {
  return useQuery({
    queryKey: ['standing', reference, organisation, language],
    enabled: organisation !== null,
    queryFn: () =>
      answered(
        api.GET('/api/v1/opportunities/{reference}/suggestions/{organisation}', {
          params: {
            path: { reference, organisation: organisation ?? '' },
            query: { limit: 20, language: language === 'it' ? 'it' : 'en' },
          },
        }),
      ),
  });
}

/** Whether it is saved: asked of the list, which knows. */
export function useIsSaved(id: string | undefined) {
  const saved = useQuery({
    queryKey: ['saved', 'list'],
    queryFn: () => answered(api.GET('/api/v1/saved-opportunities')),
  });
  return saved.data?.items.some(({ opportunity }) => opportunity.id === id) ?? null;
}
