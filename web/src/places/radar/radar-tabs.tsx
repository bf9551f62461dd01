import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** For the members, or for the cluster's own organisation. */
export function RadarTabs({ shown }: { readonly shown: 'members' | 'us' }) {
  const { t } = useTranslation('radar');
  return (
    <Group component="nav" gap="lg" aria-label={t('tabs.label')}>
      <Anchor
        component={Link}
        to="/radar"
        aria-current={shown === 'members' ? 'page' : undefined}
        fw={shown === 'members' ? 700 : 400}
        underline={shown === 'members' ? 'always' : 'hover'}
      >
        {t('tabs.members')}
      </Anchor>
      <Anchor
        component={Link}
        to="/radar/for-us"
        aria-current={shown === 'us' ? 'page' : undefined}
        fw={shown === 'us' ? 700 : 400}
        underline={shown === 'us' ? 'always' : 'hover'}
      >
        {t('tabs.us')}
      </Anchor>
    </Group>
  );
}
