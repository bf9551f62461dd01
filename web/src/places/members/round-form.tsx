import { Button, List, NumberInput, Paper, Stack, Table, Text, Textarea, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useTell } from '../../parts/feedback/use-tell.js';
import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { useRounds, type Round } from './use-rounds.js';

/** As many as an officer can answer in a day where one in four asks back. */
const usualADay = 40;

/** Invites the people of a pasted list, so many a working day: first it says what becomes of each line. */
export function RoundForm() {
  const { t, i18n } = useTranslation('rounds');
  const tell = useTell();
  const format = useFormat();
  const { check, start } = useRounds();
  const [text, setText] = useState('');
  const [aDay, setADay] = useState(usualADay);
  const request = { text, aDay, language: i18n.language === 'en' ? 'en' : 'it' } as const;
  // what was checked is no longer so once the list is another one
  const change = (does: () => void): void => {
    check.reset();
    start.reset();
    does();
  };
  const onCheck = (event: FormEvent): void => {
    event.preventDefault();
    check.mutate(request);
  };
  const onStart = (): void =>
    start.mutate(request, {
      onSuccess: ({ invited }) => {
        tell(t('done', { count: invited }));
        setText('');
        check.reset();
      },
    });
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2}>{t('title')}</Title>
        <Text maw="44rem">{t('lead')}</Text>
        <form onSubmit={onCheck}>
          <Stack gap="sm" align="flex-start">
            <Textarea
              label={t('list')}
              description={t('listHow')}
              placeholder={t('example')}
              required
              autosize
              minRows={4}
              maxRows={14}
              w="100%"
              maxLength={200_000}
              value={text}
              onChange={({ currentTarget: { value } }) => change(() => setText(value))}
            />
            <NumberInput
              label={t('aDay')}
              description={t('aDayHow')}
              min={1}
              max={500}
              value={aDay}
              onChange={(value) => change(() => setADay(Number(value) || usualADay))}
            />
            <FormProblem error={check.error ?? start.error} fields={[]} />
            <Button type="submit" variant={check.data ? 'default' : 'filled'} loading={check.isPending}>
              {t('check')}
            </Button>
          </Stack>
        </form>
        {check.data && (
          <Stack gap="sm" align="flex-start" role="status">
            <Checked round={check.data} />
            {check.data.invited > 0 && (
              <Button loading={start.isPending} onClick={onStart}>
                {t('start', { count: check.data.invited, invited: format.number(check.data.invited) })}
              </Button>
            )}
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}

/** What becomes of the list: how many are invited and when, and each line that is not, with why. */
function Checked({ round: { lines, invited, atOnce, lastAt } }: { readonly round: Round }) {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const refused = lines.filter(({ problem }) => problem !== null);
  return (
    <>
      <List>
        <List.Item>{t('invited', { count: invited, invited: format.number(invited) })}</List.Item>
        {lastAt !== null && (
          <List.Item>
            {t('inWaves', { count: atOnce, atOnce: format.number(atOnce), day: format.date(lastAt) })}
          </List.Item>
        )}
        {refused.length > 0 && (
          <List.Item>
            {t('refused', { count: refused.length, refused: format.number(refused.length) })}
          </List.Item>
        )}
      </List>
      {refused.length > 0 && (
        <WideTable caption={t('refusedCaption')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('columns.line')}</Table.Th>
              <Table.Th>{t('columns.who')}</Table.Th>
              <Table.Th>{t('columns.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {refused.map(({ line, organisation, name, email, problem }) => (
              <Table.Tr key={line}>
                <Table.Td>{format.number(line)}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {[organisation, name, email].filter(Boolean).join(' · ')}
                </Table.Td>
                <Table.Td>{t(`problems.${problem ?? ''}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </>
  );
}
