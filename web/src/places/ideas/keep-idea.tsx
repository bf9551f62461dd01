import { Button, Chip, Group, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsByField } from '../../api/problem.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { audiences, useKeep, useKeptIdeas, type KeptIdea } from './use-kept-ideas.js';

interface KeepIdeaProps {
  readonly text: string;
  /** one's own that is open; null: a new one */
  readonly open: KeptIdea | null;
}

const fields = ['title', 'text', 'clusters'] as const;
const longestTitle = 120;

/** Keeps the idea that partners were found for, for oneself or for others to read. */
export function KeepIdea({ text, open }: KeepIdeaProps) {
  const { t, i18n } = useTranslation('kept-ideas');
  const ideas = useKeptIdeas();
  const { keep } = useKeep();
  const [id] = useState(() => open?.id ?? crypto.randomUUID());
  const [title, setTitle] = useState(() => open?.title ?? titleOf(text));
  const [audience, setAudience] = useState(
    () => audiences.find((one) => one === open?.audience) ?? 'private',
  );
  const [clusters, setClusters] = useState<readonly string[]>(open?.clusters ?? []);
  const sisters = ideas.data?.sisters ?? [];
  const problems = problemsByField(keep.error, fields);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    keep.mutate({ id, title, text, audience, clusters: audience === 'clusters' ? [...clusters] : [] });
  };
  return (
    <Paper component="form" withBorder p="md" onSubmit={submit}>
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h3">
          {t(open === null ? 'keep.title' : 'keep.again')}
        </Title>
        <TextInput
          label={t('keep.name')}
          required
          w="100%"
          maw="40rem"
          maxLength={longestTitle}
          value={title}
          error={problems['title']}
          onChange={({ currentTarget: { value } }) => setTitle(value)}
        />
        <Radio.Group
          label={t('keep.who')}
          value={audience}
          onChange={(value) => setAudience(audiences.find((one) => one === value) ?? 'private')}
        >
          <Stack gap="xs" mt="xs">
            {audiences
              .filter((one) => one !== 'clusters' || sisters.length > 0)
              .map((one) => (
                <Radio key={one} value={one} label={t(`audience.${one}`)} />
              ))}
          </Stack>
        </Radio.Group>
        {audience === 'clusters' && (
          <Stack gap="xs">
            <Chip.Group multiple value={[...clusters]} onChange={setClusters}>
              <Group gap="xs" role="group" aria-label={t('keep.clusters')}>
                {sisters.map((cluster) => (
                  <Chip key={cluster.id} value={cluster.id} variant="outline">
                    {i18n.language === 'it' ? cluster.nameIt : cluster.nameEn}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            <Text size="sm" c="dimmed">
              {t('keep.masked')}
            </Text>
          </Stack>
        )}
        <FormProblem error={keep.error} fields={fields} />
        <Group>
          <Button
            type="submit"
            loading={keep.isPending}
            disabled={title.trim() === '' || (audience === 'clusters' && clusters.length === 0)}
          >
            {t('keep.button')}
          </Button>
          <AnchorLink to="/ideas/kept">{t('keep.all')}</AnchorLink>
        </Group>
        {keep.data && (
          <div role="status">
            <Text>{t('keep.done')}</Text>
            {keep.data.audience === 'clusters' && keep.data.removed.length > 0 && (
              <Text size="sm" c="dimmed">
                {t('removed', { words: keep.data.removed.map((one) => `“${one.text}”`).join(', ') })}
              </Text>
            )}
          </div>
        )}
      </Stack>
    </Paper>
  );
}

/** The first words, up to 80 characters. */
function titleOf(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/\s\S*$/, '')}…`;
}
