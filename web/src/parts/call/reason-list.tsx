import { Anchor, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useFormat } from '../format/use-format.js';
import { QuotationPair } from '../quotation/quotation-pair.js';

type Reason = components['schemas']['ReasonResponse'];

interface ReasonListProps {
  readonly reasons: readonly Reason[];
  /** where the call's sentence stands: a page, or a place in this one */
  readonly callHref: string | null;
  /** where the organisation's record stands */
  readonly recordHref?: string;
  /** how many stand open at first */
  readonly first?: number;
}

/** Reasons that quote both sides, the weightiest first; the others are one press away. */
export function ReasonList({ reasons, callHref, recordHref, first = 1 }: ReasonListProps) {
  const { t } = useTranslation('calls');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const quoted = reasons.filter(
    ({ callQuote, evidenceQuote }) => callQuote !== null && evidenceQuote !== null,
  );
  const shown = all ? quoted : quoted.slice(0, first);
  return (
    <Stack gap="sm">
      {shown.map(({ callQuote, evidenceQuote, evidence }, place) => (
        <QuotationPair
          key={place}
          call={{
            text: callQuote ?? '',
            source: callHref !== null && (
              <Anchor href={callHref} inherit>
                {t('reasons.toCall')}
              </Anchor>
            ),
          }}
          record={{
            text: evidenceQuote ?? '',
            source: evidence && (
              <>
                {evidence.url === null ? (
                  <RecordName href={recordHref} name={evidence.title ?? t(`evidence.${evidence.type}`)} />
                ) : (
                  <Anchor href={evidence.url} inherit>
                    {evidence.title ?? t(`evidence.${evidence.type}`)}
                  </Anchor>
                )}
                {evidence.date !== null && ` · ${format.date(evidence.date)}`}
                {evidence.state === 'unconfirmed' && ` · ${t('evidence.unconfirmed')}`}
              </>
            ),
          }}
        />
      ))}
      {quoted.length > first && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t('reasons.fewer') : t('reasons.more', { count: quoted.length - first })}
        </Button>
      )}
    </Stack>
  );
}

function RecordName({ href, name }: { readonly href: string | undefined; readonly name: string }) {
  return href === undefined ? (
    <>{name}</>
  ) : (
    <Anchor href={href} inherit>
      {name}
    </Anchor>
  );
}
