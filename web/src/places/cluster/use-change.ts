import { useMutation, useQueryClient } from '@tanstack/react-query';

import { useTell } from '../../parts/feedback/use-tell.js';

/** A change of one's cluster: what the page shows of it is asked for again, and it says that it was done. */
export function useChange<Input>(change: (input: Input) => Promise<unknown>, done: string) {
  const client = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['cluster'] });
      // the frame shows its colour and logo
      await client.invalidateQueries({ queryKey: ['me'] });
      tell(done);
    },
  });
}
