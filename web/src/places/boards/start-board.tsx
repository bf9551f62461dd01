import { Button, Group, NativeSelect, Paper, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { problemsByField } from '../../api/problem.js';
import { useMe } from '../../app/session/use-me.js';
import { CallField } from '../../parts/call/call-field.js';
import { asServed } from '../../parts/format/as-served.js';
import { FormProblem } from '../../parts/states/form-problem.js';

interface StartBoardProps {
  /** the call that is chosen already */
  readonly from: string | null;
  readonly onCancel: () => void;
}

/** An idea says as much as this at least, and no more than the service reads. */
const shortest = 20;
const longest = 20_000;

const fields = ['opportunity', 'idea', 'cluster'] as const;

/** A board starts from a topic, a pilot or a text of one's own. */
export function StartBoard({ from, onCancel }: StartBoardProps) {
  const { t, i18n } = useTranslation('boards');
  const clusters = useMe()?.clusters ?? [];
  const [door, setDoor] = useState<'call' | 'idea'>('call');
  const [call, setCall] = useState(from ?? '');
  const [idea, setIdea] = useState('');
  const [cluster, setCluster] = useState(clusters[0]?.id ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const navigate = useNavigate();
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/consortia', {
          body: {
            ...(door === 'call' ? { opportunity: call.trim() } : { idea: idea.trim() }),
            ...(clusters.length > 1 ? { cluster } : {}),
          },
        }),
      ),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['boards', 'list'] });
      await navigate({ to: '/consortia/$id', params: { id } });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const problem =
      door === 'call'
        ? call.trim() === ''
          ? t('start.noCall')
          : null
        : idea.trim().length < shortest
          ? t('start.tooShort', { count: shortest })
          : null;
    setWrong(problem);
    if (problem === null) start.mutate();
  };
  const problems = problemsByField(start.error, fields);
  return (
    <Paper component="form" withBorder p="md" onSubmit={submit} noValidate aria-label={t('start.title')}>
      <Stack gap="sm" align="stretch" maw="48rem">
        <NativeSelect
          label={t('start.title')}
          value={door}
          onChange={({ currentTarget: { value } }) => {
            setDoor(value === 'idea' ? 'idea' : 'call');
            setWrong(null);
            start.reset();
          }}
          data={[
            { value: 'call', label: t('start.call') },
            { value: 'idea', label: t('start.idea') },
          ]}
        />
        {door === 'call' ? (
          <CallField
            label={t('start.callLabel')}
            description={t('start.callHint')}
            value={call}
            onChange={setCall}
            error={wrong ?? problems['opportunity']}
          />
        ) : (
          <Textarea
            label={t('start.ideaLabel')}
            description={t('start.ideaHint')}
            autosize
            minRows={4}
            maxRows={14}
            maxLength={longest}
            value={idea}
            error={wrong ?? problems['idea']}
            onChange={({ currentTarget: { value } }) => setIdea(value)}
          />
        )}
        {clusters.length > 1 && (
          <NativeSelect
            label={t('start.cluster')}
            value={cluster}
            onChange={({ currentTarget: { value } }) => setCluster(value)}
            error={problems['cluster']}
            data={clusters.map(({ id, nameEn, nameIt }) => ({
              value: id,
              label: asServed(i18n.language) === 'it' ? nameIt : nameEn,
            }))}
          />
        )}
        <FormProblem
          error={start.error}
          fields={fields}
          words={{ 'opportunities.not-found': t('start.notFound', { call }) }}
        />
        <Group gap="xs">
          <Button type="submit" loading={start.isPending}>
            {t('start.go')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
