import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components, paths } from '../../api/schema.js';
import { searchOf, type Narrowing } from './partner-search.js';

type Request = components['schemas']['SuggestRequest'];
type Query = NonNullable<
  paths['/api/v1/opportunities/{reference}/suggestions']['get']['parameters']['query']
>;

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

function forText(text: string, narrowing: Narrowing) {
  const body = { text, limit, ...searchOf(narrowing) } as Request;
  return answered(api.POST('/api/v1/suggestions', { body }));
}

function forCall(reference: string, narrowing: Narrowing) {
  const { countries, regions, types, seeds, sme, ...rest } = searchOf(narrowing);
  const query = {
    limit,
    ...rest,
    ...(countries && { country: countries }),
    ...(regions && { region: regions }),
    ...(types && { type: types }),
    ...(seeds && { seed: seeds }),
    ...(sme === undefined ? {} : { sme: String(sme) }),
  } as Query;
  return answered(
    api.GET('/api/v1/opportunities/{reference}/suggestions', { params: { path: { reference }, query } }),
  );
}
