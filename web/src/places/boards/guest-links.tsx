import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { boardDeeds } from './board-deeds.js';
import type { OnBoard } from './board-frame.js';
import { useGuestLinks, type GuestLink } from './use-board.js';

/** What became of a link; the last of these that is true. */
type Fate = 'unread' | 'opened' | 'yes' | 'no' | 'question' | 'ended' | 'takenBack';

/** The links that guests were given: for which seat, until when, and what became of each. Nothing where there is none. */
export function GuestLinks({ board, deeds, mayChange }: OnBoard) {
  const { t } = useTranslation('guest-links');
  const links = useGuestLinks(board).data ?? [];
  if (links.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="guest-links">
      <Title order={2} id="guest-links">
        {t('title', { count: links.length })}
      </Title>
      {links.map((link) => (
        <LinkLine
          key={link.id}
          link={link}
          board={board}
          onTakeBack={
            mayChange
              ? () =>
                  void deeds.run(() => boardDeeds(board.id).takeBackGuestLink(link.id), {
                    done: t('nowTakenBack'),
                  })
              : null
          }
        />
      ))}
    </Stack>
  );
}

interface LinkLineProps {
  readonly link: GuestLink;
  readonly board: OnBoard['board'];
  /** null: whoever looks may not change the board */
  readonly onTakeBack: (() => void) | null;
}

function LinkLine({ link, board, onTakeBack }: LinkLineProps) {
  const { t } = useTranslation('guest-links');
  const { t: said } = useTranslation('boards');
  const format = useFormat();
  const seat = board.seats.find(({ id }) => id === link.seat);
  const roles = board.needs
    .filter(({ id }) => seat?.needs.includes(id))
    .map(({ role }) => said(`roles.${role}`));
  const name = seat?.organisation?.name ?? said('seat.open');
  const [fate, at] = fateOf(link, Date.now());
  const over = fate === 'ended' || fate === 'takenBack';
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <div style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
        <Text fw={500} {...(over && { c: 'dimmed' })}>
          {[name, ...new Set(roles)].join(' · ')}
        </Text>
        <Text size="sm">{t(`fates.${fate}`, { date: format.date(at) })}</Text>
        {link.words !== null && (
          <Text size="sm" component="q" lang="">
            {link.words}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t(over ? 'made' : 'works', { made: format.date(link.createdAt), until: format.date(link.endsAt) })}
        </Text>
      </div>
      {!over && onTakeBack !== null && (
        <Button
          variant="default"
          size="compact-md"
          style={{ flexShrink: 0 }}
          aria-label={t('takeBackNamed', { name })}
          onClick={onTakeBack}
        >
          {t('takeBack')}
        </Button>
      )}
    </Group>
  );
}

function fateOf(link: GuestLink, now: number): readonly [Fate, string] {
  if (link.revokedAt !== null) return ['takenBack', link.revokedAt];
  if (link.answer !== null) return [link.answer, link.answeredAt ?? link.createdAt];
  if (Date.parse(link.endsAt) <= now) return ['ended', link.endsAt];
  return link.openedAt === null ? ['unread', link.createdAt] : ['opened', link.openedAt];
}
