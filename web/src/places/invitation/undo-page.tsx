import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { ProblemError } from '../../api/problem.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { linkToken } from './link-token.js';

/** Takes a removal back, by the link in the mail about it. Opening the page does nothing. */
export function UndoPage() {
  const { t } = useTranslation('invitation');
  const token = linkToken();
  const undo = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/removals/undo', { body: { token: token ?? '' } })),
  });
  if (token === null || isGone(undo.error))
    return (
      <Page title={t('undo.title')}>
        <EmptyState title={t('undo.gone.title')} why={t('undo.gone.text')} />
      </Page>
    );
  if (undo.isSuccess)
    return (
      <Page title={t('undo.title')}>
        <EmptyState title={t('undo.done.title')} why={t('undo.done.text')} />
      </Page>
    );
  return (
    <Page title={t('undo.title')} lead={t('undo.lead')}>
      <FormProblem error={undo.error} fields={[]} />
      <Button style={{ alignSelf: 'flex-start' }} loading={undo.isPending} onClick={() => undo.mutate()}>
        {t('undo.button')}
      </Button>
    </Page>
  );
}

const isGone = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'accounts.removal-not-found';
