import { Autocomplete, Badge, Button, Group, List, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { QueryState } from '../../parts/states/query-state.js';
import { boardDeeds } from './board-deeds.js';
import type { OnBoard } from './board-frame.js';
import { participations } from './participations.js';
import type { Participation } from './use-board.js';

type Summary = components['schemas']['OrganisationSummary'];
type Organisation = components['schemas']['OrganisationResponse'];

/** Names offered at once. */
const offered = 8;
const shortest = 2;
const pic = /^\d{9}$/;

/** Somebody one has in hand: found by name or PIC, shown with past projects, and put on the board. */
export function AddPartner({ board, deeds }: OnBoard) {
  const { t } = useTranslation('boards');
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked] = useDebouncedValue(words.trim(), 200);
  const found = useFound(chosen === null ? asked : '');
  const items = found.data ?? [];
  const add = async (organisation: Organisation, participation: Participation): Promise<void> => {
    const { addSeat, removeSeat } = boardDeeds(board.id);
    const isDone = await deeds.run(() => addSeat({ participation, organisation: organisation.id }), {
      done: t('add.done', { name: organisation.legalName }),
      takeBack: (id) => () => removeSeat({ id, version: 1 }),
    });
    if (!isDone) return;
    setWords('');
    setChosen(null);
  };
  return (
    <Stack gap="sm">
      <Autocomplete
        label={t('add.label')}
        description={t('add.hint')}
        type="search"
        data-autofocus
        autoFocus
        value={words}
        onChange={(value) => {
          setWords(value);
          setChosen(items.find((item) => labelOf(item) === value)?.id ?? null);
        }}
        data={items.map(labelOf)}
        filter={({ options }) => options}
        selectFirstOptionOnChange
      />
      {found.isSuccess && items.length === 0 && asked === words.trim() && (
        <Text role="status">{t('add.nobody', { words: asked })}</Text>
      )}
      {chosen !== null && <Chosen key={chosen} id={chosen} busy={deeds.busy} onAdd={add} />}
    </Stack>
  );
}

/** Two of one name are told apart by their place. */
const labelOf = ({ legalName, city, country, pic: code }: Summary): string =>
  [legalName, city, country, code].filter((part) => part !== null).join(' · ');

function useFound(asked: string) {
  return useQuery({
    queryKey: ['organisation-choice', asked],
    enabled: asked.length >= shortest,
    queryFn: async (): Promise<Summary[]> => {
      if (!pic.test(asked))
        return (
          await answered(
            api.GET('/api/v1/organisations', { params: { query: { search: asked, limit: offered } } }),
          )
        ).items;
      const one = await api.GET('/api/v1/organisations/{reference}', {
        params: { path: { reference: asked } },
      });
      return one.response.status === 404 ? [] : [await answered(Promise.resolve(one))];
    },
  });
}

interface ChosenProps {
  readonly id: string;
  readonly busy: boolean;
  readonly onAdd: (organisation: Organisation, participation: Participation) => Promise<void>;
}

/** Who it is and what it has done, before it is put on the board. */
function Chosen({ id, busy, onAdd }: ChosenProps) {
  const { t } = useTranslation('boards');
  const { t: calls } = useTranslation('calls');
  const [participation, setParticipation] = useState<Participation>('beneficiary');
  const organisation = useQuery({
    queryKey: ['organisation', id],
    queryFn: () =>
      answered(api.GET('/api/v1/organisations/{reference}', { params: { path: { reference: id } } })),
  });
  return (
    <Paper withBorder p="md">
      <QueryState query={organisation}>
        {(data) => (
          <Stack gap="sm">
            <Group gap="xs">
              <Text fw={600}>{data.legalName}</Text>
              {data.memberships.length > 0 && <Badge variant="light">{t('add.own')}</Badge>}
              {data.invented && (
                <Badge variant="outline" color="gray" c="var(--mantine-color-text)">
                  {calls('invented')}
                </Badge>
              )}
            </Group>
            <PastWork organisation={data} />
            <Group align="flex-end" gap="sm">
              <NativeSelect
                label={t('seat.participation')}
                value={participation}
                onChange={({ currentTarget: { value } }) => setParticipation(value as Participation)}
                data={participations.map((value) => ({ value, label: t(`participations.${value}`) }))}
              />
              <Button loading={busy} onClick={() => void onAdd(data, participation)}>
                {t('add.go')}
              </Button>
            </Group>
          </Stack>
        )}
      </QueryState>
    </Paper>
  );
}

function PastWork({
  organisation: { country, pic: code, type, sme, pastWork },
}: {
  readonly organisation: Organisation;
}) {
  const { t } = useTranslation('boards');
  const { t: calls } = useTranslation('calls');
  const format = useFormat();
  const facts = [
    type === null ? null : calls(`types.${type}`),
    sme === true ? calls('sme') : null,
    format.country(country),
    code === null ? t('seat.noPic') : `PIC ${code}`,
  ];
  return (
    <>
      <Text size="sm">{facts.filter((fact) => fact !== null).join(' · ')}</Text>
      <Text size="sm">
        {t('add.projects', { count: pastWork.projects, led: format.number(pastWork.coordinated) })}
      </Text>
      {pastWork.newest.length > 0 && (
        <List size="sm" spacing={2}>
          {pastWork.newest.map(({ grantId, acronym, title, startDate, led }) => (
            <List.Item key={grantId}>
              <Text component="span" fw={600} size="sm">
                {acronym}
              </Text>{' '}
              {[title, startDate?.slice(0, 4), led ? t('add.led') : undefined]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}
