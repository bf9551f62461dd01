import { Button, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { hasRole, useMe } from '../../app/session/use-me.js';

type Closing = components['schemas']['ClosingResponse'];

/** Days on which the organisation is closed: no clock runs on them. */
export function ClosingDays() {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const me = useMe();
  const queries = useQueryClient();
  const [period, setPeriod] = useState<Closing>({ from: '', until: '' });
  const closings = useQuery({
    queryKey: ['closing-days'],
    queryFn: () => answered(api.GET('/api/v1/closing-days')),
  });
  const write = useMutation({
    mutationFn: (days: readonly Closing[]) =>
      answered(api.PUT('/api/v1/closing-days', { body: { days: [...days] } })),
    onSuccess: (days) => queries.setQueryData(['closing-days'], days),
  });
  const days = closings.data ?? [];
  const add = (event: FormEvent): void => {
    event.preventDefault();
    write.mutate([...days, period], { onSuccess: () => setPeriod({ from: '', until: '' }) });
  };
  if (!hasRole(me, ['editor'])) return null;
  return (
    <Stack gap="sm" component="section" aria-labelledby="closing">
      <Title order={2} id="closing">
        {t('closing.title')}
      </Title>
      <Text maw="44rem">{t('closing.why')}</Text>
      {days.length > 0 && (
        <List spacing={4}>
          {days.map((day) => (
            <List.Item key={day.from}>
              {`${format.date(day.from)} – ${format.date(day.until)} `}
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('closing.removeOne', { from: format.date(day.from) })}
                onClick={() => write.mutate(days.filter((one) => one !== day))}
              >
                {t('closing.remove')}
              </Button>
            </List.Item>
          ))}
        </List>
      )}
      <form onSubmit={add}>
        <Group align="flex-end" gap="sm">
          <TextInput
            type="date"
            required
            label={t('closing.from')}
            value={period.from}
            onChange={({ currentTarget: { value } }) => setPeriod((before) => ({ ...before, from: value }))}
          />
          <TextInput
            type="date"
            required
            label={t('closing.until')}
            value={period.until}
            onChange={({ currentTarget: { value } }) => setPeriod((before) => ({ ...before, until: value }))}
          />
          <Button type="submit" variant="default" loading={write.isPending}>
            {t('closing.add')}
          </Button>
        </Group>
        <FormProblem error={write.error} fields={[]} />
      </form>
    </Stack>
  );
}
