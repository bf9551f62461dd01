import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const tabs = [
  ['outcomes', '/outcomes'],
  ['fairness', '/outcomes/fair-access'],
] as const;

/** What came of it, and who got it. */
export function OutcomeTabs({ shown }: { readonly shown: 'outcomes' | 'fairness' }) {
  const { t } = useTranslation('outcomes');
  return (
    <Group component="nav" gap="lg" aria-label={t('tabs.label')}>
      {tabs.map(([id, to]) => (
        <Anchor
          key={id}
          component={Link}
          to={to}
          aria-current={shown === id ? 'page' : undefined}
          fw={shown === id ? 700 : 400}
          underline={shown === id ? 'always' : 'hover'}
        >
          {t(`tabs.${id}`)}
        </Anchor>
      ))}
    </Group>
  );
}
