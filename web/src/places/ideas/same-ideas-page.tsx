import { Badge, Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { useKeptIdeas, type SisterCluster } from './use-kept-ideas.js';
import {
  useSameIdeaDeeds,
  useSameIdeas,
  type AlikeItem,
  type IdeaRound,
  type SameIdea,
} from './use-same-ideas.js';

/** Agreements that a board needs. */
const fewestAgreed = 2;

/** For officers: who wants the same, whom they asked, and who goes on. */
export function SameIdeasPage() {
  const { t } = useTranslation('same-ideas');
  const same = useSameIdeas();
  const sisters = useKeptIdeas().data?.sisters ?? [];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <AnchorLink to="/ideas/kept">{t('back')}</AnchorLink>
      <QueryState query={same}>
        {({ groups, rounds }) => (
          <Stack gap="xl">
            <Stack gap="sm" component="section" aria-labelledby="same-groups">
              <Title order={2} id="same-groups">
                {t('groups.title')}
              </Title>
              {groups.length === 0 && <EmptyState title={t('groups.none')} why={t('groups.noneWhy')} />}
              {groups.map((group) => (
                <OneGroup key={group.items.map(({ id }) => id).join()} group={group} sisters={sisters} />
              ))}
            </Stack>
            {rounds.length > 0 && (
              <Stack gap="sm" component="section" aria-labelledby="same-rounds">
                <Title order={2} id="same-rounds">
                  {t('rounds.title')}
                </Title>
                {rounds.map((round) => (
                  <Round key={round.id} round={round} sisters={sisters} />
                ))}
              </Stack>
            )}
          </Stack>
        )}
      </QueryState>
    </Page>
  );
}

interface OneGroupProps {
  readonly group: SameIdea;
  readonly sisters: readonly SisterCluster[];
}

function OneGroup({ group: { items, shared, sides, clusters }, sisters }: OneGroupProps) {
  const { t } = useTranslation('same-ideas');
  const format = useFormat();
  const { ask } = useSameIdeaDeeds();
  const open = items.filter(({ kind, asked }) => kind === 'idea' && asked === null).map(({ id }) => id);
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = open.filter((id) => !left.includes(id));
  const toggle = (id: string, is: boolean): void =>
    setLeft((before) => (is ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={3} size="h4">
          {t('groups.want', {
            sides: t('sides', { count: sides }),
            clusters: t('clusters', { count: clusters }),
          })}
        </Title>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('groups.shared', { words: format.list(shared) })}
        </Text>
        <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((item) => (
            <Stack key={`${item.kind} ${item.id}`} gap={4} component="li">
              <ItemText item={item} sisters={sisters} />
              {open.includes(item.id) && (
                <Checkbox
                  label={t('groups.askThis', { title: item.title })}
                  checked={chosen.includes(item.id)}
                  onChange={({ currentTarget: { checked } }) => toggle(item.id, checked)}
                />
              )}
            </Stack>
          ))}
        </Stack>
        <FormProblem error={ask.error} fields={[]} />
        {open.length > 0 && (
          <Group gap="sm">
            <Button loading={ask.isPending} disabled={chosen.length === 0} onClick={() => ask.mutate(chosen)}>
              {t('groups.ask', { count: chosen.length })}
            </Button>
            <Text size="sm" c="dimmed" flex="1 1 16rem">
              {t('groups.askHint')}
            </Text>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function ItemText({
  item,
  sisters,
}: {
  readonly item: AlikeItem;
  readonly sisters: readonly SisterCluster[];
}) {
  const { t } = useTranslation('same-ideas');
  const format = useFormat();
  const cluster = useClusterName(sisters);
  const whose =
    item.from === null
      ? (item.organisationName ?? t('colleague'))
      : t(item.kind === 'need' ? 'needOf' : 'memberOf', { cluster: cluster(item.from) });
  return (
    <>
      <Group gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {item.kind === 'need' ? (
            <AnchorLink to="/seats">{item.title || t('need')}</AnchorLink>
          ) : (
            <AnchorLink to="/ideas" search={{ kept: item.id }}>
              {item.title}
            </AnchorLink>
          )}
        </Text>
        <Badge variant="light">{t(item.kind === 'need' ? 'need' : 'idea')}</Badge>
        {item.asked !== null && <Badge variant="outline">{t(`state.${item.asked}`)}</Badge>}
      </Group>
      <Text size="sm" c="dimmed">
        {whose}
      </Text>
      <Text size="sm" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
        {item.text}
      </Text>
      {item.shared.length > 0 && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('groups.inItsWords', { words: format.list(item.shared) })}
        </Text>
      )}
    </>
  );
}

function Round({
  round,
  sisters,
}: {
  readonly round: IdeaRound;
  readonly sisters: readonly SisterCluster[];
}) {
  const { t } = useTranslation('same-ideas');
  const format = useFormat();
  const navigate = useNavigate();
  const cluster = useClusterName(sisters);
  const { open } = useSameIdeaDeeds();
  const agreed = round.asks.filter(({ state }) => state === 'agreed').length;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
          {round.title}
        </Title>
        <Text size="sm" c="dimmed">
          {t('rounds.askedOn', { day: format.date(round.askedAt) })}
        </Text>
        <Stack gap={4} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {round.asks.map(({ idea, name, from, title, state }) => (
            <Group key={idea} gap="xs" component="li">
              <Text style={{ overflowWrap: 'anywhere' }}>
                {[
                  name ?? (from === null ? t('colleague') : t('memberOf', { cluster: cluster(from) })),
                  title ?? t('rounds.withdrawn'),
                ].join(' · ')}
              </Text>
              <Badge variant="outline">{t(`state.${state}`)}</Badge>
            </Group>
          ))}
        </Stack>
        <FormProblem error={open.error} fields={[]} />
        {round.board !== null ? (
          <div>
            <Button component={Link} to={`/consortia/${round.board}` as never} variant="default">
              {t('rounds.toBoard')}
            </Button>
          </div>
        ) : (
          <Group gap="sm">
            <Button
              disabled={agreed < fewestAgreed}
              loading={open.isPending}
              onClick={() =>
                open.mutate(round.id, {
                  onSuccess: ({ id }) => void navigate({ to: `/consortia/${id}` as never }),
                })
              }
            >
              {t('rounds.open')}
            </Button>
            {agreed < fewestAgreed && (
              <Text size="sm" c="dimmed" flex="1 1 16rem">
                {t('rounds.tooFew')}
              </Text>
            )}
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function useClusterName(sisters: readonly SisterCluster[]): (id: string) => string {
  const { i18n } = useTranslation();
  return (id) => {
    const found = sisters.find((one) => one.id === id);
    return (i18n.language === 'it' ? found?.nameIt : found?.nameEn) ?? '';
  };
}
