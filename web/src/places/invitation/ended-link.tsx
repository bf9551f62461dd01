import { Anchor, Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';

/** A link that was used or has ended: a new one goes to the address it was made for, whoever asks here. */
export function EndedLink({ token }: { readonly token: string }) {
  const { t, i18n } = useTranslation('invitation');
  const renew = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/invitations/renew', {
          body: { token, language: i18n.language === 'it' ? 'it' : 'en' },
        }),
      ),
  });
  if (renew.isSuccess)
    return (
      <Page title={t('title')}>
        <EmptyState title={t('ended.sent')} why={t('ended.sentText')} />
      </Page>
    );
  return (
    <Page title={t('title')}>
      <EmptyState
        title={t('ended.title')}
        why={t('ended.text')}
        action={
          <>
            <FormProblem error={renew.error} fields={[]} />
            <Group>
              <Button loading={renew.isPending} onClick={() => renew.mutate()}>
                {t('ended.button')}
              </Button>
              <Anchor component={Link} to="/sign-in">
                {t('ended.signIn')}
              </Anchor>
            </Group>
          </>
        }
      />
    </Page>
  );
}
