import { useTranslation } from 'react-i18next';

/** What a request says, in this order. */
export const letterKeys = ['bring', 'role', 'evidence', 'effort', 'availability', 'questions'] as const;

/** Where a sentence comes from, in words. */
export function useSourceWords(): (source: string | null) => string {
  const { t } = useTranslation('requests');
  return (source) => {
    if (source === null) return t('source.own');
    const [kind = ''] = source.split(':');
    return kind === 'evidence' || kind === 'project' || kind === 'call' || kind === 'need'
      ? t(`source.${kind}`)
      : t('source.words');
  };
}
