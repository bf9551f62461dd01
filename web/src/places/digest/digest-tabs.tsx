import { Anchor, Group } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { hasRole, isDemonstrationOfficer, useMe } from '../../app/session/use-me.js';

/** From one page about digests and mails to the next: those that one may open. */
export function DigestTabs() {
  const { t } = useTranslation('digest');
  const me = useMe();
  const { pathname } = useLocation();
  const operates = hasRole(me, ['operator']);
  const tabs = [
    { to: '/digest', label: t('tabs.readers'), shown: hasRole(me, ['officer', 'operator']) },
    { to: '/digest/sent', label: t('tabs.sent'), shown: hasRole(me, ['officer', 'operator']) },
    { to: '/digest/deliveries', label: t('tabs.deliveries'), shown: operates },
    { to: '/mailbox', label: t('tabs.mailbox'), shown: operates || isDemonstrationOfficer(me) },
  ].filter(({ shown }) => shown);
  if (tabs.length < 2) return null;
  return (
    <Group component="nav" gap="lg" aria-label={t('tabs.label')} className="no-print">
      {tabs.map(({ to, label }) => (
        <Anchor
          key={to}
          component={Link}
          to={to}
          aria-current={pathname === to ? 'page' : undefined}
          fw={pathname === to ? 700 : 400}
          underline={pathname === to ? 'always' : 'hover'}
        >
          {label}
        </Anchor>
      ))}
    </Group>
  );
}
