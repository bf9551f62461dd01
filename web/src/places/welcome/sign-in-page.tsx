import { Button, Divider, Paper, Stack } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { usePasskeySignIn } from '../../app/session/passkey.js';
import type { SignedIn } from '../../app/session/sign-in.js';
import { Page } from '../../parts/page.js';
import { LinkForm } from './link-form.js';
import { PasskeyProblem } from './passkey-problem.js';
import { PasswordForm } from './password-form.js';
import { ProviderButtons } from './provider-buttons.js';
import { SecondFactorForm } from './second-factor-form.js';

const route = getRouteApi('/sign-in');

/** The way in: password, link or passkey, then the second factor where there is one. */
export function SignInPage() {
  const { t } = useTranslation('welcome');
  const { next } = route.useSearch();
  const router = useRouter();
  const [by, setBy] = useState<'password' | 'link'>('password');
  const [asked, setAsked] = useState<SignedIn | null>(null);
  const passkey = usePasskeySignIn();
  const goOn = async (): Promise<void> => {
    await router.invalidate();
    const { origin, pathname, search } = new URL(next ?? '/', window.location.origin);
    // an address may look like one of ours and lead elsewhere: `/\\evil.example`
    if (origin !== window.location.origin) return router.navigate({ to: '/' });
    await router.navigate({ to: pathname, search: router.options.parseSearch?.(search) as never });
  };
  const onSignedIn = (signedIn: SignedIn): void =>
    signedIn.secondFactor === 'asked' ? setAsked(signedIn) : void goOn();
  const lead = asked ? t('factor.lead') : t(`${by}.lead`);
  return (
    <Page title={t('signIn')} lead={lead}>
      <Paper withBorder p="lg" maw={420}>
        {asked ? (
          <SecondFactorForm ways={asked.ways} onShown={() => void goOn()} />
        ) : (
          <Stack>
            {by === 'password' ? <PasswordForm onSignedIn={onSignedIn} /> : <LinkForm />}
            <Divider label={t('or')} />
            <Button variant="default" onClick={() => setBy(by === 'password' ? 'link' : 'password')}>
              {by === 'password' ? t('link.send') : t('link.back')}
            </Button>
            <Button
              variant="default"
              loading={passkey.isPending}
              onClick={() => passkey.mutate(undefined, { onSuccess: onSignedIn })}
            >
              {t('passkey.use')}
            </Button>
            <ProviderButtons />
            <PasskeyProblem error={passkey.error} />
          </Stack>
        )}
      </Paper>
    </Page>
  );
}
