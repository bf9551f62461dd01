import { useQuery } from '@tanstack/react-query';

import register from '../../../../data/taxonomy/nuts.csv?url';
import { RegionNames } from './region-names.js';

const unknown = new RegionNames('');

/** What regions are called. Read when first needed; until then, and where that fails, codes stand for themselves. */
export function useRegions(): RegionNames {
  const { data } = useQuery({
    queryKey: ['region-names'],
    queryFn: async () => {
      const answer = await fetch(register);
      if (!answer.ok) throw new Error(`the names of regions: ${String(answer.status)}`);
      return new RegionNames(await answer.text());
    },
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data ?? unknown;
}
