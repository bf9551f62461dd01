import { Button, Paper, Radio, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { useFragment } from '../../parts/link/use-fragment.js';
import { frequencies, toFrequency, type Frequency } from './use-digests.js';

/** How often, by the link in a mail, without signing in. Opening it changes nothing; mail scanners open it too. */
export function SubscriptionPage() {
  const { t } = useTranslation('digest');
  // "Stop these mails" brings its wish along; it is taken when it is pressed, as any other
  const [token = '', wish] = useFragment().split('.');
  const found = useQuery({
    queryKey: ['subscription', token],
    enabled: token !== '',
    queryFn: () => answered(api.POST('/api/v1/subscriptions/open', { body: { token } })),
  });
  if (token === '')
    return (
      <Page title={t('subscription.title')}>
        <EmptyState title={t('useless.title')} why={t('useless.text')} />
      </Page>
    );
  return (
    <Page title={t('subscription.title')} lead={t('subscription.lead')}>
      <QueryState query={found}>
        {({ frequency }) => <Choose token={token} frequency={wish === 'stop' ? 'never' : frequency} />}
      </QueryState>
    </Page>
  );
}

function Choose({ token, frequency }: { readonly token: string; readonly frequency: string }) {
  const { t } = useTranslation('digest');
  const [chosen, setChosen] = useState<Frequency>(toFrequency(frequency) ?? 'never');
  const choose = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/v1/subscriptions/choose', { body: { token, frequency: chosen } })),
  });
  if (choose.isSuccess)
    return (
      <EmptyState
        title={t('subscription.done')}
        why={t(`frequency.${toFrequency(choose.data.frequency) ?? 'never'}`)}
      />
    );
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <Radio.Group
          label={t('subscription.question')}
          value={chosen}
          onChange={(value) => setChosen(toFrequency(value) ?? 'never')}
        >
          <Stack gap="xs" mt="xs">
            {frequencies.map((one) => (
              <Radio key={one} value={one} label={t(`frequency.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <FormProblem error={choose.error} fields={[]} />
        <Button loading={choose.isPending} onClick={() => choose.mutate()}>
          {t('subscription.save')}
        </Button>
      </Stack>
    </Paper>
  );
}
