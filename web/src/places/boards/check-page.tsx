import { Anchor, Badge, Button, Group, List, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { CsvButton } from '../../parts/export/csv-button.js';
import { useFormat } from '../../parts/format/use-format.js';
import { QueryState } from '../../parts/states/query-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { ApplyAdvice } from './apply-advice.js';
import { BoardFrame, type OnBoard } from './board-frame.js';
import { ResultMark } from './eligibility-light.js';
import { SupersededCheck } from './superseded-check.js';
import { useCheck, type Board, type Check } from './use-board.js';

type Rule = Check['rules'][number];

/** Whether the consortium may be funded: rule by rule, with the text, what was found, and where the rule stands. */
export function CheckPage() {
  return <BoardFrame shown="check">{(on) => <Answer {...on} />}</BoardFrame>;
}

function Answer(on: OnBoard) {
  const { board } = on;
  const check = useCheck(board.id, board.version);
  return (
    <Stack gap="lg">
      <SupersededCheck {...on} />
      <QueryState query={check}>{(data) => <Rules board={board} check={data} />}</QueryState>
    </Stack>
  );
}

function Rules({ board, check }: { readonly board: Board; readonly check: Check }) {
  const { t } = useTranslation('boards');
  const { t: say } = useTranslation('check');
  const format = useFormat();
  const {
    result,
    ruleSet,
    ruleSetName,
    rulesVersion,
    date,
    rules,
    warnings,
    leftOut,
    advice,
    findings,
    apply,
  } = check;
  return (
    <Stack gap="lg">
      <Paper withBorder p="md" component="section" aria-label={t('light')}>
        <Stack gap="xs">
          <Group justify="space-between">
            <ResultMark result={result} />
            <Button
              variant="default"
              size="compact-md"
              className="no-print"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('print')}
            </Button>
          </Group>
          <Text size="sm">
            {ruleSet === null
              ? say('noRules')
              : say('by', {
                  set: ruleSetName ?? ruleSet,
                  version: rulesVersion ?? format.date(null),
                  date: format.date(date),
                })}
          </Text>
          <Text maw="44rem">{say('aid')}</Text>
        </Stack>
      </Paper>
      {apply !== null && <ApplyAdvice apply={apply} />}
      <RuleTable title={say('rules')} rules={rules} />
      {leftOut.length > 0 && (
        <Stack gap={4} component="section">
          <Title order={2}>{say('leftOut')}</Title>
          <List size="sm">
            {leftOut.map(({ seat, because }) => (
              <List.Item key={seat}>
                {`${board.seats.find(({ id }) => id === seat)?.organisation?.name ?? t('seat.open')}: ${say(`because.${because}`)}`}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
      <Stack gap="sm" component="section" aria-labelledby="advice">
        <Title order={2} id="advice">
          {say('advice')}
        </Title>
        <Text size="sm" c="dimmed">
          {say('adviceApart')}
        </Text>
        {advice.length + warnings.length + findings.length === 0 && <Text>{say('noAdvice')}</Text>}
        <List spacing={6}>
          {advice.map(({ text, leadsTo }) => (
            <List.Item key={text}>
              {text}{' '}
              <Text component="span" size="sm">
                {say('leadsTo')}
              </Text>{' '}
              <ResultMark result={leadsTo} />
            </List.Item>
          ))}
          {findings.map((finding) => (
            <List.Item key={finding.kind} data-finding={finding.kind}>
              <FindingWords finding={finding} />
              <Source source={finding.source} />
            </List.Item>
          ))}
          {warnings.map((warning) => (
            <List.Item key={warning.id}>
              {warning.text} <Text size="sm">{warning.found}</Text>
              <Source source={warning.source} />
            </List.Item>
          ))}
        </List>
      </Stack>
    </Stack>
  );
}

/** What is worth a word, with the values it was found by. */
function FindingWords({ finding }: { readonly finding: Check['findings'][number] }) {
  const { t: say } = useTranslation('check');
  const format = useFormat();
  const { kind, partners, unknown, country, inCountry } = finding;
  return (
    <Text>
      {say(`findings.${kind}`, { partners, inCountry, country: format.country(country) })}
      {unknown > 0 && ` ${say('findings.unknown', { count: unknown })}`}
    </Text>
  );
}

/** What fails first, then what needs a look. */
const order = ['fail', 'needs-review', 'pass'] as const;

function RuleTable({ title, rules }: { readonly title: string; readonly rules: readonly Rule[] }) {
  const { t: say } = useTranslation('check');
  const sorted = [...rules].sort((a, b) => order.indexOf(a.result) - order.indexOf(b.result));
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between">
        <Title order={2}>{title}</Title>
        <CsvButton
          name="tessera-eligibility"
          header={['rule', 'result', 'text', 'found', 'source', 'hard']}
          rows={() =>
            sorted.map(({ id, result, text, found, source, hard }) => [id, result, text, found, source, hard])
          }
        />
      </Group>
      <WideTable caption={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('result')}</Table.Th>
            <Table.Th>{say('rule')}</Table.Th>
            <Table.Th>{say('found')}</Table.Th>
            <Table.Th>{say('source')}</Table.Th>
            <Table.Th>{say('who')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map((rule) => (
            <Table.Tr key={rule.id}>
              <Table.Td>
                <ResultMark result={rule.result} short />
              </Table.Td>
              <Table.Th scope="row" fw={400} miw="16rem" maw="26rem">
                {rule.text}{' '}
                {!rule.hard && (
                  <Badge variant="outline" color="gray" tt="none" c="var(--mantine-color-text)">
                    {say('soft')}
                  </Badge>
                )}
              </Table.Th>
              <Table.Td miw="10rem">{rule.found}</Table.Td>
              <Table.Td miw="14rem" maw="22rem">
                <Source source={rule.source} />
              </Table.Td>
              <Table.Td miw="11rem">{say(`ask.${whoFor(rule)}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Stack>
  );
}

/** What a partner states of itself is asked of the partner; what the text leaves open, of the contact point. */
const ofPartners = /country|owned|control|independen|entity|sme|type|nuts|region|budget|restrictive|trust/;
const whoFor = ({ id, result }: Rule): 'nobody' | 'partner' | 'contactPoint' => {
  if (result === 'pass') return 'nobody';
  return ofPartners.test(id) ? 'partner' : 'contactPoint';
};

/** A document with its date; its address can be opened. */
function Source({ source }: { readonly source: string }) {
  const url = /https:\/\/\S+$/.exec(source)?.[0];
  const words = url === undefined ? source : source.slice(0, -url.length).replace(/,\s*$/, '');
  return url === undefined ? (
    <Text size="sm">{words}</Text>
  ) : (
    <Anchor href={url} size="sm" rel="noreferrer">
      {words}
    </Anchor>
  );
}
