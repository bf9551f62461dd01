import { Button, Menu } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useSignOut } from '../session/sign-in.js';
import { isDemonstrationOfficer, type Me } from '../session/use-me.js';

/** Sign in; or who one is, and the way out. */
export function AccountMenu({ me }: { readonly me: Me | null }) {
  const { t } = useTranslation('shell');
  const signOut = useSignOut();
  if (me === null || isDemonstrationOfficer(me)) {
    return (
      <Button
        component={Link}
        to="/sign-in"
        variant="light"
        px={{ base: 8, xs: 12 }}
        style={{ flexShrink: 0 }}
      >
        {t('signIn')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px={8}
          maw={180}
          leftSection={<IconUser size={18} aria-hidden />}
          visibleFrom="xs"
        >
          {me.name}
        </Button>
      </Menu.Target>
      <Menu.Target>
        <Button variant="subtle" color="gray" px={8} hiddenFrom="xs" aria-label={me.name ?? ''}>
          <IconUser size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.email}</Menu.Label>
        <Menu.Item component={Link} to="/account">
          {t('account')}
        </Menu.Item>
        <Menu.Item onClick={() => signOut.mutate()}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
