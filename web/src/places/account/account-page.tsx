import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/use-me.js';
import { Page } from '../../parts/page.js';
import { QueryState } from '../../parts/states/query-state.js';
import { AuthenticatorSection } from './authenticator-section.js';
import { CalendarSection } from './calendar-section.js';
import { IdentitySection } from './identity-section.js';
import { NameSection } from './name-section.js';
import { PasskeySection } from './passkey-section.js';
import { PasswordSection } from './password-section.js';
import { RecoverySection } from './recovery-section.js';
import { SessionSection } from './session-section.js';

/** One's own account: name, password, passkeys, authenticator app, recovery codes, where one is signed in, one's calendar. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const me = useMe();
  const credentials = useQuery({
    queryKey: ['account', 'credentials'],
    queryFn: () => answered(api.GET('/api/v1/me/credentials')),
  });
  return (
    <Page title={t('title')} lead={me?.email ?? undefined}>
      <QueryState query={credentials}>
        {({ password, totp, passkeys, recoveryCodes }) => (
          <>
            {typeof me?.name === 'string' && <NameSection name={me.name} />}
            <PasswordSection isSet={password} />
            <PasskeySection />
            <AuthenticatorSection inForce={totp} />
            {(totp || passkeys > 0) && <RecoverySection left={recoveryCodes} />}
          </>
        )}
      </QueryState>
      <IdentitySection />
      <SessionSection />
      <CalendarSection />
      {hasRole(me, ['member']) && (
        <Anchor component={Link} to="/account/trail">
          {t('trail')}
        </Anchor>
      )}
      {hasRole(me, ['officer']) && (
        <Anchor component={Link} to="/account/keys">
          {t('keys.title')}
        </Anchor>
      )}
    </Page>
  );
}
