import { Group, Text } from '@mantine/core';
import { IconCircle, IconCircleFilled, IconCircleHalf2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const marks = {
  strong: { icon: IconCircleFilled, colour: 'var(--tessera-good)' },
  thin: { icon: IconCircleHalf2, colour: 'var(--tessera-warn)' },
  none: { icon: IconCircle, colour: 'var(--mantine-color-dimmed)' },
} as const;

/** How well the members cover something: a word, a shape and a colour that say the same. */
export function CoverMark({ cover }: { readonly cover: string }) {
  const { t } = useTranslation('radar');
  const { icon: Icon, colour } = cover === 'strong' || cover === 'thin' ? marks[cover] : marks.none;
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={14} color={colour} aria-hidden />
      <Text component="span" fw={600} style={{ whiteSpace: 'nowrap' }}>
        {t(`covers.${cover}`)}
      </Text>
    </Group>
  );
}
