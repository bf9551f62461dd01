import { ActionIcon, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useUndo } from '../../parts/feedback/use-undo.js';
import { useFormat } from '../../parts/format/use-format.js';
import { competenceKinds } from '../../parts/profile-line/line-decision.js';
import type { InterviewDeeds, InterviewLine } from './use-interview.js';

interface LineListProps extends Pick<InterviewDeeds, 'write' | 'remove'> {
  readonly lines: readonly InterviewLine[];
  readonly label: string;
}

/** Lines that stand, each with where it comes from; one that was taken away can be put back. */
export function LineList({ lines, label, write, remove }: LineListProps) {
  const { t } = useTranslation('interview');
  const { t: common } = useTranslation();
  const format = useFormat();
  const undo = useUndo();
  const takeAway = async ({ id, statement, kind, trlFrom, trlTo, basis }: InterviewLine): Promise<void> => {
    await remove.mutateAsync(id);
    const known = competenceKinds.find((one) => one === kind) ?? null;
    const again = { id, statement, kind: known, trlFrom, trlTo, ...(basis === null ? {} : { basis }) };
    undo(t('line.removed'), async () => void (await write.mutateAsync(again)));
  };
  if (lines.length === 0) return null;
  return (
    <Stack gap="xs" component="ul" p={0} m={0} aria-label={label}>
      {lines.map((line) => {
        const levels = [...new Set([line.trlFrom, line.trlTo].filter((level) => level !== null))];
        const kind = competenceKinds.find((one) => one === line.kind);
        return (
          <Paper key={line.id} withBorder p="sm" component="li" style={{ listStyle: 'none' }}>
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <Stack gap={4} miw={0}>
                <Text style={{ overflowWrap: 'anywhere' }}>{line.statement}</Text>
                <Group gap="xs">
                  {kind !== undefined && <Badge variant="light">{common(`line.kind.${kind}`)}</Badge>}
                  <Text size="sm" c="dimmed">
                    {[
                      ...(levels.length > 0 ? [`TRL ${levels.join('–')}`] : []),
                      t('line.origin', { date: format.date(line.date) }),
                    ].join(' · ')}
                  </Text>
                </Group>
              </Stack>
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={t('line.remove', { what: line.statement })}
                onClick={() => void takeAway(line).catch(() => undefined)}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
          </Paper>
        );
      })}
    </Stack>
  );
}
