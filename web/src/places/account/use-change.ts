import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A change of one's account: what the page shows of it is asked for again. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['account'] }),
  });
}
