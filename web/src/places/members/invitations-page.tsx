import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useTell } from '../../parts/feedback/use-tell.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { InviteForm } from './invite-form.js';
import { RoundForm } from './round-form.js';
import { RoundState } from './round-state.js';
import { byDay, useInvitations, type Invitation, type Invitations } from './use-invitations.js';

/** Who was asked to look after which profile, what became of it, and who asks by themselves. */
export function InvitationsPage() {
  const { t } = useTranslation('invitations');
  const invitations = useInvitations();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <QueryState query={invitations.list}>
        {({ items, planned }) => (
          <Stack gap="lg">
            <Waiting asks={items.filter(({ mail }) => mail === 'waiting')} invitations={invitations} />
            <RoundState planned={planned} />
            <InviteForm invite={invitations.invite} />
            <RoundForm />
            <Sent invited={items.filter(({ mail }) => mail !== 'waiting')} />
          </Stack>
        )}
      </QueryState>
    </Page>
  );
}

function Waiting({
  asks,
  invitations,
}: {
  readonly asks: readonly Invitation[];
  readonly invitations: Invitations;
}) {
  const { t } = useTranslation('invitations');
  const tell = useTell();
  const { approve, decline } = invitations;
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2}>{t('waiting.title')}</Title>
        {asks.length === 0 ? (
          <Text c="dimmed">{t('waiting.none')}</Text>
        ) : (
          <Text maw="44rem">{t('waiting.lead')}</Text>
        )}
        <FormProblem
          error={approve.error ?? decline.error}
          fields={[]}
          words={{ 'accounts.ask-not-found': t('waiting.gone') }}
        />
        {asks.map((ask) => (
          <Group key={ask.id} justify="space-between">
            <Person invitation={ask} />
            <Group gap="xs">
              <Button
                aria-label={t('waiting.approveNamed', { name: ask.name })}
                onClick={() =>
                  approve.mutate(ask, { onSuccess: () => tell(t('waiting.approved', { name: ask.name })) })
                }
              >
                {t('waiting.approve')}
              </Button>
              <Button
                variant="default"
                aria-label={t('waiting.declineNamed', { name: ask.name })}
                onClick={() =>
                  decline.mutate(ask, { onSuccess: () => tell(t('waiting.declined', { name: ask.name })) })
                }
              >
                {t('waiting.decline')}
              </Button>
            </Group>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}

function Sent({ invited }: { readonly invited: readonly Invitation[] }) {
  const { t } = useTranslation('invitations');
  const format = useFormat();
  if (invited.length === 0) return <EmptyState title={t('sent.none')} why={t('sent.noneWhy')} />;
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{t('sent.title')}</Title>
      {byDay(invited).map(([day, ofDay]) => (
        <Paper key={day} withBorder p="md">
          <Stack gap="xs">
            <Title order={3}>{format.date(day)}</Title>
            <Text size="sm" c="dimmed">
              {t('sent.figures', {
                total: format.number(ofDay.length),
                confirmed: format.number(ofDay.filter(({ confirmedAt }) => confirmedAt !== null).length),
                failed: format.number(ofDay.filter(({ mail }) => mail === 'failed').length),
              })}
            </Text>
            {ofDay.map((invitation) => (
              <Group key={invitation.id} justify="space-between">
                <Person invitation={invitation} />
                <State invitation={invitation} />
              </Group>
            ))}
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}

function Person({ invitation: { name, email, organisationName } }: { readonly invitation: Invitation }) {
  return (
    <div>
      <Text fw={500}>{name}</Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[organisationName, email].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}

function State({ invitation: { mail, confirmedAt, endsAt } }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('invitations');
  const format = useFormat();
  if (confirmedAt !== null)
    return <Text c="var(--tessera-good)">{t('state.confirmed', { day: format.date(confirmedAt) })}</Text>;
  const ended = mail === 'sent' && endsAt < new Date().toISOString();
  return (
    <Text c={mail === 'failed' ? 'var(--tessera-bad)' : 'dimmed'}>
      {t(`state.${ended ? 'ended' : mail}`)}
    </Text>
  );
}
