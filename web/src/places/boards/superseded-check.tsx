import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { agreeingDeeds } from './agreeing-deeds.js';
import type { OnBoard } from './board-frame.js';
import { useCheck } from './use-board.js';

/** Says that the board was checked under rules that are in force no more, and checks it again. */
export function SupersededCheck({ board, deeds, mayChange }: OnBoard) {
  const { t: say } = useTranslation('check');
  const { t } = useTranslation('boards');
  const format = useFormat();
  const check = useCheck(board.id, board.version).data;
  if (check === undefined || check.relied === null || !check.relied.superseded) return null;
  const { relied } = check;
  const rules = (set: string | null, version: string | null): string =>
    set === null || version === null ? say('superseded.none') : say('superseded.edition', { set, version });
  return (
    <Alert
      variant="outline"
      color="orange"
      c="var(--mantine-color-text)"
      title={say('superseded.title')}
      data-superseded
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm" maw="44rem">
          {say('superseded.then', {
            date: format.date(relied.at),
            rules: rules(relied.ruleSetName, relied.rulesVersion),
            occasion: say(`superseded.occasions.${relied.occasion}`),
            name: relied.by ?? say('superseded.somebody'),
            result: t(`results.${relied.result}`),
          })}
        </Text>
        <Text size="sm" maw="44rem">
          {say('superseded.now', { rules: rules(check.ruleSetName, check.rulesVersion) })}
        </Text>
        {mayChange && (
          <Button
            variant="default"
            size="compact-md"
            className="no-print"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={deeds.busy}
            onClick={() =>
              void deeds.run(agreeingDeeds(board.id).checkAgain, { done: say('superseded.done') })
            }
          >
            {say('superseded.again')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
