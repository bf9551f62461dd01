import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';

/** Work that waits longer than this asks for a look, in seconds. */
const healthy = 60;

interface QueueFiguresProps {
  readonly operations: components['schemas']['OperationsResponse'];
}

/** What there is to do, in figures. */
export function QueueFigures({
  operations: { queue, units, undispatched, oldestSeconds },
}: QueueFiguresProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const figures = [
    { name: t('queue.waiting'), value: format.number(units['pending'] ?? 0), bad: false },
    { name: t('queue.running'), value: format.number(units['leased'] ?? 0), bad: false },
    { name: t('queue.parked'), value: format.number(units['parked'] ?? 0), bad: (units['parked'] ?? 0) > 0 },
    { name: t('queue.undispatched'), value: format.number(undispatched), bad: false },
    {
      name: t('queue.oldest'),
      value: t('queue.seconds', { count: oldestSeconds }),
      bad: oldestSeconds > healthy,
    },
    { name: t('queue.store'), value: queue === 'redis' ? 'Redis' : 'PostgreSQL', bad: false },
  ];
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
      {figures.map(({ name, value, bad }) => (
        <Paper key={name} withBorder p="sm">
          <Text size="sm" c="dimmed">
            {name}
          </Text>
          <Text fw={650} {...(bad ? { c: 'var(--tessera-bad)' } : {})}>
            {value}
            {bad && ` · ${t('queue.look')}`}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
