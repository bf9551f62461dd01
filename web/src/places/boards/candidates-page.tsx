import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useMe } from '../../app/session/use-me.js';
import { CsvButton } from '../../parts/export/csv-button.js';
import { useFormat } from '../../parts/format/use-format.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { boardDeeds, seatOf } from './board-deeds.js';
import { BoardFrame, type OnBoard } from './board-frame.js';
import { CandidateTable } from './candidate-table.js';
import { isMasked, whence, type Candidate } from './candidate.js';
import { CompareCandidates, mostCompared } from './compare-candidates.js';
import type { Seat } from './use-board.js';
import { useWhatIf } from './use-what-if.js';

/** Candidates asked for, and how few are so few that other ways are offered. */
const limit = 10;
const few = 3;

/** Who could take a seat: ranked by what it is to cover, from those who are in. */
export function CandidatesPage() {
  return <BoardFrame shown="candidates">{(on) => <Seats {...on} />}</BoardFrame>;
}

function Seats(on: OnBoard) {
  const { board, deeds } = on;
  const { t } = useTranslation('boards');
  const { t: say } = useTranslation('candidates');
  const { seat: wanted } = useSearch({ from: '/consortia/$id/candidates' });
  const navigate = useNavigate();
  const go = (seat: string): void =>
    void navigate({
      to: '/consortia/$id/candidates',
      params: { id: board.id },
      search: { seat } as never,
      replace: true,
      resetScroll: false,
    });
  const open = board.seats.find(({ state }) => state === 'open');
  const chosen = seatOf(board, wanted ?? '') ?? open ?? board.seats[0];
  const words = (seat: Seat, place: number): string => {
    const roles = board.needs
      .filter(({ id }) => seat.needs.includes(id))
      .map(({ role }) => t(`roles.${role}`));
    return [`${place + 1}. ${seat.organisation?.name ?? t('seat.open')}`, ...roles].join(' · ');
  };
  const addOpen = async (): Promise<void> => {
    const first = board.needs.find(({ state }) => state === 'approved' || state === 'drafted');
    await deeds.run(async () => {
      const needs = first === undefined ? [] : [first.id];
      go(await boardDeeds(board.id).addSeat({ participation: 'beneficiary', needs }));
    });
  };
  if (chosen === undefined)
    return (
      <EmptyState
        title={say('noSeat')}
        why={say('noSeatWhy')}
        action={<Button onClick={() => void addOpen()}>{t('seats.addOpen')}</Button>}
      />
    );
  return (
    <Stack gap="md">
      <NativeSelect
        label={say('seat')}
        description={say('seatHint')}
        value={chosen.id}
        onChange={({ currentTarget: { value } }) => go(value)}
        data={board.seats.map((seat, place) => ({ value: seat.id, label: words(seat, place) }))}
        maw="44rem"
        className="no-print"
      />
      <Found key={chosen.id} {...on} seat={chosen} />
    </Stack>
  );
}

function Found({ board, deeds, seat }: OnBoard & { readonly seat: Seat }) {
  const { t } = useTranslation('boards');
  const { t: say } = useTranslation('candidates');
  const { t: calls, i18n } = useTranslation('calls');
  const format = useFormat();
  const own = new Set((useMe()?.clusters ?? []).map(({ id }) => id));
  const [compared, setCompared] = useState<readonly string[]>([]);
  const candidates = useQuery({
    queryKey: ['boards', board.id, 'candidates', seat.id, board.version],
    queryFn: () =>
      answered(
        api.GET('/api/v1/consortia/{id}/seats/{seat}/suggestions', {
          params: { path: { id: board.id, seat: seat.id }, query: { limit } },
        }),
      ),
  });
  const unexpected = candidates.data?.unexpected ?? null;
  const all = [
    ...(candidates.data?.suggestions ?? []),
    ...(unexpected === null ? [] : [unexpected.suggestion]),
  ];
  const ids = all.flatMap(({ organisation: { id, masked } }) => (masked === null ? [id] : []));
  const lights = useWhatIf(board, ids);
  const put = ({ organisation }: Candidate): void => {
    const before = seat.organisation?.id ?? null;
    void deeds.run(() => boardDeeds(board.id).changeSeat(seat, { organisation: organisation.id }), {
      done: say('put', { name: organisation.name }),
      takeBack: (answer) => {
        const now = seatOf(answer, seat.id);
        return now && (() => boardDeeds(board.id).changeSeat(now, { organisation: before }));
      },
    });
  };
  const table = {
    seat: seat.id,
    own,
    lights,
    compared,
    onCompare: (id: string, wanted: boolean): void =>
      setCompared(wanted ? [...compared, id].slice(-mostCompared) : compared.filter((one) => one !== id)),
    onPut: put,
    busy: deeds.busy,
  };
  return (
    <QueryState query={candidates}>
      {({ suggestions, total }) => (
        <Stack gap="md">
          <Group justify="space-between">
            <Text role="status">{say('count', { count: total, shown: suggestions.length })}</Text>
            <Group gap="xs" className="no-print">
              <CsvButton
                name="tessera-candidates"
                header={[
                  'rank',
                  'name',
                  'pic',
                  'country',
                  'type',
                  'from',
                  'fit',
                  'trackRecord',
                  'callQuote',
                  'evidenceQuote',
                ]}
                rows={() =>
                  suggestions.map((candidate) => [
                    candidate.rank,
                    isMasked(candidate) ? calls('masked.title') : candidate.organisation.name,
                    candidate.organisation.pic,
                    format.country(candidate.organisation.country),
                    candidate.organisation.type,
                    whence(candidate, own),
                    candidate.fit.band,
                    candidate.trackRecord.band,
                    candidate.reasons[0]?.callQuote ?? null,
                    candidate.reasons[0]?.evidenceQuote ?? null,
                  ])
                }
              />
              <Button
                variant="default"
                leftSection={<IconPrinter size={16} aria-hidden />}
                onClick={() => window.print()}
              >
                {t('print')}
              </Button>
            </Group>
          </Group>
          {suggestions.length < few && <OtherWays found={suggestions.length} />}
          {suggestions.length > 0 && (
            <CandidateTable caption={say('caption')} candidates={suggestions} {...table} />
          )}
          {unexpected !== null && (
            <Stack gap="xs" component="section" aria-labelledby="unexpected">
              <Title order={2} id="unexpected">
                {say('unexpected')}
              </Title>
              <Text size="sm" maw="44rem">
                {say('unexpectedWhy', {
                  field: i18n.language === 'it' ? unexpected.fieldIt : unexpected.fieldEn,
                })}
              </Text>
              <CandidateTable caption={say('unexpected')} candidates={[unexpected.suggestion]} {...table} />
            </Stack>
          )}
          <CompareCandidates
            candidates={all.filter(({ organisation }) => compared.includes(organisation.id))}
            own={own}
          />
        </Stack>
      )}
    </QueryState>
  );
}

/** Too few here: where else to look. */
function OtherWays({ found }: { readonly found: number }) {
  const { t: say } = useTranslation('candidates');
  return (
    <EmptyState
      title={say('few', { count: found })}
      why={say('fewWhy')}
      action={
        <ul>
          {(['sisters', 'portal', 'een', 'guest'] as const).map((way) => (
            <li key={way}>{say(`ways.${way}`)}</li>
          ))}
        </ul>
      }
    />
  );
}
