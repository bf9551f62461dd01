import { Button, Group, NativeSelect, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { fieldNames } from './field-names.js';
import { fileOf } from './last-file.js';
import type { Import } from './upload.js';
import { useSend } from './use-send.js';

type Body = components['schemas']['SaveColumnMapRequest'];
type Field = Body['fields'][number]['field'];

const leaveOut = 'left out';
const keep = 'kept';

/** How each column was read; read otherwise, the map is kept under a name and the file sent again. */
export function ColumnList({ run }: { readonly run: Import }) {
  const { t } = useTranslation('imports');
  const columns = run.columns ?? [];
  const asRead = columns.map(({ field, treatment }) => field ?? treatment);
  const [chosen, setChosen] = useState<readonly string[]>(asRead);
  const [name, setName] = useState('member-list');
  const { send } = useSend();
  const file = fileOf(run.id);
  const save = useMutation({
    mutationFn: async () => {
      const body = toMap(
        columns.map(({ heading }) => heading),
        chosen,
      );
      await answered(api.PUT('/api/v1/column-maps/{source}', { params: { path: { source: name } }, body }));
      if (file) await send.mutateAsync({ file, source: name });
    },
  });
  const isChanged = chosen.some((field, at) => field !== asRead[at]);
  const choices = [
    ...fieldNames.map((field) => ({ value: field, label: t(`fields.${field}`) })),
    { value: keep, label: t('columns.keep') },
    { value: leaveOut, label: t('columns.leaveOut') },
  ];
  return (
    <Stack gap="sm">
      <Title order={2}>{t('columns.title')}</Title>
      <Text c="dimmed">{t('columns.lead')}</Text>
      <WideTable caption={t('columns.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('columns.heading')}</Table.Th>
            <Table.Th>{t('columns.readAs')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map(({ heading }, at) => (
            <Table.Tr key={at}>
              <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
                {heading}
              </Table.Th>
              <Table.Td miw="14rem">
                <NativeSelect
                  aria-label={t('columns.of', { heading })}
                  disabled={run.state !== 'previewed'}
                  value={chosen[at] ?? keep}
                  onChange={({ currentTarget: { value } }) =>
                    setChosen((before) => before.map((old, place) => (place === at ? value : old)))
                  }
                  data={choices}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {isChanged && (
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('columns.name')}
            description={t('columns.nameWhy')}
            value={name}
            onChange={({ currentTarget: { value } }) => setName(value)}
          />
          <Button loading={save.isPending} disabled={name.trim() === ''} onClick={() => save.mutate()}>
            {t(file ? 'columns.again' : 'columns.save')}
          </Button>
        </Group>
      )}
      {save.isSuccess && !file && <Text role="status">{t('columns.saved')}</Text>}
      <FormProblem error={save.error ?? send.error} fields={[]} />
    </Stack>
  );
}

function toMap(headings: readonly string[], chosen: readonly string[]): Body {
  const fields = new Map<string, string[]>();
  const out: string[] = [];
  headings.forEach((heading, at) => {
    const choice = chosen[at];
    if (choice === undefined || choice === keep) return;
    if (choice === leaveOut) out.push(heading);
    else fields.set(choice, [...(fields.get(choice) ?? []), heading]);
  });
  return {
    fields: [...fields].map(([field, columns]) => ({ field: field as Field, columns })),
    leaveOut: out,
  };
}
