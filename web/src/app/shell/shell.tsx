import { AppShell, Burger, Container, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';

import { rootRoute } from '../root-route.js';
import { hasRole, useMe, type Me } from '../session/use-me.js';
import { AccountMenu } from './account-menu.js';
import { Brand } from './brand.js';
import { DemonstrationNote } from './demonstration-note.js';
import { LanguageSwitch } from './language-switch.js';
import { Navigation } from './navigation.js';
import { PendingPage } from './pending-page.js';
import { Shortcuts } from './shortcuts.js';
import { ThemeSwitch } from './theme-switch.js';

/** What stands around every page: the way home, the places of whoever looks, language, theme, account. */
export function Shell() {
  return (
    <Suspense fallback={<PendingPage />}>
      <Frame />
    </Suspense>
  );
}

function Frame() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const { places } = rootRoute.useRouteContext();
  const [opened, { toggle, close }] = useDisclosure(false);
  const own = places.filter(({ roles }) => hasRole(me, roles)).sort((a, b) => a.order - b.order);
  useOnNavigation(close);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{
        width: 232,
        breakpoint: 'sm',
        collapsed: { mobile: !opened, desktop: me === null },
      }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <AppShell.Header style={bandOf(me)}>
        <Group h="100%" px="sm" gap="xs" wrap="nowrap" justify="space-between">
          <Group gap="xs" wrap="nowrap">
            {me !== null && (
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-expanded={opened}
                aria-label={t(opened ? 'closeNavigation' : 'openNavigation')}
              />
            )}
            <Brand me={me} />
          </Group>
          <Group gap={0} wrap="nowrap">
            <LanguageSwitch />
            <ThemeSwitch />
            <AccountMenu me={me} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm">
        <Navigation places={own} onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main>
        <DemonstrationNote me={me} />
        <Container size={1180} p={0} component="div" id="main" tabIndex={-1}>
          <Suspense fallback={<PendingPage />}>
            <Outlet />
          </Suspense>
        </Container>
      </AppShell.Main>
      <Shortcuts places={own} />
    </AppShell>
  );
}

/** The cluster's colour as a band above everything: nothing is written on it. */
const bandOf = (me: Me | null): CSSProperties | undefined =>
  me?.brand?.colour ? { borderTop: `4px solid ${me.brand.colour}` } : undefined;

/** Another page is shown: on a telephone the navigation closes over it. */
function useOnNavigation(onNavigate: () => void): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    onNavigate();
  }, [pathname, onNavigate]);
}
