import { Badge, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { IconFileText, IconMessages } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../app/session/use-me.js';
import { AskButton } from '../../parts/call/ask-button.js';
import { Deadline } from '../../parts/deadline/deadline.js';
import { asServed } from '../../parts/format/as-served.js';
import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { NoteList } from './note-list.js';
import { SendToMember } from './send-to-member.js';
import { useMember, type Member } from './use-members.js';

/** One member: what fits it, what to send, what comes next. */
export function MemberPage() {
  const { t, i18n } = useTranslation('members');
  const { reference } = useParams({ from: '/members/$reference' });
  const member = useMember(reference);
  const own = useMe()?.organisation ?? null;
  const brief = `/api/v1/organisations/${encodeURIComponent(reference)}/brief?lang=${asServed(i18n.language)}`;
  return (
    <Page
      title={member.data?.name ?? t('member.title')}
      lead={member.data && <Lead member={member.data} />}
      actions={
        member.data && (
          <Group gap="sm">
            <AskButton partner={{ id: member.data.id, name: member.data.name, masked: null }} own={own} />
            <Button
              component="a"
              href={`/members/${encodeURIComponent(reference)}/interview`}
              variant="default"
              leftSection={<IconMessages size={16} aria-hidden />}
            >
              {t('member.interview')}
            </Button>
            <Button
              component="a"
              href={brief}
              target="_blank"
              variant="default"
              leftSection={<IconFileText size={16} aria-hidden />}
            >
              {t('member.brief')}
            </Button>
          </Group>
        )
      }
    >
      <AnchorLink to="/members">{t('member.back')}</AnchorLink>
      <QueryState query={member}>
        {(data) => (
          <Stack gap="xl">
            <Calls member={data} />
            <SendToMember member={data} />
            <NoteList member={data} reference={reference} />
            <Record member={data} />
            <People member={data} />
          </Stack>
        )}
      </QueryState>
    </Page>
  );
}

function Lead({ member }: { readonly member: Member }) {
  const { t } = useTranslation('members');
  const format = useFormat();
  const facts = [
    t(`states.${member.state}`),
    member.type === null ? null : t(`types.${member.type}`),
    member.sme === true ? t('sme') : null,
    member.city,
    member.country === null ? null : format.country(member.country),
    member.category,
  ];
  return (
    <>
      {facts.filter((fact) => fact !== null).join(' · ')}{' '}
      {member.invented && <Badge variant="outline">{t('invented')}</Badge>}
    </>
  );
}

function Calls({ member }: { readonly member: Member }) {
  const { t } = useTranslation('members');
  return (
    <Stack gap="sm">
      <Title order={2}>{t('member.calls', { count: member.calls.length })}</Title>
      {member.calls.length === 0 ? (
        <EmptyState title={t('member.noCalls')} why={t('member.noCallsWhy')} />
      ) : (
        <WideTable caption={t('member.calls', { count: member.calls.length })}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('member.call')}</Table.Th>
              <Table.Th>{t('member.fit')}</Table.Th>
              <Table.Th>{t('member.trackRecord')}</Table.Th>
              <Table.Th>{t('member.deadline')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {member.calls.map((call) => (
              <Table.Tr key={call.id}>
                <Table.Th scope="row" fw={400} miw="14rem" style={{ overflowWrap: 'anywhere' }}>
                  <AnchorLink to={`/radar/calls/${call.id}` as never} fw={600} lang="en">
                    {call.title}
                  </AnchorLink>
                  <Text size="sm" c="dimmed">
                    {call.identifier}
                  </Text>
                </Table.Th>
                <Table.Td>{t(`bands.${call.fit}`)}</Table.Td>
                <Table.Td>{t(`bands.${call.trackRecord}`)}</Table.Td>
                <Table.Td>
                  <Deadline date={call.deadlines[0]?.at ?? null} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Stack>
  );
}

function Record({ member }: { readonly member: Member }) {
  const { t } = useTranslation('members');
  const format = useFormat();
  return (
    <Stack gap="sm">
      <Title order={2}>{t('member.record', { count: member.evidence.length })}</Title>
      {member.ecosystems.length > 0 && (
        <Text>
          {t('member.ecosystems', {
            names: format.list(member.ecosystems.map(({ name, words }) => `${name} (${words.join(', ')})`)),
          })}
        </Text>
      )}
      {member.evidence.length === 0 && (
        <EmptyState title={t('member.noRecord')} why={t('member.noRecordWhy')} />
      )}
      {member.evidence.map((text) => (
        <Paper key={text.id} withBorder p="md">
          <Text size="sm" c="dimmed">
            {[t(`evidence.${text.kind}`), t(`evidenceStates.${text.state}`), format.date(text.date)].join(
              ' · ',
            )}
          </Text>
          {text.title !== null && <Text fw={600}>{text.title}</Text>}
          <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text.text}</Text>
        </Paper>
      ))}
    </Stack>
  );
}

function People({ member }: { readonly member: Member }) {
  const { t } = useTranslation('members');
  const format = useFormat();
  return (
    <Stack gap="sm">
      <Title order={2}>{t('member.people', { count: member.people.length })}</Title>
      {member.people.length === 0 && <Text c="dimmed">{t('member.noPeople')}</Text>}
      {member.people.map((person) => (
        <Group key={person.id} gap="sm">
          <Text fw={600}>{person.name}</Text>
          <Text style={{ overflowWrap: 'anywhere' }}>{person.email}</Text>
          <Text size="sm" c="dimmed">
            {person.confirmedAt !== null
              ? t('member.confirmed', { day: format.date(person.confirmedAt) })
              : person.invitedAt !== null
                ? t('member.invited', { day: format.date(person.invitedAt) })
                : t('member.notInvited')}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
