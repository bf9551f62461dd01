import { Checkbox, Group, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';

export type Sharing = components['schemas']['SharingRequest'];

/** The least first. */
const levels: readonly Sharing['level'][] = ['nothing', 'counts', 'masked', 'full'];
const fields: readonly Sharing['withheld'][number][] = ['region', 'size', 'roles', 'competences', 'web'];

interface SharingChoiceProps {
  /** of whom it is said */
  readonly label: string;
  readonly value: Sharing;
  readonly onChange: (value: Sharing) => void;
  readonly disabled?: boolean;
  /** what a level means to the reader */
  readonly means: (level: Sharing['level']) => string;
}

/** How much leaves, and what is kept back at every level. */
export function SharingChoice({ label, value, onChange, disabled = false, means }: SharingChoiceProps) {
  const { t } = useTranslation('sharing');
  return (
    <>
      <Radio.Group
        label={label}
        value={value.level}
        onChange={(chosen) =>
          onChange({ ...value, level: levels.find((level) => level === chosen) ?? value.level })
        }
      >
        <Stack gap="xs" mt="xs">
          {levels.map((level) => (
            <Radio
              key={level}
              value={level}
              label={t(`levels.${level}`)}
              description={means(level)}
              disabled={disabled}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox.Group
        label={t('withheld')}
        value={[...value.withheld]}
        onChange={(chosen) =>
          onChange({ ...value, withheld: fields.filter((field) => chosen.includes(field)) })
        }
      >
        <Group gap="md" mt="xs">
          {fields.map((field) => (
            <Checkbox key={field} value={field} label={t(`fields.${field}`)} disabled={disabled} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  );
}
