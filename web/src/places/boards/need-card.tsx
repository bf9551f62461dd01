import { ActionIcon, Badge, Button, Group, List, Menu, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { boardDeeds, type NewNeed } from './board-deeds.js';
import type { OnBoard } from './board-frame.js';
import classes from './boards.module.css';
import { giveNeed } from './need-in-hand.js';
import type { Need } from './use-board.js';

interface NeedCardProps extends OnBoard {
  readonly need: Need;
  /** its sentences are pointed out in the call */
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly onEdit: () => void;
}

/** What is needed, why, and whether somebody answers for it by name. */
export function NeedCard(props: NeedCardProps) {
  const { board, deeds, mayChange, need, isShown, onShow } = props;
  const { t } = useTranslation('boards');
  const role = t(`roles.${need.role}`);
  const move = useMoveNeed(props);
  return (
    <Paper
      withBorder
      p="sm"
      component="article"
      aria-label={role}
      className={classes['need']}
      draggable={mayChange}
      onDragStart={(event) => giveNeed(event, need.id)}
    >
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <Group gap="xs">
            <Title order={3}>{role}</Title>
            <Badge variant="light" tt="none" c="var(--mantine-color-text)">
              {t(`needStates.${need.state}`)}
            </Badge>
          </Group>
          <Group gap="xs" wrap="nowrap">
            {mayChange && need.next.includes('approved') && (
              <Button size="compact-sm" loading={deeds.busy} onClick={() => move('approved')}>
                {t('needs.approve')}
              </Button>
            )}
            {mayChange && <NeedMenu {...props} move={move} role={role} />}
          </Group>
        </Group>
        <Text size="sm">{need.text}</Text>
        <NeedFacts need={need} />
        {need.cites.length > 0 && (
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={isShown}
              aria-label={`${t('needs.why', { count: need.cites.length })}: ${role}`}
              onClick={onShow}
            >
              {t('needs.why', { count: need.cites.length })}
            </Button>
            {isShown && (
              <List size="sm" spacing={4} mt={4}>
                {need.cites.map(({ section, start, text }) => (
                  <List.Item key={`${section} ${start}`}>
                    <q>{text}</q>
                  </List.Item>
                ))}
              </List>
            )}
          </div>
        )}
        {need.cites.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('needs.byHand')}
          </Text>
        )}
        <SeatsFor board={board} need={need} />
      </Stack>
    </Paper>
  );
}

function NeedFacts({ need }: { readonly need: Need }) {
  const { t } = useTranslation('boards');
  const format = useFormat();
  const { input, output, trlFrom, trlTo, countries, approvedAt, approvedByName, state } = need;
  const trl = trlFrom === trlTo ? trlFrom : [trlFrom ?? '?', trlTo ?? '?'].join('–');
  const rows = [
    input === null ? null : t('needs.inputIs', { text: input }),
    output === null ? null : t('needs.outputIs', { text: output }),
    trlFrom === null && trlTo === null ? null : t('needs.trlIs', { trl }),
    countries.length === 0
      ? null
      : t('needs.countriesAre', { countries: format.list(countries.map((code) => format.country(code))) }),
    approvedAt === null || state === 'drafted'
      ? null
      : t('needs.approvedBy', {
          name: approvedByName ?? t('needs.somebody'),
          date: format.date(approvedAt),
        }),
  ].filter((row) => row !== null);
  return rows.length === 0 ? null : (
    <Text size="sm" c="dimmed">
      {rows.join(' · ')}
    </Text>
  );
}

function SeatsFor({ board, need }: Pick<NeedCardProps, 'board' | 'need'>) {
  const { t } = useTranslation('boards');
  const format = useFormat();
  const names = board.seats
    .filter(({ needs }) => needs.includes(need.id))
    .map(({ organisation }) => organisation?.name ?? t('seat.open'));
  return names.length === 0 ? null : <Text size="sm">{t('needs.seats', { names: format.list(names) })}</Text>;
}

function useMoveNeed({ board, deeds, need }: NeedCardProps): (state: Need['state']) => void {
  const { t } = useTranslation('boards');
  const { changeNeed } = boardDeeds(board.id);
  return (state) =>
    void deeds.run(() => changeNeed(need, { state }), {
      done: t('needs.moved', { state: t(`needStates.${state}`) }),
      takeBack: (answer) => {
        const now = answer.needs.find(({ id }) => id === need.id);
        return now?.next.includes(need.state) === true
          ? () => changeNeed(now, { state: need.state })
          : undefined;
      },
    });
}

interface NeedMenuProps extends NeedCardProps {
  readonly role: string;
  readonly move: (state: Need['state']) => void;
}

function NeedMenu({ board, deeds, need, role, move, onEdit }: NeedMenuProps) {
  const { t } = useTranslation('boards');
  const { addSeat, removeSeat, removeNeed, addNeed, changeSeat } = boardDeeds(board.id);
  const seatFor = (): void =>
    void deeds.run(() => addSeat({ participation: 'beneficiary', needs: [need.id] }), {
      done: t('seat.added'),
      takeBack: (id) => () => removeSeat({ id, version: 1 }),
    });
  const remove = (): void =>
    void deeds.run(() => removeNeed(need), {
      done: t('needs.removed', { role }),
      // the sentences it came from stay gone: it comes back as one's own
      takeBack: () => () => addNeed(factsOf(need)),
    });
  const free = board.seats.filter(({ needs }) => !needs.includes(need.id));
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('needs.menu', { role })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{t('needs.edit')}</Menu.Item>
        <Menu.Item onClick={seatFor}>{t('needs.seatFor')}</Menu.Item>
        {need.next
          .filter((state) => state !== 'approved')
          .map((state) => (
            <Menu.Item key={state} onClick={() => move(state)}>
              {t(`needMoves.${state}`)}
            </Menu.Item>
          ))}
        {free.length > 0 && <Menu.Label>{t('needs.giveTo')}</Menu.Label>}
        {free.slice(0, 12).map((seat) => (
          <Menu.Item
            key={seat.id}
            onClick={() =>
              void deeds.run(() => changeSeat(seat, { needs: [...seat.needs, need.id] }), {
                done: t('seat.covers', { name: seat.organisation?.name ?? t('seat.open') }),
              })
            }
          >
            {seat.organisation?.name ?? t('seat.open')}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item c="var(--tessera-bad)" onClick={remove}>
          {t('needs.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const factsOf = ({ role, text, input, output, trlFrom, trlTo, countries }: Need) =>
  ({ role, text, input, output, trlFrom, trlTo, countries }) as NewNeed;
