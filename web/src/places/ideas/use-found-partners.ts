import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components, paths } from '../../api/schema.js';

type Request = components['schemas']['SuggestRequest'];
type Query = NonNullable<
  paths['/api/v1/opportunities/{reference}/suggestions']['get']['parameters']['query']
>;

/** What partners are narrowed to; empty narrows nothing. */
export interface Narrowing {
  readonly role: string;
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly types: readonly string[];
  readonly sme: boolean | null;
  readonly seeds: readonly string[];
}

export const anyone: Narrowing = { role: '', countries: [], regions: [], types: [], sme: null, seeds: [] };

/** What partners are sought for: a text of one's own, or a call. */
export type Sought = { readonly text: string } | { readonly call: string };

/** Partners asked for at once. */
const limit = 20;

/** Ranked partners for a text or a call; nothing is asked before there is one. */
export function useFoundPartners(sought: Sought | null, narrowing: Narrowing) {
  return useQuery({
    queryKey: ['found-partners', sought, narrowing],
    enabled: sought !== null,
    queryFn: () => {
      if (sought === null) throw new Error('nothing is sought');
      return 'text' in sought ? forText(sought.text, narrowing) : forCall(sought.call, narrowing);
    },
  });
}

function forText(text: string, { role, countries, regions, types, sme, seeds }: Narrowing) {
  const body = {
    text,
    limit,
    ...(role === '' ? {} : { role }),
    ...(countries.length > 0 ? { countries: [...countries] } : {}),
    ...(regions.length > 0 ? { regions: [...regions] } : {}),
    ...(types.length > 0 ? { types: [...types] } : {}),
    ...(sme === null ? {} : { sme }),
    ...(seeds.length > 0 ? { seeds: [...seeds] } : {}),
  } as Request;
  return answered(api.POST('/api/v1/suggestions', { body }));
}

function forCall(reference: string, { role, countries, regions, types, sme, seeds }: Narrowing) {
  const query = {
    limit,
    ...(role === '' ? {} : { role }),
    ...(countries.length > 0 ? { country: [...countries] } : {}),
    ...(regions.length > 0 ? { region: [...regions] } : {}),
    ...(types.length > 0 ? { type: [...types] } : {}),
    ...(sme === null ? {} : { sme: String(sme) }),
    ...(seeds.length > 0 ? { seed: [...seeds] } : {}),
  } as Query;
  return answered(
    api.GET('/api/v1/opportunities/{reference}/suggestions', { params: { path: { reference }, query } }),
  );
}
