import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { GroupTable } from './group-table.js';
import { NewcomerLever } from './newcomer-lever.js';
import { OutcomeTabs } from './outcome-tabs.js';
import { isAlert, useFairness, type Fairness } from './use-outcomes.js';

const Bars = lazy(async () => ({ default: (await import('../../parts/pictures/bars.js')).Bars }));

/** Who gets the suggestions, and the lever for those who get few. */
export function FairnessPage() {
  const { t } = useTranslation('outcomes');
  const fairness = useFairness();
  return (
    <Page title={t('fair.title')} lead={t('fair.lead')}>
      <OutcomeTabs shown="fairness" />
      <QueryState query={fairness}>{(data) => <Contents fairness={data} />}</QueryState>
    </Page>
  );
}

function Contents({ fairness }: { readonly fairness: Fairness }) {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const { suggestions, concentration, byExperience } = fairness;
  if (suggestions === 0) return <EmptyState title={t('fair.nothing')} why={t('fair.nothingWhy')} />;
  const alert = isAlert(fairness);
  const members = byExperience.reduce((sum, group) => sum + group.members, 0);
  const newcomers = byExperience.find(({ code }) => code === 'newcomer');
  return (
    <Stack gap="lg">
      {alert && (
        <Alert
          color="orange"
          variant="outline"
          icon={<IconAlertTriangle aria-hidden />}
          c="var(--mantine-color-text)"
          styles={{ title: { color: 'var(--mantine-color-text)' } }}
          title={t('fair.alert', { share: format.share(concentration) })}
        >
          {t('fair.alertWhy', { limit: format.share(fairness.concentrationAlert) })}
        </Alert>
      )}
      <Text role="status">
        {t('fair.counted', {
          suggestions: format.number(suggestions),
          calls: format.number(fairness.calls),
          at: format.dateTime(fairness.countedAt),
        })}
      </Text>
      <Suspense fallback={<LoadingState lines={4} />}>
        <Bars
          title={t('fair.newcomers')}
          rowTitle={t('group')}
          fileName="newcomers"
          most={1}
          items={[
            bar('ofMembers', (newcomers?.members ?? 0) / Math.max(1, members)),
            bar('ofSuggestions', (newcomers?.suggestions ?? 0) / suggestions),
            bar('tenMost', concentration ?? 0),
          ]}
        />
      </Suspense>
      <GroupTable by="experience" groups={byExperience} />
      <GroupTable by="kind" groups={fairness.byKind} />
      <GroupTable by="province" groups={fairness.byProvince} />
      <Text size="sm" c="dimmed" maw="44rem">
        {t('fair.method')}
      </Text>
      <NewcomerLever key={fairness.newcomerShare} fairness={fairness} />
    </Stack>
  );

  function bar(id: 'ofMembers' | 'ofSuggestions' | 'tenMost', value: number) {
    return { id, name: t(`fair.${id}`), value, text: format.share(value) };
  }
}
