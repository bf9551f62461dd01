import { Badge, Button, Checkbox, Group, List, NumberInput, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import { boardDeeds } from './board-deeds.js';
import { BoardFrame, type OnBoard } from './board-frame.js';
import { ResultMark } from './eligibility-light.js';

type Proposal = components['schemas']['ConsortiumProposalResponse'];
type ProposedSeat = Proposal['seats'][number];
type Wanted = Required<components['schemas']['AssemblyRequest']>;

const usual: Wanted = { least: 4, most: 8, countries: 3, newcomers: 0, proposals: 3 };

/** What a proposal can be impossible for, and what a seat can be there for, in words of ours. */
const rules = ['countries', 'size', 'newcomers', 'coordinator', 'eligibility'] as const;
const known = (rule: string) => rules.find((one) => one === rule) ?? 'other';

/** Whole consortia, put together under the rules: to take over, or to learn from. */
export function AssemblyPage() {
  return <BoardFrame shown="assembly">{(on) => <Assembly {...on} />}</BoardFrame>;
}

function Assembly(on: OnBoard) {
  const { board } = on;
  const { t } = useTranslation('assembly');
  const [wanted, setWanted] = useState<Wanted>(usual);
  const propose = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/consortia/{id}/assembly', { params: { path: { id: board.id } }, body: wanted }),
      ),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    propose.mutate();
  };
  return (
    <Stack gap="lg">
      <Paper withBorder p="md" component="form" onSubmit={submit} aria-label={t('title')} noValidate>
        <Stack gap="sm">
          <Text maw="44rem">{t('lead')}</Text>
          <Group align="flex-end" gap="sm">
            <Figure of="least" label={t('least')} most={40} wanted={wanted} onChange={setWanted} />
            <Figure of="most" label={t('most')} most={40} wanted={wanted} onChange={setWanted} />
            <Figure of="countries" label={t('countries')} most={20} wanted={wanted} onChange={setWanted} />
            <Checkbox
              label={t('newcomers')}
              checked={wanted.newcomers > 0}
              onChange={({ currentTarget: { checked } }) =>
                setWanted({ ...wanted, newcomers: checked ? 1 : 0 })
              }
              mb={8}
            />
            <Button type="submit" loading={propose.isPending}>
              {t('go')}
            </Button>
          </Group>
        </Stack>
      </Paper>
      {propose.isPending && <LoadingState lines={3} />}
      {propose.isError && <ProblemState error={propose.error} onRetry={() => propose.mutate()} />}
      {propose.isSuccess && propose.data.proposals.length === 0 && (
        <EmptyState
          title={t('none')}
          why={[t('noneWhy'), ...propose.data.because.map((rule) => t(`because.${known(rule)}`))].join(' ')}
        />
      )}
      {propose.data?.proposals.map((proposal, place) => (
        <ProposalCard key={place} {...on} proposal={proposal} place={place + 1} />
      ))}
    </Stack>
  );
}

interface FigureProps {
  readonly of: 'least' | 'most' | 'countries';
  readonly label: string;
  readonly most: number;
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
}

function Figure({ of, label, most, wanted, onChange }: FigureProps) {
  return (
    <NumberInput
      label={label}
      min={1}
      max={most}
      allowDecimal={false}
      w="10rem"
      value={wanted[of]}
      onChange={(value) => onChange({ ...wanted, [of]: Math.max(1, Math.min(most, Number(value) || 1)) })}
    />
  );
}

interface ProposalCardProps extends OnBoard {
  readonly proposal: Proposal;
  readonly place: number;
}

function ProposalCard({ board, deeds, mayChange, proposal, place }: ProposalCardProps) {
  const { t } = useTranslation('assembly');
  const { t: boardWord } = useTranslation('boards');
  const format = useFormat();
  const { seats, weak, eligibility, best } = proposal;
  const roleOf = (need: string): string => {
    const found = board.needs.find(({ id }) => id === need);
    return found === undefined ? '' : boardWord(`roles.${found.role}`);
  };
  const onBoard = new Set(board.seats.map(({ organisation }) => organisation?.id));
  const missing = seats.filter(({ organisation }) => !onBoard.has(organisation.id));
  const takeOver = (): void =>
    void deeds.run(
      async () => {
        const { addSeat } = boardDeeds(board.id);
        const added: string[] = [];
        for (const { organisation, coordinator, covers } of missing)
          added.push(
            await addSeat({
              participation: coordinator ? 'coordinator' : 'beneficiary',
              organisation: organisation.id,
              needs: covers,
            }),
          );
        return added;
      },
      {
        done: t('taken', { count: missing.length }),
        takeBack: (added) => async () => {
          for (const id of added) await boardDeeds(board.id).removeSeat({ id, version: 1 });
        },
      },
    );
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`proposal-${place}`}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="sm">
            <Title order={2} id={`proposal-${place}`}>
              {t('proposal', { place })}
            </Title>
            <ResultMark result={eligibility} />
          </Group>
          {mayChange && (
            <Button
              variant="default"
              disabled={missing.length === 0}
              loading={deeds.busy}
              aria-label={`${t('take')}: ${t('proposal', { place })}`}
              onClick={takeOver}
            >
              {missing.length === 0 ? t('isOnBoard') : t('take')}
            </Button>
          )}
        </Group>
        <List spacing="xs" type="ordered">
          {seats.map((seat) => (
            <List.Item key={seat.organisation.id}>
              <SeatReasons seat={seat} seats={seats} roleOf={roleOf} />
            </List.Item>
          ))}
        </List>
        <Text size="sm">
          {weak.length === 0
            ? t('weakNothing')
            : t('weak', { needs: format.list([...new Set(weak.map(roleOf))]) })}
        </Text>
        {!best && (
          <Text size="sm" c="dimmed">
            {t('notProved')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

interface SeatReasonsProps {
  readonly seat: ProposedSeat;
  readonly seats: readonly ProposedSeat[];
  readonly roleOf: (need: string) => string;
}

/** Who, and why this one. */
function SeatReasons({ seat, seats, roleOf }: SeatReasonsProps) {
  const { t } = useTranslation('assembly');
  const { t: boardWord } = useTranslation('boards');
  const format = useFormat();
  const { organisation, coordinator, seated, covers, tiedTo, keeps } = seat;
  const colleagues = seats.filter((other) => tiedTo.includes(other.organisation.id));
  const reasons = [
    covers.length === 0 ? null : t('covers', { needs: format.list([...new Set(covers.map(roleOf))]) }),
    colleagues.length === 0
      ? null
      : t('tied', { names: format.list(colleagues.map((other) => other.organisation.name ?? '')) }),
    ...keeps.map((rule) => t(`keeps.${known(rule)}`)),
  ].filter((reason) => reason !== null);
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <AnchorLink to="/organisations/$reference" params={{ reference: organisation.id }} fw={600}>
          {organisation.name ?? boardWord('seat.unknown')}
        </AnchorLink>
        <Text size="sm">{format.country(organisation.country)}</Text>
        {coordinator && (
          <Badge variant="light" tt="none" c="var(--mantine-color-text)">
            {boardWord('participations.coordinator')}
          </Badge>
        )}
        {seated && (
          <Badge variant="outline" tt="none" c="var(--mantine-color-text)">
            {t('isIn')}
          </Badge>
        )}
      </Group>
      <Text size="sm">{reasons.length === 0 ? t('fits') : reasons.join(' · ')}</Text>
    </Stack>
  );
}
