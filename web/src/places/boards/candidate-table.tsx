import { Badge, Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../app/session/use-me.js';
import { AskButton } from '../../parts/call/ask-button.js';
import { ReasonList } from '../../parts/call/reason-list.js';
import { FitBars, type FitBand } from '../../parts/fit/fit-bars.js';
import { useFormat } from '../../parts/format/use-format.js';
import { useRegions } from '../../parts/region/use-regions.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { isMasked, isNewcomer, whence, type Candidate } from './candidate.js';
import { ResultMark } from './eligibility-light.js';
import type { Lights } from './use-what-if.js';

interface CandidateTableProps {
  readonly caption: string;
  /** id of the seat */
  readonly seat: string;
  readonly candidates: readonly Candidate[];
  /** ids of one's own clusters */
  readonly own: ReadonlySet<string>;
  readonly lights: Lights;
  readonly compared: readonly string[];
  readonly onCompare: (id: string, wanted: boolean) => void;
  readonly onPut: (candidate: Candidate) => void;
  readonly busy: boolean;
}

/** Ranked candidates with the words they rest on. Arrow keys go from row to row, the space bar chooses. */
export function CandidateTable(props: CandidateTableProps) {
  const { t } = useTranslation('boards');
  const { t: say } = useTranslation('candidates');
  return (
    <WideTable caption={props.caption}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className="no-print">{say('compare')}</Table.Th>
          <Table.Th>{say('who')}</Table.Th>
          <Table.Th>{say('fit')}</Table.Th>
          <Table.Th>{say('why')}</Table.Th>
          <Table.Th>{t('light')}</Table.Th>
          <Table.Th className="no-print">{say('seatOne')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody onKeyDown={moveFocus}>
        {props.candidates.map((candidate) => (
          <Row key={candidate.organisation.id} {...props} candidate={candidate} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

/** Up and down between the rows' choices, as in a list. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const choices = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const row = (event.target as HTMLElement).closest('tr');
  const here = choices.findIndex((choice) => choice.closest('tr') === row);
  const next = choices[here + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function Row(props: CandidateTableProps & { readonly candidate: Candidate }) {
  const { candidate, own, lights, compared, onCompare, onPut, busy, seat } = props;
  const mine = useMe()?.organisation ?? null;
  const { t: calls } = useTranslation('calls');
  const { t: say } = useTranslation('candidates');
  const { organisation, fit, trackRecord, reasons } = candidate;
  const { id } = organisation;
  const name = isMasked(candidate) ? calls('masked.title') : organisation.name;
  const light = lights.get(id);
  return (
    <Table.Tr>
      <Table.Td className="no-print">
        <Checkbox
          aria-label={say('compareOne', { name })}
          checked={compared.includes(id)}
          onChange={({ currentTarget: { checked } }) => onCompare(id, checked)}
        />
      </Table.Td>
      <Table.Th scope="row" fw={400} miw="14rem" maw="20rem" style={{ overflowWrap: 'anywhere' }}>
        <Who candidate={candidate} from={whence(candidate, own)} />
      </Table.Th>
      <Table.Td miw="12rem">
        <FitBars band={fit.band as FitBand} competence={fit.score} trackRecord={trackRecord.score} />
      </Table.Td>
      <Table.Td miw="22rem">
        <ReasonList
          reasons={reasons}
          callHref={null}
          {...(organisation.masked === null ? { recordHref: `/organisations/${id}` } : {})}
        />
      </Table.Td>
      <Table.Td miw="9rem">
        {organisation.masked !== null ? (
          <Text size="sm" c="dimmed">
            {say('maskedLight')}
          </Text>
        ) : light === undefined ? (
          <Text size="sm" c="dimmed">
            {say('sameLight')}
          </Text>
        ) : (
          <Stack gap={2}>
            <Text size="sm">{say('newLight')}</Text>
            <ResultMark result={light} />
          </Stack>
        )}
      </Table.Td>
      <Table.Td className="no-print" miw="9rem">
        <Stack gap={6} align="flex-start">
          {organisation.masked === null && (
            <Button
              size="compact-md"
              variant="default"
              loading={busy}
              aria-label={say('putOne', { name })}
              onClick={() => onPut(candidate)}
            >
              {say('putShort')}
            </Button>
          )}
          <AskButton partner={organisation} own={mine} seat={seat} />
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}

interface WhoProps {
  readonly candidate: Candidate;
  readonly from: ReturnType<typeof whence>;
}

function Who({ candidate, from }: WhoProps) {
  const { t: say } = useTranslation('candidates');
  const { t: calls } = useTranslation('calls');
  const format = useFormat();
  const regions = useRegions();
  const { rank, organisation, companion, introducers } = candidate;
  const { id, name, type, sme, city, country, nuts, invented, masked } = organisation;
  const hidden = isMasked(candidate);
  const facts = [
    type === null ? null : calls(`types.${type}`),
    sme === true ? calls('sme') : null,
    hidden && nuts !== null ? regions.nameOf(nuts) : null,
    masked?.sizeBand ? calls('masked.size', { band: masked.sizeBand }) : null,
    [city, country === null ? null : format.country(country)].filter((part) => part !== null).join(', '),
  ];
  return (
    <Stack gap={4}>
      <Text component="span" fw={600}>
        {`${rank}. `}
        {masked === null ? (
          <AnchorLink to="/organisations/$reference" params={{ reference: id }} inherit>
            {name}
          </AnchorLink>
        ) : hidden ? (
          calls('masked.title')
        ) : (
          name
        )}
      </Text>
      <Text size="sm">{facts.filter((fact) => fact !== null && fact !== '').join(' · ')}</Text>
      <Group gap={4}>
        <Badge variant="light" tt="none" c="var(--mantine-color-text)">
          {say(`from.${from}`)}
        </Badge>
        {isNewcomer(candidate) && (
          <Badge variant="outline" tt="none" c="var(--mantine-color-text)">
            {say('newcomer')}
          </Badge>
        )}
        {invented && (
          <Badge variant="outline" color="gray" tt="none" c="var(--mantine-color-text)">
            {calls('invented')}
          </Badge>
        )}
      </Group>
      {companion !== null && (
        <Text size="xs">{say('companion', { name: companion.name, count: companion.led })}</Text>
      )}
      {introducers.length > 0 && (
        <Text size="xs">
          {calls('introducers', {
            who: format.list(introducers.map(({ name: who, acronym }) => `${who} (${acronym})`)),
          })}
        </Text>
      )}
    </Stack>
  );
}
