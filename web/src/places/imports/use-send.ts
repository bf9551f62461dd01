import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { keepFile } from './last-file.js';
import { sendFile, type UploadProgress } from './upload.js';

interface Wanted {
  readonly file: File;
  readonly source: string | null;
}

/** Sends a file, then leads to its preview. */
export function useSend() {
  const [progress, setProgress] = useState<UploadProgress | null>(null);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const send = useMutation({
    mutationFn: ({ file, source }: Wanted) => sendFile(file, source, setProgress),
    onSettled: () => setProgress(null),
    onSuccess: async (run, { file }) => {
      keepFile(run.id, file);
      queryClient.setQueryData(['imports', run.id], run);
      void queryClient.invalidateQueries({ queryKey: ['imports', 'list'] });
      await navigate({ to: '/imports/$id', params: { id: run.id } });
    },
  });
  return { send, progress };
}
