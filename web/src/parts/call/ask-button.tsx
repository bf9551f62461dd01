import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';

interface AskButtonProps {
  readonly partner: Pick<
    components['schemas']['PartnerSuggestionResponse']['organisation'],
    'id' | 'name' | 'masked'
  >;
  /** id of the organisation that the reader acts for */
  readonly own: string | null;
  /** id or identifier of the call; left out: an idea */
  readonly call?: string;
  /** id of the seat on a board that is to be filled */
  readonly seat?: string;
}

/** Leads to a request to an organisation; to one's own there is none. */
export function AskButton({ partner, own, call, seat }: AskButtonProps) {
  const { t } = useTranslation('calls');
  const { id, name, masked } = partner;
  if (id === own) return null;
  const whom = masked === null ? { organisation: id } : { mask: id };
  return (
    <Button
      component={Link}
      variant="light"
      size="compact-md"
      to="/introductions/new"
      search={{ ...whom, call, seat } as never}
      aria-label={t('askOne', { name: masked === null || masked.named ? name : t('masked.title') })}
    >
      {t('ask')}
    </Button>
  );
}
