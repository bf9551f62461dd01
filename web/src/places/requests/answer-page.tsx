import { Anchor, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { useFragment } from '../../parts/link/use-fragment.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { AnswerFields } from './answer-form.js';
import { letterKeys } from './letter-words.js';
import { PartyName } from './party-name.js';

type Linked = components['schemas']['LinkedIntroductionResponse'];
type Given = Omit<components['schemas']['AnswerByLinkRequest'], 'token'>;

/** Where the links of a mail lead: asks and declines without an account; a guest accepts too. Looking changes nothing. */
export function RequestAnswerPage() {
  const { t } = useTranslation('requests');
  const [token = ''] = useFragment().split('.');
  const queries = useQueryClient();
  const key = ['introduction-link', token];
  const found = useQuery({
    queryKey: key,
    enabled: token !== '',
    queryFn: () => answered(api.POST('/api/v1/introduction-links/open', { body: { token } })),
  });
  const settled = { onSuccess: (linked: Linked) => void queries.setQueryData(key, linked) };
  const read = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/introduction-links/read', { body: { token } })),
    ...settled,
  });
  const answer = useMutation({
    mutationFn: (given: Given) =>
      answered(api.POST('/api/v1/introduction-links/answer', { body: { token, ...given } })),
    ...settled,
  });
  const keep = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/introduction-links/keep', { body: { token } })),
    ...settled,
  });
  if (token === '')
    return (
      <Page title={t('link.title')}>
        <EmptyState title={t('link.useless')} why={t('link.uselessWhy')} />
      </Page>
    );
  return (
    <Page title={t('link.title')} lead={t('link.lead')}>
      <QueryState query={found}>
        {(linked) => (
          <Stack gap="md">
            <Asked linked={linked} onOpen={() => read.mutate()} opening={read.isPending} />
            <FormProblem error={read.error ?? answer.error ?? keep.error} fields={[]} />
            {['sent', 'read', 'escalated'].includes(linked.state) ? (
              <Paper withBorder p="md">
                <Stack gap="sm" align="flex-start">
                  <Title order={2}>{t('answer.title')}</Title>
                  <AnswerFields
                    busy={answer.isPending}
                    mayAccept={linked.mayAccept}
                    mayAsk
                    onAnswer={(given) => answer.mutate(given)}
                  />
                  {!linked.mayAccept && (
                    <>
                      <Text maw="44rem">{t('link.acceptWhy')}</Text>
                      <Anchor component={Link} to={`/introductions/${linked.id}`}>
                        {t('link.accept')}
                      </Anchor>
                    </>
                  )}
                </Stack>
              </Paper>
            ) : (
              <Ended linked={linked} keeping={keep.isPending} onKeep={() => keep.mutate()} />
            )}
            <Text size="sm">
              <Anchor component={Link} to="/remove-me" hash={linked.mayAccept ? token : ''}>
                {t('link.removeMe')}
              </Anchor>
            </Text>
          </Stack>
        )}
      </QueryState>
    </Page>
  );
}

interface EndedProps {
  readonly linked: Linked;
  readonly keeping: boolean;
  readonly onKeep: () => void;
}

/** Nothing is to be answered any more; where the seat is filled, one may stay on the list. */
function Ended({ linked: { state, keep }, keeping, onKeep }: EndedProps) {
  const { t } = useTranslation('requests');
  if (keep === 'kept') return <EmptyState title={t('link.kept')} why={t('link.keptWhy')} />;
  if (keep === null) return <EmptyState title={t(`states.${state}`)} why={t(`linkDone.${state}`)} />;
  return (
    <EmptyState
      title={t(`states.${state}`)}
      why={t('link.keepWhy')}
      action={
        <Button loading={keeping} onClick={onKeep}>
          {t('link.keep')}
        </Button>
      }
    />
  );
}

interface AskedProps {
  readonly linked: Linked;
  readonly opening: boolean;
  readonly onOpen: () => void;
}

function Asked({ linked, opening, onOpen }: AskedProps) {
  const { t } = useTranslation('requests');
  const { contact } = linked.sender;
  const format = useFormat();
  return (
    <Paper withBorder p="md">
      <Stack gap="xs" align="flex-start">
        <Title order={2}>{linked.subject}</Title>
        <Text>{t('link.role', { role: linked.role })}</Text>
        {linked.replacement && <Text>{t('fact.replacement')}</Text>}
        <Text>
          {`${t('from')} `}
          <PartyName party={{ ...linked.sender, organisation: null }} />
        </Text>
        {contact !== null && (
          <Text style={{ overflowWrap: 'anywhere' }}>
            {`${t('fact.contact', { name: linked.sender.name ?? '' })}: ${contact.name}, `}
            <Anchor href={`mailto:${contact.email}`}>{contact.email}</Anchor>
          </Text>
        )}
        {linked.expireAt !== null && (
          <Text c="dimmed">{t('link.due', { date: format.date(linked.expireAt) })}</Text>
        )}
        {linked.opened ? (
          letterKeys.flatMap((key) =>
            linked.parts
              .filter((part) => part.key === key)
              .map(({ text }) => (
                <Text
                  key={key + text}
                  maw="44rem"
                  style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
                >
                  {text}
                </Text>
              )),
          )
        ) : (
          <Button variant="default" loading={opening} onClick={onOpen}>
            {t('link.open')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
