import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { hasRole, useMe } from '../../app/session/use-me.js';
import { CallMeta } from '../../parts/call/call-meta.js';
import { SaveButton } from '../../parts/call/save-button.js';
import { StartBoardButton } from '../../parts/call/start-board-button.js';
import { Page } from '../../parts/page.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { BringsAndCosts } from './brings-and-costs.js';
import { PartnersToFind } from './partners-to-find.js';
import { PeopleToJoin } from './people-to-join.js';
import { SaidByCall } from './said-by-call.js';
import { ShouldYou } from './should-you.js';
import { useDecision, useIsSaved, useOpportunity, type Call } from './use-opportunity.js';
import { WhyThisPlace } from './why-this-place.js';

/** One call: should you, what it says, what it brings and costs, with whom. */
export function OpportunityPage() {
  const { reference } = useParams({ from: '/opportunities/$reference' });
  const { t } = useTranslation('opportunities');
  const call = useOpportunity(reference);
  if (call.isError)
    return (
      <Page title={t('one.title')}>
        <ProblemState error={call.error} onRetry={() => void call.refetch()} />
      </Page>
    );
  if (call.data === undefined)
    return (
      <Page title={t('one.title')}>
        <LoadingState lines={5} />
      </Page>
    );
  return <Found call={call.data} />;
}

function Found({ call }: { readonly call: Call }) {
  const { t } = useTranslation('opportunities');
  const decision = useDecision(call.identifier);
  const saved = useIsSaved(call.id);
  const asker = decision.data?.asker ?? null;
  const alone = call.kind === 'cascade';
  const mayStart = hasRole(useMe(), ['officer']);
  return (
    <Page
      title={call.title}
      lead={<CallMeta call={call} budget={call.budget} />}
      actions={
        <>
          {saved !== null && <SaveButton id={call.id} title={call.title} saved={saved} />}
          {!alone && mayStart && <StartBoardButton from={{ opportunity: call.identifier }} />}
        </>
      }
    >
      <QueryState query={decision}>
        {(found) => (
          <>
            <ShouldYou decision={found} />
            <SaidByCall call={call} said={found.said} />
            <BringsAndCosts call={call} decision={found} />
            {asker !== null && <WhyThisPlace reference={call.identifier} asker={asker} />}
            {!alone && <PartnersToFind reference={call.identifier} />}
            {!alone && <PeopleToJoin decision={found} />}
          </>
        )}
      </QueryState>
      <Stack gap="xs" component="section">
        <Title order={2}>{t('one.source')}</Title>
        <Group gap="sm">
          {call.url === null ? (
            <Text>{t('one.noPage')}</Text>
          ) : (
            <Anchor href={call.url} rel="noreferrer">
              {t('one.toPage')}
            </Anchor>
          )}
          <Text size="sm" c="dimmed">
            {call.callTitle}
          </Text>
        </Group>
      </Stack>
    </Page>
  );
}
