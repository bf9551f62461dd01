import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useAskProvider, useProviders } from '../../app/session/provider.js';
import { FormProblem } from '../../parts/states/form-problem.js';

/** A button for each provider; nothing where none is set up, or while that is not known. */
export function ProviderButtons() {
  const { t } = useTranslation('welcome');
  const providers = useProviders();
  const ask = useAskProvider();
  return (
    <>
      {providers.data?.items.map(({ name, title }) => (
        <Button
          key={name}
          variant="default"
          loading={ask.isPending && ask.variables === name}
          onClick={() => ask.mutate(name)}
        >
          {t('provider.use', { title })}
        </Button>
      ))}
      <FormProblem error={ask.error} fields={[]} words={{ 'accounts.provider-away': t('provider.away') }} />
    </>
  );
}
