import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { agreeingDeeds } from './agreeing-deeds.js';
import type { OnBoard } from './board-frame.js';
import { viewAddress } from './board-views.js';
import { seatAnchor } from './seat-anchor.js';
import type { ReadinessItem } from './use-agreeing.js';
import type { ItemWords } from './use-item-words.js';
import { WaiveForm } from './waive-form.js';

interface ReadinessLineProps extends OnBoard {
  readonly item: ReadinessItem;
  readonly words: ItemWords;
  readonly isInTheWay: boolean;
}

/** One thing that is not as it should be: what, where it is mended, or who goes on without it and why. */
export function ReadinessLine(props: ReadinessLineProps) {
  const { board, deeds, mayChange, item, words } = props;
  const { t } = useTranslation('ready');
  const format = useFormat();
  const [waiving, setWaiving] = useState(false);
  const { waiver } = item;
  const takeBack = (): void =>
    void deeds.run(() => agreeingDeeds(board.id).takeBackWaiver(item.item), { done: t('waiver.takenBack') });
  return (
    <Paper withBorder p="sm" component="li" data-item={item.item} data-kind={item.kind}>
      <Stack gap={6} align="flex-start">
        <Mark {...props} />
        <Text style={{ overflowWrap: 'anywhere' }}>{words.what}</Text>
        {words.how !== '' && (
          <Text size="sm" c="dimmed" maw="44rem">
            {words.how}
          </Text>
        )}
        {waiver !== null && (
          <Text size="sm" maw="44rem" style={{ overflowWrap: 'anywhere' }}>
            {t('waiver.is', {
              name: waiver.by ?? t('waiver.somebody'),
              date: format.date(waiver.at),
              reason: waiver.reason,
            })}
          </Text>
        )}
        <Group gap="md" className="no-print">
          <Mend {...props} />
          {mayChange && item.waivable && waiver === null && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={waiving}
              aria-label={`${t('waiver.open')}: ${words.what}`}
              onClick={() => setWaiving(!waiving)}
            >
              {t('waiver.open')}
            </Button>
          )}
          {mayChange && waiver !== null && (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={deeds.busy}
              aria-label={`${t('waiver.takeBack')}: ${words.what}`}
              onClick={takeBack}
            >
              {t('waiver.takeBack')}
            </Button>
          )}
        </Group>
        {waiving && waiver === null && (
          <WaiveForm board={board} deeds={deeds} item={item.item} onDone={() => setWaiving(false)} />
        )}
      </Stack>
    </Paper>
  );
}

/** Where a line stands, in a word, an icon and a colour. */
function Mark({ item, isInTheWay }: ReadinessLineProps) {
  const { t } = useTranslation('ready');
  const [Icon, colour, word] = isInTheWay
    ? [IconCircleX, 'var(--tessera-bad)', t(item.result === 'needs-review' ? 'marks.review' : 'marks.blocks')]
    : item.waiver !== null
      ? [IconCircleCheck, 'var(--tessera-good)', t('marks.waived')]
      : [IconAlertTriangle, 'var(--tessera-warn)', t('marks.toFill')];
  return (
    <Group component="span" gap={4} wrap="nowrap" c={colour}>
      <Icon size={18} aria-hidden />
      <Text component="span" size="sm" fw={600}>
        {word}
      </Text>
    </Group>
  );
}

/** The way to where it is mended. */
function Mend({ board, item, words }: ReadinessLineProps) {
  const { t } = useTranslation('ready');
  const [to, hash, label] =
    item.kind === 'rule'
      ? [viewAddress(board.id, 'check'), undefined, t('mend.toCheck')]
      : item.seat === null
        ? [viewAddress(board.id, 'board'), 'seats', t('mend.toSeats')]
        : [viewAddress(board.id, 'board'), seatAnchor(item.seat), t('mend.toSeat')];
  return (
    <AnchorLink
      to={to as never}
      {...(hash === undefined ? {} : { hash })}
      size="sm"
      aria-label={`${label}: ${words.what}`}
    >
      {label}
    </AnchorLink>
  );
}
