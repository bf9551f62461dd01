import { Alert, Badge, Button, Group, List, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ProblemError } from '../../api/problem.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import { PartyForm } from './party-form.js';
import { SeatWords } from './seat-words.js';
import { useOwnSeat, useSeatDeeds, type OwnSeat } from './use-seats.js';

type SeatAnswer = 'accepted' | 'declined' | 'withdrawn';

/** A consortium from the point of view of one's own seat: what it is for, who is in, what is missing, and the answer. */
export function SeatPage() {
  const { t } = useTranslation('seats');
  const { id } = useParams({ from: '/seats/$id' });
  const seat = useOwnSeat(id);
  if (seat.data === undefined)
    return (
      <Page title={t('one')}>
        {seat.isError ? (
          <ProblemState error={seat.error} onRetry={() => void seat.refetch()} />
        ) : (
          <LoadingState />
        )}
      </Page>
    );
  return <Found seat={seat.data} />;
}

function Found({ seat }: { readonly seat: OwnSeat }) {
  const { t } = useTranslation('seats');
  return (
    <Page
      title={seat.title}
      lead={
        <Group component="span" gap="xs">
          {seat.opportunity !== null && (
            <AnchorLink
              to="/opportunities/$reference"
              params={{ reference: seat.opportunity.identifier }}
              size="sm"
            >
              {seat.opportunity.identifier}
            </AnchorLink>
          )}
          <Badge component="span" variant="light" tt="none" c="var(--mantine-color-text)">
            {t(`offers.${seat.state}`)}
          </Badge>
        </Group>
      }
    >
      <SeatWords seat={seat} />
      <WhoIsIn seat={seat} />
      <Answer seat={seat} />
      <PartA seat={seat} />
    </Page>
  );
}

function WhoIsIn({ seat: { partners, missing, eligibility } }: { readonly seat: OwnSeat }) {
  const { t } = useTranslation('seats');
  const format = useFormat();
  return (
    <Stack gap="xs" component="section" aria-labelledby="who">
      <Title order={2} id="who">
        {t('who.title')}
      </Title>
      <Text>{t(`who.light.${eligibility}`)}</Text>
      <Text size="sm" c="dimmed">
        {t('who.aid')}
      </Text>
      {partners.length === 0 && <Text>{t('who.nobody')}</Text>}
      <List spacing={4}>
        {partners.map(({ name, country, participation, state }, place) => (
          <List.Item key={place}>
            {[
              name ?? t('who.masked'),
              format.country(country),
              t(`participations.${participation}`),
              t(`states.${state}`),
            ].join(' · ')}
          </List.Item>
        ))}
      </List>
      <Title order={3}>{t('who.missing')}</Title>
      {missing.length === 0 && <Text>{t('who.missingNothing')}</Text>}
      <List spacing={4}>
        {missing.map(({ participation, roles }, place) => (
          <List.Item key={place}>
            {[t(`participations.${participation}`), ...roles.map((role) => t(`roles.${role}`))].join(' · ')}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Answer({ seat }: { readonly seat: OwnSeat }) {
  const { t } = useTranslation('seats');
  const tell = useTell();
  const { answer, prepare } = useSeatDeeds(seat.id);
  const [question, setQuestion] = useState('');
  const [words, setWords] = useState(seat.words ?? '');
  const isOffered = seat.state === 'offered';
  const ask = async (): Promise<void> => {
    await prepare.mutateAsync({ question: question.trim() });
    setQuestion('');
    tell(t('answer.questionSent'));
  };
  const give = async (what: SeatAnswer): Promise<void> => {
    if (words.trim() !== (seat.words ?? '')) await prepare.mutateAsync({ words: words.trim() || null });
    await answer.mutateAsync({ answer: what });
    tell(t(`answer.done.${what}`));
  };
  const keep = async (): Promise<void> => {
    await prepare.mutateAsync({ words: words.trim() || null });
    tell(t('saved'));
  };
  const quiet = (deed: Promise<void>): void => void deed.catch(() => undefined);
  const late = answer.error instanceof ProblemError && answer.error.status === 409;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="answer">
      <Stack gap="sm">
        <Title order={2} id="answer">
          {t('answer.title')}
        </Title>
        {seat.question !== null && <Text>{t('answer.asked', { text: seat.question })}</Text>}
        {seat.reply !== null && <Text>{t('answer.reply', { text: seat.reply })}</Text>}
        <Text role="status">{t(`answer.now.${seat.state}`)}</Text>
        {!seat.mayAnswer && <Text>{t('answer.onlyCommitter')}</Text>}
        {isOffered && (
          <>
            <Textarea
              label={t('answer.words')}
              maxLength={2_000}
              autosize
              value={words}
              onChange={({ currentTarget: { value } }) => setWords(value)}
            />
            <Textarea
              label={t('answer.question')}
              maxLength={2_000}
              autosize
              value={question}
              onChange={({ currentTarget: { value } }) => setQuestion(value)}
            />
          </>
        )}
        {late && (
          <Alert role="alert" variant="outline" color="orange" c="var(--mantine-color-text)">
            {t('answer.late')}
          </Alert>
        )}
        <FormProblem error={late ? null : (answer.error ?? prepare.error)} fields={[]} />
        <AnswerButtons
          seat={seat}
          busy={answer.isPending || prepare.isPending}
          mayAsk={question.trim() !== ''}
          onAnswer={(what) => quiet(give(what))}
          onAsk={() => quiet(ask())}
          onKeep={() => quiet(keep())}
        />
      </Stack>
    </Paper>
  );
}

interface AnswerButtonsProps {
  readonly seat: OwnSeat;
  readonly busy: boolean;
  readonly mayAsk: boolean;
  readonly onAnswer: (answer: SeatAnswer) => void;
  readonly onAsk: () => void;
  readonly onKeep: () => void;
}

/** What can be done with the seat, by whom. */
function AnswerButtons({ seat, busy, mayAsk, onAnswer, onAsk, onKeep }: AnswerButtonsProps) {
  const { t } = useTranslation('seats');
  const isOffered = seat.state === 'offered';
  return (
    <Group gap="xs">
      {isOffered && seat.mayAnswer && (
        <>
          <Button loading={busy} onClick={() => onAnswer('accepted')}>
            {t('answer.accept')}
          </Button>
          <Button variant="default" loading={busy} onClick={() => onAnswer('declined')}>
            {t('answer.decline')}
          </Button>
        </>
      )}
      {isOffered && (
        <Button variant="default" disabled={!mayAsk} loading={busy} onClick={onAsk}>
          {t('answer.ask')}
        </Button>
      )}
      {isOffered && !seat.mayAnswer && (
        <Button variant="default" loading={busy} onClick={onKeep}>
          {t('answer.keep')}
        </Button>
      )}
      {seat.state === 'accepted' && seat.mayAnswer && (
        <Button variant="default" loading={busy} onClick={() => onAnswer('withdrawn')}>
          {t('answer.withdraw')}
        </Button>
      )}
    </Group>
  );
}

function PartA({ seat }: { readonly seat: OwnSeat }) {
  const { t } = useTranslation('seats');
  const tell = useTell();
  const { prepare } = useSeatDeeds(seat.id);
  // kept where the seat is meant for one alone, or is one's own
  if (seat.open && seat.state !== 'accepted') return null;
  return (
    <PartyForm
      party={seat.party}
      error={prepare.error}
      busy={prepare.isPending}
      onSave={(party) =>
        prepare.mutate(
          {
            ...(seat.words === null ? {} : { words: seat.words }),
            ...(seat.question === null ? {} : { question: seat.question }),
            party,
          },
          { onSuccess: () => tell(t('saved')) },
        )
      }
    />
  );
}
