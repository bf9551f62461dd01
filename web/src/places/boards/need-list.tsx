import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { OnBoard } from './board-frame.js';
import { NeedCard } from './need-card.js';

/** In place of an id: a need that is yet to be written. */
const fresh = 'new';

const NeedDialog = lazy(async () => ({ default: (await import('./need-dialog.js')).NeedDialog }));

interface NeedListProps extends OnBoard {
  /** the need whose sentences are pointed out in the call */
  readonly shown: string | null;
  readonly onShow: (need: string | null) => void;
}

/** Whom the call asks for: drafted from its sentences, edited, and approved by name. */
export function NeedList(props: NeedListProps) {
  const { board, deeds, mayChange, shown, onShow } = props;
  const { t } = useTranslation('boards');
  const [editing, setEditing] = useState<string | null>(null);
  const edited = board.needs.find(({ id }) => id === editing);
  const close = (): void => setEditing(null);
  return (
    <Stack gap="sm" component="section" aria-labelledby="needs">
      <Group justify="space-between">
        <Title order={2} id="needs">
          {t('needs.title', { count: board.needs.length })}
        </Title>
        {mayChange && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEditing(fresh)}
          >
            {t('needs.add')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" maw="44rem">
        {t(board.needs.length === 0 ? 'needs.none' : 'needs.hint')}
      </Text>
      {board.needs.map((need) => (
        <NeedCard
          key={need.id}
          board={board}
          deeds={deeds}
          mayChange={mayChange}
          need={need}
          isShown={shown === need.id}
          onShow={() => onShow(shown === need.id ? null : need.id)}
          onEdit={() => setEditing(need.id)}
        />
      ))}
      {(editing === fresh || edited !== undefined) && (
        <Suspense>
          <NeedDialog key={editing} board={board} need={edited ?? null} onClose={close} />
        </Suspense>
      )}
    </Stack>
  );
}
