import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { saveFile } from '../../parts/export/save-file.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import type { Request, RequestDeeds } from './use-requests.js';

interface RequestStepsProps {
  readonly request: Request;
  readonly deeds: RequestDeeds;
}

const deedsInWords = [
  'moved',
  'changed',
  'queued',
  'reminded',
  'called',
  'handed-over',
  'nudged',
  'talked',
  'erased',
  'kept',
] as const;

/** What happened, and what can be taken away: a file for an adviser, all of it, one's own words. */
export function RequestSteps({ request, deeds }: RequestStepsProps) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const tell = useTell();
  const { id, steps, side, parts, messages } = request;
  const enquiry = useMutation({
    mutationFn: async () =>
      answered(
        api.POST('/api/v1/introductions/{id}/een-enquiry', { params: { path: { id } }, parseAs: 'text' }),
      ),
    onSuccess: (text) => saveFile('een-enquiry.txt', new Blob([String(text)], { type: 'text/plain' })),
  });
  const taken = useMutation({
    mutationFn: async () =>
      answered(api.GET('/api/v1/introductions/{id}/export', { params: { path: { id } } })),
    onSuccess: (file) =>
      saveFile('request.json', new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' })),
  });
  const known = (deed: string) => deedsInWords.find((one) => one === deed);
  const own = side === 'sender' ? parts.length > 0 : messages.some((message) => message.side === side);
  return (
    <Stack gap="xs" component="section" aria-labelledby="steps">
      <Title order={2} id="steps">
        {t('steps.title')}
      </Title>
      {steps.length === 0 && <Text>{t('steps.none')}</Text>}
      <List spacing={4}>
        {steps
          .filter(({ deed }) => known(deed) !== undefined)
          .map(({ at, deed, to }) => (
            <List.Item key={at + deed}>
              {`${format.dateTime(at)}: ${deed === 'moved' ? t(`states.${to ?? 'draft'}`) : t(`steps.${known(deed) ?? 'changed'}`)}`}
            </List.Item>
          ))}
      </List>
      <Group gap="md">
        <Button variant="subtle" size="compact-md" loading={taken.isPending} onClick={() => taken.mutate()}>
          {t('steps.export')}
        </Button>
        {side === 'sender' && (
          <Button
            variant="subtle"
            size="compact-md"
            loading={enquiry.isPending}
            onClick={() => enquiry.mutate()}
          >
            {t('steps.een')}
          </Button>
        )}
        {own && request.state !== 'draft' && (
          <Button
            variant="subtle"
            size="compact-md"
            loading={deeds.forget.isPending}
            onClick={() => {
              if (window.confirm(t('steps.forgetSure')))
                deeds.forget.mutate(undefined, { onSuccess: () => tell(t('steps.forgotten')) });
            }}
          >
            {t('steps.forget')}
          </Button>
        )}
      </Group>
      <FormProblem error={taken.error ?? enquiry.error ?? deeds.forget.error} fields={[]} />
    </Stack>
  );
}
