import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ChangedElsewhereProps {
  readonly onKeep: () => void;
  readonly onTake: () => void;
}

/** Somebody else changed the letter while one was writing: one's own words stand until one has chosen. */
export function ChangedElsewhere({ onKeep, onTake }: ChangedElsewhereProps) {
  const { t } = useTranslation('requests');
  return (
    <Alert
      role="alert"
      variant="outline"
      color="orange"
      c="var(--mantine-color-text)"
      title={t('letter.another')}
    >
      <Text size="sm">{t('letter.anotherWhy')}</Text>
      <Group gap="sm" mt="xs">
        <Button size="compact-sm" variant="default" onClick={onKeep}>
          {t('letter.keepMine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onTake}>
          {t('letter.takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
