import { useTranslation } from 'react-i18next';

import { useFormat } from '../format/use-format.js';
import { useRegions } from '../region/use-regions.js';
import type { Line } from './line-decision.js';

/** How a line's text is shown: codes in words, everything else as it stands. */
export function useLineText(): (line: Line) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const regions = useRegions();
  return ({ field, text }) => {
    if (field === 'country') return format.country(text);
    if (field === 'nuts') return regions.withCode(text);
    if (field === 'sme') return text === 'true' ? t('line.sme.yes') : t('line.sme.no');
    if (field === 'employees') return format.number(Number(text));
    if (field === 'languages')
      return format.list(text.split(';').map((code) => format.language(code.trim())));
    if (field === 'type' && isType(text)) return t(`line.type.${text}`);
    return text;
  };
}

const types = ['HES', 'REC', 'PRC', 'PUB', 'OTH'] as const;
const isType = (text: string): text is (typeof types)[number] => types.some((type) => type === text);
