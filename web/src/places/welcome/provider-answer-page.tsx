import { Anchor, Loader, Paper, Stack, Text } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProviderAnswer } from '../../app/session/provider.js';
import type { SignedIn } from '../../app/session/sign-in.js';
import { Page } from '../../parts/page.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { SecondFactorForm } from './second-factor-form.js';

/** Where a provider sends the browser back to: its answer is handed over once, and taken out of the address. */
export function ProviderAnswerPage() {
  const { t } = useTranslation('welcome');
  const router = useRouter();
  const [query] = useState(() => window.location.search.slice(1));
  const [asked, setAsked] = useState<SignedIn | null>(null);
  const handedOver = useRef(false);
  const { mutate, error } = useProviderAnswer();
  useEffect(() => {
    if (handedOver.current || query === '') return;
    handedOver.current = true;
    window.history.replaceState(null, '', window.location.pathname);
    mutate(query, {
      onSuccess: ({ signedIn }) => {
        if (signedIn?.secondFactor === 'asked') setAsked(signedIn);
        else void goOn(signedIn === null ? '/account' : '/');
      },
    });
    async function goOn(to: string): Promise<void> {
      await router.invalidate();
      await router.navigate({ to });
    }
  }, [mutate, query, router]);
  const failed = error !== null || query === '';
  return (
    <Page title={t('signIn')} lead={asked ? t('factor.lead') : undefined}>
      <Paper withBorder p="lg" maw={420}>
        {asked ? (
          <SecondFactorForm
            ways={asked.ways}
            onShown={() => void router.invalidate().then(() => router.navigate({ to: '/' }))}
          />
        ) : (
          <Stack>
            {!failed && <Loader aria-label={t('provider.waiting')} />}
            {query === '' && <Text role="alert">{t('provider.wrong')}</Text>}
            <FormProblem
              error={error}
              fields={[]}
              words={{
                'accounts.wrong-identity': t('provider.wrong'),
                'accounts.not-linked': t('provider.notLinked'),
                'accounts.identity-taken': t('provider.taken'),
                'accounts.provider-away': t('provider.away'),
              }}
            />
            {failed && (
              <Anchor component={Link} to="/sign-in">
                {t('provider.again')}
              </Anchor>
            )}
          </Stack>
        )}
      </Paper>
    </Page>
  );
}
