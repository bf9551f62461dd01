import { List, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { OutcomeTabs } from './outcome-tabs.js';
import { PartTable } from './part-table.js';
import { StageBars } from './stage-bars.js';
import { useOutcomes, useOutcomesAsked, type Outcomes } from './use-outcomes.js';

/** What came of what was suggested: from the first word to the money. */
export function OutcomesPage() {
  const { t } = useTranslation('outcomes');
  const { span } = useSearch({ from: '/outcomes' });
  const navigate = useNavigate();
  const outcomes = useOutcomes(span ?? 'ever');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <SegmentedControl
          aria-label={t('span.label')}
          value={span ?? 'ever'}
          onChange={(value) =>
            void navigate({
              to: '/outcomes',
              search: value === 'year' ? { span: 'year' } : {},
              replace: true,
              resetScroll: false,
            })
          }
          data={[
            { value: 'ever', label: t('span.ever') },
            { value: 'year', label: t('span.year') },
          ]}
        />
      }
    >
      <OutcomeTabs shown="outcomes" />
      <QueryState query={outcomes}>{(data) => <Contents outcomes={data} />}</QueryState>
    </Page>
  );
}

function Contents({ outcomes }: { readonly outcomes: Outcomes }) {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const { whole, members, calls, led } = outcomes;
  if (whole.suggested === 0) return <EmptyState title={t('nothing')} why={t('nothingWhy')} />;
  return (
    <Stack gap="lg">
      <StageBars counts={whole} title={t('chain')} />
      <Stack gap={4}>
        <Text>
          {t('different', {
            members: format.number(members.suggested),
            calls: format.number(calls.suggested),
            accepted: format.number(members.accepted),
            led: format.number(led),
          })}
        </Text>
        {whole.asked > 0 && (
          <Text>{t('acceptance', { share: format.share(whole.accepted / whole.asked) })}</Text>
        )}
        <Text size="sm" c="dimmed" maw="44rem">
          {t('method')}
        </Text>
      </Stack>
      <PartTable by="programme" parts={outcomes.byProgramme} whole={whole} />
      <PartTable by="ecosystem" parts={outcomes.byEcosystem} whole={whole} />
      <PartTable by="kind" parts={outcomes.byKind} whole={whole} />
      <Funded outcomes={outcomes} />
    </Stack>
  );
}

/** What staff confirmed, and what public data propose: nothing is taken for funded by itself. */
function Funded({ outcomes }: { readonly outcomes: Outcomes }) {
  const { t } = useTranslation('outcomes');
  const proposed = (useOutcomesAsked().data?.items ?? []).filter(({ proposals }) => proposals.length > 0);
  return (
    <Stack gap="xs" component="section" aria-labelledby="funded">
      <Title order={2} id="funded">
        {t('funded.title')}
      </Title>
      {outcomes.fundedBoards.length + proposed.length === 0 && <Text>{t('funded.none')}</Text>}
      <List>
        {outcomes.fundedBoards.map(({ consortium, title, grant }) => (
          <List.Item key={consortium} style={{ overflowWrap: 'anywhere' }}>
            <AnchorLink to="/consortia/$id" params={{ id: consortium }}>
              {title}
            </AnchorLink>
            {`: ${grant === null ? t('funded.confirmed') : t('funded.confirmedAs', { grant })}`}
          </List.Item>
        ))}
        {proposed.map(({ consortium, title, proposals }) => (
          <List.Item key={consortium} style={{ overflowWrap: 'anywhere' }}>
            <AnchorLink to="/consortia/$id" params={{ id: consortium }}>
              {title}
            </AnchorLink>
            {`: ${t('funded.proposed', { grant: proposals[0]?.grantId ?? '', shared: proposals[0]?.shared.length ?? 0 })}`}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
