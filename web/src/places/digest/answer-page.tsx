import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { useFragment } from '../../parts/link/use-fragment.js';

type Verdict = 'useful' | 'not-for-us';

/** "Useful" or "Not for us", from the mail: says which call it is about, and takes the answer when it is pressed. */
export function AnswerPage() {
  const { t } = useTranslation('digest');
  const [token = '', item = '', said = ''] = useFragment().split('.');
  const verdict: Verdict = said === 'useful' ? 'useful' : 'not-for-us';
  const body = { token, item: Number(item) };
  const found = useQuery({
    queryKey: ['digest-item', token, item],
    enabled: token !== '' && item !== '',
    queryFn: () => answered(api.POST('/api/v1/digests/answers/open', { body })),
  });
  const answer = useMutation({
    mutationFn: (given: Verdict) =>
      answered(api.POST('/api/v1/digests/answers', { body: { ...body, verdict: given } })),
  });
  if (token === '' || item === '')
    return (
      <Page title={t('answer.title')}>
        <EmptyState title={t('useless.title')} why={t('useless.text')} />
      </Page>
    );
  if (answer.isSuccess)
    return (
      <Page title={t('answer.title')}>
        <EmptyState title={t('answer.done')} why={t('answer.doneWhy')} />
      </Page>
    );
  const other: Verdict = verdict === 'useful' ? 'not-for-us' : 'useful';
  return (
    <Page title={t('answer.title')} lead={t('answer.lead')}>
      <QueryState query={found}>
        {({ title, identifier }) => (
          <Paper withBorder p="md">
            <Stack gap="sm" align="flex-start">
              <Title order={2}>{title}</Title>
              <Text c="dimmed">{identifier}</Text>
              <FormProblem error={answer.error} fields={[]} />
              <Group gap="sm">
                <Button loading={answer.isPending} onClick={() => answer.mutate(verdict)}>
                  {t(`verdict.${verdict}`)}
                </Button>
                <Button variant="default" disabled={answer.isPending} onClick={() => answer.mutate(other)}>
                  {t(`verdict.${other}`)}
                </Button>
              </Group>
            </Stack>
          </Paper>
        )}
      </QueryState>
    </Page>
  );
}
