import { Button, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { QueryState } from '../../parts/states/query-state.js';
import { useBoardChanges, type Board } from './use-board.js';

const things = ['consortium', 'need', 'seat'] as const;
const deeds = ['added', 'changed', 'moved', 'removed'] as const;
const known = <T extends string>(of: readonly T[], value: string): T | null =>
  of.find((one) => one === value) ?? null;

/** Who did what on the board, the newest first. */
export function BoardHistory({ board }: { readonly board: Board }) {
  const { t } = useTranslation('boards');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const changes = useBoardChanges(board.id, open);
  const nameOf = (id: string): string => {
    const need = board.needs.find((one) => one.id === id);
    if (need) return t(`roles.${need.role}`);
    return board.seats.find((one) => one.id === id)?.organisation?.name ?? '';
  };
  return (
    <Stack gap="xs" component="section" aria-labelledby="history">
      <Title order={2} id="history">
        {t('history.title')}
      </Title>
      <div>
        <Button variant="default" size="compact-md" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'history.hide' : 'history.show')}
        </Button>
      </div>
      {open && (
        <QueryState query={changes}>
          {(lines) => (
            <List size="sm" spacing={4}>
              {lines.map(({ at, actorName, thing, thingId, deed, stateTo }, place) => {
                const what = known(things, thing);
                const done = known(deeds, deed);
                return (
                  <List.Item key={place}>
                    <Text component="span" size="sm" c="dimmed">
                      {format.dateTime(at)}
                    </Text>{' '}
                    {[
                      actorName ?? t('needs.somebody'),
                      what === null ? thing : `${t(`history.things.${what}`)} ${nameOf(thingId)}`.trim(),
                      done === null ? deed : t(`history.deeds.${done}`),
                      stateTo === null || deed !== 'moved' || what === null
                        ? null
                        : stateWord(t, what, stateTo),
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </List.Item>
                );
              })}
            </List>
          )}
        </QueryState>
      )}
    </Stack>
  );
}

function stateWord(
  t: ReturnType<typeof useTranslation<'boards'>>['t'],
  thing: (typeof things)[number],
  state: string,
): string {
  if (thing === 'consortium') return t(`states.${state}`);
  return thing === 'need' ? t(`needStates.${state}`) : t(`seatStates.${state}`);
}
