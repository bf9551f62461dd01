import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { ProblemError } from '../../api/problem.js';
import { hasChosenLanguage, speak } from '../../app/i18n.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { ClaimForm } from './claim-form.js';
import { EndedLink } from './ended-link.js';
import { linkToken } from './link-token.js';

/** "Is this you?": the draft profile behind an invitation's link, without a password. */
export function InvitationPage() {
  const { t } = useTranslation('invitation');
  const token = linkToken();
  const draft = useQuery({
    queryKey: ['invitation', token],
    enabled: token !== null,
    staleTime: Infinity,
    retry: false,
    queryFn: () => answered(api.POST('/api/v1/invitations/open', { body: { token: token ?? '' } })),
  });
  const language = draft.data?.language;
  useEffect(() => {
    if (language !== undefined && !hasChosenLanguage()) void speak(language);
  }, [language]);
  if (token !== null && isProblem(draft.error, 'accounts.invitation-ended'))
    return <EndedLink token={token} />;
  if (token === null || isProblem(draft.error, 'accounts.invitation-not-found'))
    return (
      <Page title={t('title')}>
        <EmptyState title={t('useless.title')} why={t('useless.text')} />
      </Page>
    );
  return (
    <Page title={t('title')} lead={t('lead', { cluster: draft.data?.cluster ?? '…' })}>
      <QueryState query={draft}>{(data) => <ClaimForm token={token} draft={data} />}</QueryState>
    </Page>
  );
}

const isProblem = (error: unknown, code: string): boolean =>
  error instanceof ProblemError && error.code === code;
