import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { ProblemError } from '../../api/problem.js';
import { useUndo } from '../../parts/feedback/use-undo.js';
import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { Applying } from './applying.js';
import type { Decisions } from './import-page.js';
import type { Import } from './upload.js';
import { useImportProgress } from './use-import-progress.js';

/** Carries out, takes back, and hands out what was refused. */
export function ImportActions({ run, decisions }: { readonly run: Import; readonly decisions: Decisions }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const queryClient = useQueryClient();
  const offerUndo = useUndo();
  const show = (changed: Import): void => {
    queryClient.setQueryData(['imports', run.id], changed);
    for (const key of ['imports', 'members', 'radar', 'coverage'])
      void queryClient.invalidateQueries({ queryKey: [key] });
  };
  const path = { id: run.id };
  const undo = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/imports/{id}/undo', { params: { path } })),
    onSuccess: show,
  });
  const apply = useMutation({
    mutationFn: () => {
      const decided = [...decisions].map(([line, organisationId]) => ({ line, organisationId }));
      return answered(
        api.POST('/api/v1/imports/{id}/apply', { params: { path }, body: { decisions: decided } }),
      );
    },
    onSuccess: (changed) => {
      show(changed);
      offerUndo(t('one.done'), async () => void (await undo.mutateAsync()));
    },
  });
  const isUnderway = apply.isPending || undo.isPending || run.progress !== null;
  const progress = useImportProgress(run.id, isUnderway);
  const refused = run.counts['refused'] ?? 0;
  const taken = ['new', 'changed', 'suspected'].reduce((sum, verdict) => sum + (run.counts[verdict] ?? 0), 0);
  const error = apply.error ?? undo.error;
  return (
    <Stack gap="xs">
      <Group gap="sm">
        {run.state === 'previewed' && (
          <Button loading={isUnderway} disabled={taken === 0} onClick={() => apply.mutate()}>
            {t('one.apply', { count: taken, figure: format.number(taken) })}
          </Button>
        )}
        {run.state === 'applied' && (
          <Button variant="default" loading={isUnderway} onClick={() => undo.mutate()}>
            {t('one.undo')}
          </Button>
        )}
        {refused > 0 && (
          <Button
            component="a"
            variant="default"
            href={`/api/v1/imports/${run.id}/rows.csv?verdict=refused`}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('one.refused', { count: refused, figure: format.number(refused) })}
          </Button>
        )}
      </Group>
      {isUnderway && !undo.isPending && <Applying progress={progress ?? run.progress} />}
      {run.state === 'previewed' && taken === 0 && <Text>{t('one.nothingToTake')}</Text>}
      {error instanceof ProblemError && error.status === 409 ? (
        <Text role="alert" c="var(--tessera-bad)">
          {t('one.changedMeanwhile')} <span lang="en">{error.detail}</span>
        </Text>
      ) : (
        <FormProblem error={error} fields={[]} />
      )}
    </Stack>
  );
}
