import { Paper } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Page } from '../../parts/page.js';
import { CodeForm } from './code-form.js';
import { PasswordForm } from './password-form.js';

const route = getRouteApi('/sign-in');

/** The way in: password, then the second factor where there is one. */
export function SignInPage() {
  const { t } = useTranslation('welcome');
  const { next } = route.useSearch();
  const router = useRouter();
  const [asked, setAsked] = useState<'password' | 'code'>('password');
  const goOn = async (): Promise<void> => {
    await router.invalidate();
    await router.navigate({ to: next ?? '/' });
  };
  return (
    <Page title={t('signIn')} lead={t(asked === 'code' ? 'code.lead' : 'password.lead')}>
      <Paper withBorder p="lg" maw={420}>
        {asked === 'password' ? (
          <PasswordForm onSignedIn={(factor) => (factor === 'asked' ? setAsked('code') : void goOn())} />
        ) : (
          <CodeForm onShown={() => void goOn()} />
        )}
      </Paper>
    </Page>
  );
}
