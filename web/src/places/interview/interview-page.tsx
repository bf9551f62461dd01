import { Anchor, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import { Page } from '../../parts/page.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { ApartStep } from './apart-step.js';
import { LastInterview } from './last-interview.js';
import { LineStep } from './line-step.js';
import { ReviewStep } from './review-step.js';
import { RolesStep } from './roles-step.js';
import { steps, useInterview, type Interview, type InterviewDeeds, type Step } from './use-interview.js';

/** A talk with a member, one question at a time; whatever is written down stands at once. */
export function InterviewPage() {
  const { t } = useTranslation('interview');
  const { reference } = useParams({ from: '/members/$reference/interview' });
  const deeds = useInterview(reference);
  const name = deeds.interview.data?.organisationName;
  return (
    <Page title={name === undefined ? t('title') : t('titleWith', { name })} lead={t('lead')}>
      <Anchor href={`/members/${encodeURIComponent(reference)}`}>{t('back')}</Anchor>
      <QueryState query={deeds.interview}>
        {(data) => <Questions interview={data} deeds={deeds} />}
      </QueryState>
    </Page>
  );
}

interface QuestionsProps {
  readonly interview: Interview;
  readonly deeds: InterviewDeeds;
}

function Questions({ interview, deeds }: QuestionsProps) {
  const { t } = useTranslation('interview');
  const [step, setStep] = useState<Step>(() => steps.find((one) => one === interview.step) ?? 'offer');
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const unwritten = useRef<(() => Promise<unknown>) | null>(null);
  const at = steps.indexOf(step);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [step]);
  /** What is typed is written down first; where it is left is kept once there is something to come back to. */
  const go = async (to: Step): Promise<void> => {
    const held = unwritten.current !== null || interview.startedAt !== null;
    await unwritten.current?.();
    moved.current = true;
    setStep(to);
    if (held) deeds.progress.mutate({ step: to });
  };
  // what could not be written down is told beside its field
  const move = (to: Step): void => void go(to).catch(() => undefined);
  const next = steps[at + 1];
  const before = steps[at - 1];
  return (
    <Stack gap="lg">
      <LastInterview interview={interview} />
      <Paper withBorder p="lg">
        <Stack gap="md">
          <div>
            <Text size="sm" c="dimmed" id="interview-progress">
              {t('question', { at: at + 1, of: steps.length })}
            </Text>
            <Progress.Root mt={4}>
              <Progress.Section
                value={((at + 1) / steps.length) * 100}
                aria-labelledby="interview-progress"
              />
            </Progress.Root>
          </div>
          <Stack gap={4}>
            <Title order={2} ref={heading} tabIndex={-1}>
              {t(`steps.${step}.title`)}
            </Title>
            <Text c="dimmed" maw="44rem">
              {t(`steps.${step}.text`)}
            </Text>
          </Stack>
          <Answer step={step} interview={interview} deeds={deeds} onGo={move} unwritten={unwritten} />
          <FormProblem error={deeds.progress.error} fields={[]} />
          <Group justify="space-between">
            <Button variant="default" disabled={before === undefined} onClick={() => before && move(before)}>
              {t('before')}
            </Button>
            {next !== undefined && <Button onClick={() => move(next)}>{t('next')}</Button>}
          </Group>
        </Stack>
      </Paper>
    </Stack>
  );
}

interface AnswerProps extends QuestionsProps {
  readonly step: Step;
  readonly onGo: (step: Step) => void;
  readonly unwritten: RefObject<(() => Promise<unknown>) | null>;
}

function Answer({ step, interview, deeds, onGo, unwritten }: AnswerProps) {
  if (step === 'roles') return <RolesStep interview={interview} deeds={deeds} />;
  if (step === 'exclusions') return <ApartStep interview={interview} deeds={deeds} />;
  if (step === 'review')
    return <ReviewStep interview={interview} deeds={deeds} onDone={() => onGo('offer')} />;
  return <LineStep key={step} kind={step} interview={interview} deeds={deeds} unwritten={unwritten} />;
}
