import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Page } from '../../parts/page.js';
import { ProblemState } from '../../parts/states/problem-state.js';

/** A page that could not be shown: what the service said, or our own fault. */
export function BrokenPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  const retry = (): void => {
    boundary.reset();
    void router.invalidate();
  };
  return (
    <Page title={t('broken')}>
      <ProblemState error={error} onRetry={retry} />
    </Page>
  );
}
