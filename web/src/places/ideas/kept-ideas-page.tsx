import { Badge, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { hasRole, useMe } from '../../app/session/use-me.js';
import { useUndo } from '../../parts/feedback/use-undo.js';
import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { IdeaQuestions } from './idea-questions.js';
import {
  audiences,
  useKeep,
  useKeptIdeas,
  wantedOf,
  type KeptIdea,
  type ShownIdea,
  type SisterCluster,
} from './use-kept-ideas.js';

/** Ideas that one keeps; for officers also those that others let them read. */
export function KeptIdeasPage() {
  const { t } = useTranslation('kept-ideas');
  const isOfficer = hasRole(useMe(), ['officer']);
  const ideas = useKeptIdeas();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Group gap="md">
        <AnchorLink to="/ideas">{t('back')}</AnchorLink>
        {isOfficer && <AnchorLink to="/ideas/same">{t('same')}</AnchorLink>}
      </Group>
      <IdeaQuestions />
      <QueryState query={ideas}>
        {({ own, shown, sisters }) => (
          <Stack gap="xl">
            <Stack gap="sm" component="section" aria-labelledby="own-ideas">
              <Title order={2} id="own-ideas">
                {t('own.title')}
              </Title>
              {own.length === 0 && <EmptyState title={t('own.none')} why={t('own.noneWhy')} />}
              {own.map((idea) => (
                <OwnIdea key={idea.id} idea={idea} sisters={sisters} />
              ))}
            </Stack>
            {isOfficer && (
              <Stack gap="sm" component="section" aria-labelledby="shown-ideas">
                <Title order={2} id="shown-ideas">
                  {t('shown.title')}
                </Title>
                {shown.length === 0 && <EmptyState title={t('shown.none')} why={t('shown.noneWhy')} />}
                {shown.map((idea) => (
                  <OthersIdea key={`${idea.id} ${idea.from ?? ''}`} idea={idea} sisters={sisters} />
                ))}
              </Stack>
            )}
          </Stack>
        )}
      </QueryState>
    </Page>
  );
}

interface OwnIdeaProps {
  readonly idea: KeptIdea;
  readonly sisters: readonly SisterCluster[];
}

function OwnIdea({ idea, sisters }: OwnIdeaProps) {
  const { t, i18n } = useTranslation('kept-ideas');
  const format = useFormat();
  const undo = useUndo();
  const { keep, remove } = useKeep();
  const [renaming, setRenaming] = useState<string | null>(null);
  const audience = audiences.find((one) => one === idea.audience) ?? 'private';
  const named = sisters.filter(({ id }) => idea.clusters.includes(id));
  const takeAway = async (): Promise<void> => {
    await remove.mutateAsync(idea.id);
    undo(t('own.removed'), async () => void (await keep.mutateAsync(wantedOf(idea))));
  };
  const rename = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (renaming === null || renaming.trim() === '') return;
    await keep.mutateAsync({ ...wantedOf(idea), title: renaming });
    setRenaming(null);
    undo(t('own.renamed'), async () => void (await keep.mutateAsync(wantedOf(idea))));
  };
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        {renaming === null ? (
          <Title order={3} style={{ overflowWrap: 'anywhere' }}>
            <AnchorLink to="/ideas" search={{ kept: idea.id }}>
              {idea.title}
            </AnchorLink>
          </Title>
        ) : (
          <form onSubmit={(event) => void rename(event).catch(() => undefined)}>
            <Group align="flex-end" gap="sm">
              <TextInput
                label={t('keep.name')}
                maxLength={120}
                flex="1 1 14rem"
                value={renaming}
                data-autofocus
                onChange={({ currentTarget: { value } }) => setRenaming(value)}
              />
              <Button type="submit" loading={keep.isPending}>
                {t('own.saveName')}
              </Button>
            </Group>
          </form>
        )}
        <Text lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
          {idea.text}
        </Text>
        <Group gap="xs">
          <Badge variant="light">{t(`short.${audience}`)}</Badge>
          {named.length > 0 && (
            <Text size="sm">
              {format.list(named.map((one) => (i18n.language === 'it' ? one.nameIt : one.nameEn)))}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {t('changedOn', { day: format.date(idea.changedAt) })}
          </Text>
        </Group>
        {audience === 'clusters' && idea.removed.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('removed', { words: idea.removed.map((one) => `“${one.text}”`).join(', ') })}
          </Text>
        )}
        <FormProblem error={keep.error ?? remove.error} fields={[]} />
        <Group gap="xs">
          <Button
            size="compact-md"
            variant="default"
            onClick={() => setRenaming(renaming === null ? idea.title : null)}
          >
            {t(renaming === null ? 'own.rename' : 'own.leaveName')}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('own.removeNamed', { title: idea.title })}
            onClick={() => void takeAway().catch(() => undefined)}
          >
            {t('own.remove')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

interface OthersIdeaProps {
  readonly idea: ShownIdea;
  readonly sisters: readonly SisterCluster[];
}

function OthersIdea({ idea, sisters }: OthersIdeaProps) {
  const { t, i18n } = useTranslation('kept-ideas');
  const format = useFormat();
  const from = sisters.find(({ id }) => id === idea.from);
  const whose =
    idea.from !== null
      ? t('shown.from', { cluster: (i18n.language === 'it' ? from?.nameIt : from?.nameEn) ?? '' })
      : (idea.organisationName ?? t('shown.colleague'));
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Title order={3} style={{ overflowWrap: 'anywhere' }}>
          <AnchorLink to="/ideas" search={{ kept: idea.id }}>
            {idea.title}
          </AnchorLink>
        </Title>
        <Text lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
          {idea.text}
        </Text>
        <Text size="sm" c="dimmed">
          {[whose, format.date(idea.at)].join(' · ')}
        </Text>
      </Stack>
    </Paper>
  );
}
