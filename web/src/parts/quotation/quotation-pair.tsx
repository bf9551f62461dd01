import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import classes from './quotation-pair.module.css';

interface Quotation {
  readonly text: string;
  /** language of the text, where it is known: `it` */
  readonly lang?: string;
  /** where it stands: a link or a name */
  readonly source?: ReactNode;
}

interface QuotationPairProps {
  /** of the call or pilot */
  readonly call: Quotation;
  /** of the organisation's record */
  readonly record: Quotation;
}

/** Why: a sentence of the call and a sentence of the record, each with its place. Nothing in between. */
export function QuotationPair({ call, record }: QuotationPairProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['pair']}>
      <Side kind="call" label={t('quotation.call')} quotation={call} />
      <Side kind="record" label={t('quotation.record')} quotation={record} />
    </div>
  );
}

interface SideProps {
  readonly kind: 'call' | 'record';
  readonly label: string;
  readonly quotation: Quotation;
}

function Side({ kind, label, quotation: { text, lang, source } }: SideProps) {
  return (
    <figure className={`${classes['side']} ${classes[kind]}`}>
      <figcaption className={classes['label']}>{label}</figcaption>
      <blockquote className={classes['text']} lang={lang}>
        {text}
      </blockquote>
      {source !== undefined && <div className={classes['source']}>{source}</div>}
    </figure>
  );
}
