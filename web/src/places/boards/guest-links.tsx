import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { boardDeeds } from './board-deeds.js';
import type { OnBoard } from './board-frame.js';
import { useGuestLinks, type GuestLink } from './use-board.js';

/** The links that guests were given, as those who may change the board see them; nothing where there is none. */
export function GuestLinks({ board, deeds }: OnBoard) {
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
          onTakeBack={() =>
            void deeds.run(() => boardDeeds(board.id).takeBackGuestLink(link.id), { done: t('nowTakenBack') })
          }
        />
      ))}
    </Stack>
  );
}

interface LinkLineProps {
  readonly link: GuestLink;
  readonly board: OnBoard['board'];
  readonly onTakeBack: () => void;
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
  const over = link.revokedAt !== null || Date.parse(link.endsAt) <= Date.now();
  const [answer, answeredAt] = answerOf(link);
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <div style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
        <Text fw={500} {...(over && { c: 'dimmed' })}>
          {[name, ...new Set(roles)].join(' · ')}
        </Text>
        <Text size="sm">{t(`answers.${answer}`, { date: format.date(answeredAt) })}</Text>
        {link.words !== null && (
          <Text size="sm" component="q" lang="">
            {link.words}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t(`ends.${link.revokedAt !== null ? 'takenBack' : over ? 'ended' : 'works'}`, {
            made: format.date(link.createdAt),
            until: format.date(link.revokedAt ?? link.endsAt),
          })}
        </Text>
      </div>
      {!over && (
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

/** What whoever holds it said, or how far they came, and when. */
function answerOf(
  link: GuestLink,
): readonly ['unread' | 'opened' | NonNullable<GuestLink['answer']>, string] {
  if (link.answer !== null) return [link.answer, link.answeredAt ?? link.createdAt];
  return link.openedAt === null ? ['unread', link.createdAt] : ['opened', link.openedAt];
}
