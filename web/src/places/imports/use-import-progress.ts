import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { answered, api } from '../../api/client.js';
import type { Import } from './upload.js';

export type Progress = NonNullable<Import['progress']>;

/** How often the service is asked where it cannot tell by itself, in milliseconds. */
const askMs = 1000;

/**
 * How far an import is being carried out: told by the service, or asked for now and then where the line for that does not
 * stand. When it is over, the import is asked for anew.
 *
 * @param isWatched while something is being done about it
 * @returns null while nobody can tell
 */
export function useImportProgress(id: string, isWatched: boolean): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isWatched) return;
    const take = (run: Import): void => {
      setProgress(run.progress);
      if (run.progress === null)
        void queryClient.invalidateQueries({ queryKey: ['imports', id], exact: true });
    };
    return watch(id, take);
  }, [id, isWatched, queryClient]);
  return isWatched ? progress : null;
}

/** @returns what ends it */
function watch(id: string, take: (run: Import) => void): () => void {
  let asking: number | undefined;
  const ask = (): void => {
    asking ??= window.setInterval(() => {
      answered(api.GET('/api/v1/imports/{id}', { params: { path: { id } } })).then(take, () => undefined);
    }, askMs);
  };
  const events = new EventSource(`/api/v1/imports/${id}/events`);
  events.onmessage = ({ data }: MessageEvent<string>) => take(JSON.parse(data) as Import);
  // also at its end: then one asks until the page stops watching
  events.onerror = () => {
    events.close();
    ask();
  };
  return () => {
    events.close();
    window.clearInterval(asking);
  };
}
