import { Anchor, Button, Paper, Stack, Text } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSignInLink, type SignedIn } from '../../app/session/sign-in.js';
import { Page } from '../../parts/page.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { SecondFactorForm } from './second-factor-form.js';

/** Where the link in a mail leads: pressing the button uses it up, opening the page does not. */
export function SignInLinkPage() {
  const { t } = useTranslation('welcome');
  const router = useRouter();
  const [token] = useState(() => /^#([\w-]{43})$/.exec(window.location.hash)?.[1] ?? null);
  const [asked, setAsked] = useState<SignedIn | null>(null);
  const use = useSignInLink();
  const goOn = async (): Promise<void> => {
    await router.invalidate();
    await router.navigate({ to: '/' });
  };
  const onSignedIn = (signedIn: SignedIn): void =>
    signedIn.secondFactor === 'asked' ? setAsked(signedIn) : void goOn();
  return (
    <Page title={t('link.title')} lead={asked ? t('factor.lead') : t('link.open')}>
      <Paper withBorder p="lg" maw={420}>
        {asked ? (
          <SecondFactorForm ways={asked.ways} onShown={() => void goOn()} />
        ) : (
          <Stack>
            {token === null ? (
              <Text role="alert">{t('link.missing')}</Text>
            ) : (
              <Button loading={use.isPending} onClick={() => use.mutate(token, { onSuccess: onSignedIn })}>
                {t('link.use')}
              </Button>
            )}
            <FormProblem error={use.error} fields={[]} words={{ 'accounts.wrong-link': t('link.wrong') }} />
            <Anchor component={Link} to="/sign-in">
              {t('link.again')}
            </Anchor>
          </Stack>
        )}
      </Paper>
    </Page>
  );
}
