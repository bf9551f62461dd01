import { Anchor, Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { PartyForm } from './party-form.js';
import { SeatWords } from './seat-words.js';
import type { GuestSeat, PartyFields } from './use-seats.js';

/** What stands behind `#` in the link; null where it cannot be one of ours. */
function guestToken(): string | null {
  const token = location.hash.slice(1);
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}

/** A partner without an account reads what a seat is for, answers, and fills in its Part A. */
export function GuestPage() {
  const { t } = useTranslation('seats');
  const [token] = useState(guestToken);
  return (
    <Page title={t('guest.title')} lead={t('guest.lead')}>
      {token === null ? (
        <EmptyState title={t('guest.noLink.title')} why={t('guest.noLink.why')} />
      ) : (
        <Opened token={token} />
      )}
    </Page>
  );
}

function Opened({ token }: { readonly token: string }) {
  const seat = useQuery({
    queryKey: ['guest-seat', token],
    retry: false,
    queryFn: () => answered(api.POST('/api/v1/guest-seats/open', { body: { token } })),
  });
  return <QueryState query={seat}>{(data) => <Found token={token} seat={data} />}</QueryState>;
}

function Found({ token, seat }: { readonly token: string; readonly seat: GuestSeat }) {
  const { t } = useTranslation('seats');
  const format = useFormat();
  const tell = useTell();
  const client = useQueryClient();
  const keep = (now: GuestSeat): void => void client.setQueryData(['guest-seat', token], now);
  const [words, setWords] = useState(seat.words ?? '');
  const answer = useMutation({
    mutationFn: (what: 'yes' | 'no' | 'question') =>
      answered(
        api.POST('/api/v1/guest-seats/answer', {
          body: { token, answer: what, words: words.trim() === '' ? null : words.trim() },
        }),
      ),
    onSuccess: (now) => {
      keep(now);
      tell(t('guest.sent'));
    },
  });
  const fill = useMutation({
    mutationFn: (party: PartyFields) =>
      answered(api.POST('/api/v1/guest-seats/party', { body: { token, party } })),
    onSuccess: (now) => {
      keep(now);
      tell(t('saved'));
    },
  });
  const given = (['yes', 'no', 'question'] as const).find((one) => one === seat.answer);
  return (
    <Stack gap="lg">
      {seat.opportunity !== null && (
        <Text>
          {seat.opportunity.title} ({seat.opportunity.identifier})
        </Text>
      )}
      <SeatWords seat={seat} />
      <Paper withBorder p="md" component="section" aria-labelledby="guest-answer">
        <Stack gap="sm">
          <Title order={2} id="guest-answer">
            {t('answer.title')}
          </Title>
          {given !== undefined && <Text role="status">{t(`guest.given.${given}`)}</Text>}
          <Textarea
            label={t('guest.words')}
            maxLength={2_000}
            autosize
            value={words}
            onChange={({ currentTarget: { value } }) => setWords(value)}
          />
          <FormProblem error={answer.error} fields={[]} />
          <Group gap="xs">
            {(['yes', 'no', 'question'] as const).map((what) => (
              <Button
                key={what}
                variant={what === 'yes' ? 'filled' : 'default'}
                disabled={what === 'question' && words.trim() === ''}
                loading={answer.isPending}
                onClick={() => answer.mutate(what)}
              >
                {t(`guest.answers.${what}`)}
              </Button>
            ))}
          </Group>
        </Stack>
      </Paper>
      <PartyForm
        party={seat.party}
        error={fill.error}
        busy={fill.isPending}
        onSave={(party) => fill.mutate(party)}
      />
      <Text size="sm" c="dimmed">
        {t('guest.endsAt', { date: format.date(seat.endsAt) })}
      </Text>
      <Text size="sm">
        <Anchor component={Link} to="/remove-me">
          {t('guest.removeMe')}
        </Anchor>
      </Text>
    </Stack>
  );
}
