import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useTell } from '../../parts/feedback/use-tell.js';
import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { useHolds, useRelease, type Hold } from './use-digests.js';

/** What stands still now: since when, by whom and why; nothing where all goes. */
export function HoldList() {
  const { t } = useTranslation('digest');
  const holds = useHolds().data?.items ?? [];
  if (holds.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" data-holds>
      <Stack gap="sm">
        <Title order={2} size="h3" c="var(--tessera-warn)">
          {t('hold.still', { count: holds.length })}
        </Title>
        {holds.map((hold) => (
          <HeldLine key={hold.id} hold={hold} />
        ))}
      </Stack>
    </Paper>
  );
}

function HeldLine({ hold }: { readonly hold: Hold }) {
  const { t } = useTranslation('digest');
  const format = useFormat();
  const tell = useTell();
  const release = useRelease();
  const everybody = hold.cluster === null ? t('hold.everybody') : t('hold.cluster');
  const what = hold.organisation === null ? everybody : (hold.organisationName ?? hold.organisation);
  const halted = hold.reason === 'refused-by-policy';
  return (
    <Group justify="space-between" align="flex-start">
      <Stack gap={2} flex="1 1 16rem">
        <Text fw={600}>{what}</Text>
        <Text size="sm">{halted ? t('hold.refused') : hold.reason}</Text>
        <Text size="sm">
          {t('hold.by', {
            who: halted ? t('hold.service') : (hold.byName ?? t('hold.unknown')),
            when: format.dateTime(hold.since),
          })}
        </Text>
        <FormProblem error={release.error} fields={[]} />
      </Stack>
      <Button
        variant="default"
        loading={release.isPending}
        aria-label={t('hold.releaseNamed', { name: what })}
        onClick={() => release.mutate(hold.id, { onSuccess: () => tell(t('hold.released')) })}
      >
        {t('hold.release')}
      </Button>
    </Group>
  );
}
