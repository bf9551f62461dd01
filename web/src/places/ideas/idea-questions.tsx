import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { useAnswerQuestion, useIdeaQuestions, type IdeaQuestion } from './use-same-ideas.js';

/** What one is asked about ideas of one's own; nothing where nobody asks. */
export function IdeaQuestions() {
  const { t } = useTranslation('same-ideas');
  const items = useIdeaQuestions().data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-labelledby="idea-questions">
      <Title order={2} id="idea-questions">
        {t('questions.title')}
      </Title>
      {items.map((question) => (
        <Question key={`${question.round} ${question.idea}`} question={question} />
      ))}
    </Stack>
  );
}

function Question({ question }: { readonly question: IdeaQuestion }) {
  const { t, i18n } = useTranslation('same-ideas');
  const format = useFormat();
  const answer = useAnswerQuestion();
  const { round, idea, title, shared, sides, clusters, state } = question;
  const cluster = i18n.language === 'it' ? question.cluster.nameIt : question.cluster.nameEn;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        <Text>
          {t('questions.want', {
            cluster,
            sides: t('sides', { count: sides }),
            clusters: t('clusters', { count: clusters }),
          })}
        </Text>
        {shared.length > 0 && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('groups.shared', { words: format.list(shared) })}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t('questions.consequence', { cluster })}
        </Text>
        <FormProblem error={answer.error} fields={[]} />
        <Group gap="sm">
          {state !== 'asked' && (
            <Badge variant="outline" role="status">
              {t(`questions.${state}`)}
            </Badge>
          )}
          {state !== 'agreed' && (
            <Button
              variant={state === 'asked' ? 'filled' : 'default'}
              loading={answer.isPending}
              onClick={() => answer.mutate({ round, idea, agrees: true })}
            >
              {t('questions.yes')}
            </Button>
          )}
          {state !== 'refused' && (
            <Button
              variant="default"
              loading={answer.isPending}
              onClick={() => answer.mutate({ round, idea, agrees: false })}
            >
              {t('questions.no')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
