import { ActionIcon, Anchor, Badge, Group, Menu, Paper, Stack, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { boardDeeds, factsOf } from './board-deeds.js';
import type { OnBoard } from './board-frame.js';
import classes from './boards.module.css';
import { seatAnchor } from './seat-anchor.js';
import { needInHand, takeNeed } from './need-in-hand.js';
import type { Seat } from './use-board.js';
import { useMoveSeat } from './use-move-seat.js';

interface SeatCardProps extends OnBoard {
  readonly seat: Seat;
  readonly onEdit: () => void;
  readonly onInvite: () => void;
  readonly onDrag: (seat: string | null) => void;
}

/** Who is meant for a seat, as what, to cover what. A need can be dropped on it. */
export function SeatCard(props: SeatCardProps) {
  const { board, deeds, mayChange, seat, onDrag } = props;
  const { t } = useTranslation('boards');
  const [over, setOver] = useState(false);
  const isMeant = useLocation({ select: ({ hash }) => hash === seatAnchor(seat.id) });
  const name = seat.organisation?.name ?? t(seat.organisation === null ? 'seat.open' : 'seat.unknown');
  const cover = (need: string): void =>
    void deeds.run(() => boardDeeds(board.id).changeSeat(seat, { needs: [...seat.needs, need] }), {
      done: t('seat.covers', { name }),
      takeBack: (answer) => {
        const now = answer.seats.find(({ id }) => id === seat.id);
        return now && (() => boardDeeds(board.id).changeSeat(now, { needs: seat.needs }));
      },
    });
  return (
    <Paper
      withBorder
      p="xs"
      component="article"
      aria-label={name}
      className={classes['seat']}
      id={seatAnchor(seat.id)}
      data-meant={isMeant || undefined}
      draggable={mayChange}
      data-drop={over ? 'yes' : undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', seat.id);
        onDrag(seat.id);
      }}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => {
        if (!needInHand(event) || !mayChange) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const need = takeNeed(event);
        if (need !== null && !seat.needs.includes(need)) cover(need);
      }}
    >
      <Stack gap={4}>
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap={4}>
          <Text fw={600} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {seat.organisation === null ? (
              name
            ) : (
              <Anchor component={Link} to={`/organisations/${seat.organisation.id}` as never} inherit>
                {name}
              </Anchor>
            )}
          </Text>
          {mayChange && <SeatMenu {...props} name={name} />}
        </Group>
        <SeatFacts {...props} />
      </Stack>
    </Paper>
  );
}

function SeatFacts({ board, seat }: SeatCardProps) {
  const { t } = useTranslation('boards');
  const format = useFormat();
  const { organisation, participation, effortMonths, budgetShare, note } = seat;
  const needs = board.needs.filter(({ id }) => seat.needs.includes(id));
  return (
    <>
      <Text size="xs">
        {[
          t(`participations.${participation}`),
          organisation === null ? null : format.country(organisation.country),
          organisation?.sme === true ? t('seat.sme') : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </Text>
      {participation === 'facilitator' && (
        <Text size="xs" c="dimmed">
          {t('seat.facilitator')}
        </Text>
      )}
      {!seat.required && <Text size="xs">{t('seat.spare')}</Text>}
      {needs.length > 0 && (
        <Group gap={4}>
          {needs.map(({ id, role }) => (
            <Badge key={id} variant="light" size="sm" tt="none" c="var(--mantine-color-text)">
              {t(`roles.${role}`)}
            </Badge>
          ))}
        </Group>
      )}
      {(effortMonths !== null || budgetShare !== null) && (
        <Text size="xs">
          {[
            effortMonths === null ? null : t('seat.months', { count: effortMonths }),
            budgetShare === null ? null : t('seat.share', { share: format.share(budgetShare / 100) }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </Text>
      )}
      {seat.offers.map(({ id, state, question, words }) => (
        <Text key={id} size="xs">
          {[t(`offers.${state}`), words, question === null ? null : t('seat.asks', { question })]
            .filter((part) => part !== null)
            .join(' · ')}
        </Text>
      ))}
      {note !== null && (
        <Text size="xs" c="dimmed" lineClamp={3}>
          {note}
        </Text>
      )}
    </>
  );
}

function SeatMenu(props: SeatCardProps & { readonly name: string }) {
  const { board, deeds, seat, name, onEdit, onInvite } = props;
  const { t } = useTranslation('boards');
  const move = useMoveSeat(props);
  const { addSeat, removeSeat, offer, takeBackOffer } = boardDeeds(board.id);
  const who = seat.organisation;
  const isOffered = seat.offers.some(({ state }) => state === 'offered');
  const offerSeat = (organisation: string): void =>
    void deeds.run(() => offer(seat, organisation), {
      done: t('seat.offered', { name }),
      takeBack: (id) => () => takeBackOffer(id),
    });
  const remove = (): void =>
    void deeds.run(() => removeSeat(seat), {
      done: t('seat.removed', { name }),
      takeBack: () => () => addSeat(factsOf(seat)),
    });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('seat.menu', { name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{t('seat.edit')}</Menu.Item>
        <Menu.Item component={Link} to={`/consortia/${board.id}/candidates?seat=${seat.id}` as never}>
          {t('seat.candidates')}
        </Menu.Item>
        {who !== null && !isOffered && ['to-ask', 'asked'].includes(seat.state) && (
          <Menu.Item onClick={() => offerSeat(who.id)}>{t('seat.offer')}</Menu.Item>
        )}
        <Menu.Item onClick={onInvite}>{t('seat.invite')}</Menu.Item>
        <Menu.Label>{t('seat.moveTo')}</Menu.Label>
        {seat.next
          .filter((state) => state === 'open' || seat.organisation !== null)
          .map((state) => (
            <Menu.Item key={state} onClick={() => move(seat, state)}>
              {t(`seatStates.${state}`)}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item c="var(--tessera-bad)" onClick={remove}>
          {t('seat.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
