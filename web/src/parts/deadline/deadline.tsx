import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../format/use-format.js';
import { daysLeft } from './days-left.js';

/** Fewer days than this are marked as late. */
const late = 21;

interface DeadlineProps {
  /** ISO date or moment; null where the source states none */
  readonly date: string | null;
  readonly now?: Date;
}

/** A deadline: the day, and how many are left; late ones say so in words, not by colour alone. */
export function Deadline({ date, now = new Date() }: DeadlineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (date === null) return <Text component="span">{t('deadline.none')}</Text>;
  const left = daysLeft(new Date(date), now);
  return (
    <Text component="span">
      <time dateTime={date}>{format.date(date)}</time>
      {left >= 0 && (
        <Text
          component="span"
          c={left < late ? 'var(--tessera-warn)' : 'dimmed'}
          fw={left < late ? 600 : 400}
        >
          {' · '}
          {left < late ? t('deadline.late', { count: left }) : t('deadline.left', { count: left })}
        </Text>
      )}
      {left < 0 && (
        <Text component="span" c="dimmed">
          {' · '}
          {t('deadline.over')}
        </Text>
      )}
    </Text>
  );
}
