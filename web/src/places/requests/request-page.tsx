import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { Page } from '../../parts/page.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import { hasRole, useMe } from '../../app/session/use-me.js';
import { AnswerForm } from './answer-form.js';
import { LetterEditor } from './letter-editor.js';
import { LetterText } from './letter-text.js';
import { OutsideWays } from './outside-ways.js';
import { PartyName } from './party-name.js';
import { RequestSteps } from './request-steps.js';
import { RequestThread } from './request-thread.js';
import { useRequest, useRequestDeeds, type Request, type RequestDeeds } from './use-requests.js';

/** One request, from the side of whoever looks. */
export function RequestPage() {
  const { t } = useTranslation('requests');
  const { id } = useParams({ from: '/introductions/$id' });
  const found = useRequest(id);
  const deeds = useRequestDeeds(id);
  if (found.data === undefined)
    return (
      <Page title={t('one')}>
        {found.isError ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingState />
        )}
      </Page>
    );
  return <Found request={found.data} deeds={deeds} />;
}

interface FoundProps {
  readonly request: Request;
  readonly deeds: RequestDeeds;
}

function Found({ request, deeds }: FoundProps) {
  const { t } = useTranslation('requests');
  const { state, side, channel, subject } = request;
  const answers = side === 'recipient' || channel === 'outside';
  const open = request.nextStates.includes('accepted');
  return (
    <Page title={subject === '' ? t('one') : subject} lead={t(`stateLong.${state}`)}>
      <Facts request={request} />
      <StaffDeeds request={request} deeds={deeds} />
      {channel === 'outside' && state === 'draft' && <OutsideWays request={request} />}
      {state === 'draft' && side === 'sender' ? (
        <LetterEditor request={request} deeds={deeds} />
      ) : (
        <LetterText request={request} deeds={deeds} />
      )}
      {open && answers && <AnswerForm request={request} deeds={deeds} />}
      {(state === 'accepted' || request.messages.length > 0 || state === 'more-information') && (
        <RequestThread request={request} deeds={deeds} />
      )}
      {side === 'sender' && open && (
        <Group>
          <Button
            variant="default"
            loading={deeds.act.isPending}
            onClick={() => deeds.act.mutate('withdraw')}
          >
            {t('withdraw')}
          </Button>
        </Group>
      )}
      <RequestSteps request={request} deeds={deeds} />
    </Page>
  );
}

function Facts({ request }: Pick<FoundProps, 'request'>) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const { sender, recipient, role, replacement, nextStep, nextAt, deadline, answers, about } = request;
  const facts: (readonly [string, React.ReactNode])[] = [
    [t('fact.from'), <PartyName key="from" party={sender} />],
    [t('fact.to'), <PartyName key="to" party={recipient} />],
    ...(about === null ? [] : [[t('fact.about'), about] as const]),
    [t('fact.role'), role],
    ...(replacement ? [[t('fact.kind'), t('fact.replacement')] as const] : []),
    [t('fact.next'), `${t(`next.${nextStep}`)} · ${format.date(nextAt)}`],
    ...(deadline === null ? [] : [[t('fact.deadline'), format.date(deadline)] as const]),
    ...(answers === null ? [] : [[t('fact.answers'), t(`band.${answers}`)] as const]),
    ...[sender, recipient].flatMap(({ contact, name }) =>
      contact === null
        ? []
        : [[t('fact.contact', { name: name ?? '' }), `${contact.name}, ${contact.email}`] as const],
    ),
  ];
  return (
    <Paper withBorder p="md">
      <Stack gap="xs" component="dl" m={0}>
        {facts.map(([label, value]) => (
          <Group key={label} gap="0 var(--mantine-spacing-xs)" align="baseline">
            <Text component="dt" size="sm" c="dimmed" miw="9rem">
              {label}
            </Text>
            <Text component="dd" m={0} flex="1 1 12rem" style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}

/** What staff of the recipient's cluster can do: call, and let one through that waits. */
function StaffDeeds({ request, deeds }: FoundProps) {
  const { t } = useTranslation('requests');
  const tell = useTell();
  const staff = hasRole(useMe(), ['officer']);
  if (!staff) return null;
  const calls =
    ['sent', 'read', 'escalated'].includes(request.state) && !request.called && request.channel === 'member';
  const lets = request.queuedFor !== null;
  if (!calls && !lets) return null;
  return (
    <Stack gap="xs">
      <Title order={2}>{t('staff.title')}</Title>
      <Group gap="sm">
        {calls && (
          <Button
            loading={deeds.act.isPending}
            onClick={() => deeds.act.mutate('call', { onSuccess: () => tell(t('staff.called')) })}
          >
            {t('staff.call')}
          </Button>
        )}
        {lets && (
          <Button
            variant="default"
            loading={deeds.act.isPending}
            onClick={() => deeds.act.mutate('release', { onSuccess: () => tell(t('staff.released')) })}
          >
            {t('staff.release')}
          </Button>
        )}
        <Text size="sm" c="dimmed">
          {calls ? t('staff.callWhy') : t('staff.releaseWhy')}
        </Text>
      </Group>
      <FormProblem error={deeds.act.error} fields={[]} />
    </Stack>
  );
}
