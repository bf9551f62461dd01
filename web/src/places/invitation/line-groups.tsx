import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Line } from '../../parts/profile-line/line-decision.js';
import { ProfileLine } from '../../parts/profile-line/profile-line.js';
import type { ClaimState } from './use-claim.js';

interface LineGroupsProps {
  readonly lines: readonly Line[];
  readonly claim: ClaimState;
}

const groups = ['identity', 'size', 'sites', 'ecosystems', 'profile', 'competences', 'projects'] as const;

/** The draft, group by group; a whole group can be said to be right at once. */
export function LineGroups({ lines, claim }: LineGroupsProps) {
  const { t } = useTranslation('invitation');
  return groups.map((group) => {
    const own = lines.filter((line) => line.group === group);
    if (own.length === 0) return null;
    const left = own.filter(({ ref }) => !claim.decisions.has(ref)).length;
    return (
      <Stack key={group} gap="xs" component="section" aria-labelledby={`group-${group}`}>
        <Group justify="space-between">
          <Title order={2} id={`group-${group}`}>
            {t(`group.${group}`)}
          </Title>
          {left === 0 ? (
            <Text size="sm" c="dimmed">
              {t('allSaid')}
            </Text>
          ) : (
            <Button variant="light" onClick={() => claim.allRight(own)} aria-describedby={`group-${group}`}>
              {t('allRight', { count: left })}
            </Button>
          )}
        </Group>
        <Stack gap="xs" component="ul" p={0} m={0}>
          {own.map((line) => (
            <ProfileLine
              key={line.ref}
              line={line}
              decision={claim.decisions.get(line.ref)}
              onDecide={(decision) => claim.decide(line.ref, decision)}
            />
          ))}
        </Stack>
      </Stack>
    );
  });
}
