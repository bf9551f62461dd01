import { Alert, Button, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface StaleNoteProps {
  /** what a colleague made of the fields since they were read: label and new value */
  readonly theirs: readonly (readonly [string, string])[];
  /** goes on from what the colleague left, with one's own words */
  readonly onGoOn: () => void;
}

/** Somebody else changed the same thing while one was writing: both are shown, nothing is lost. */
export function StaleNote({ theirs, onGoOn }: StaleNoteProps) {
  const { t } = useTranslation('boards');
  return (
    <Alert
      role="alert"
      variant="outline"
      color="orange"
      c="var(--mantine-color-text)"
      title={t('conflict.title')}
    >
      <Text size="sm">{t('conflict.text')}</Text>
      <List size="sm">
        {theirs.map(([label, value]) => (
          <List.Item key={label}>{`${label}: ${value}`}</List.Item>
        ))}
      </List>
      <Button size="compact-sm" variant="default" mt="xs" onClick={onGoOn}>
        {t('conflict.goOn')}
      </Button>
    </Alert>
  );
}
