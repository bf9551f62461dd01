import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** How dates, figures and amounts are written in the reader's language. `null` is not stated, and is written so. */
export interface Format {
  /** `15 September 2026` */
  readonly date: (value: string | Date | null) => string;
  /** `15 Sept 2026, 17:00`, in the reader's time zone */
  readonly dateTime: (value: string | Date | null) => string;
  readonly number: (value: number | null) => string;
  /** a share from 0 to 1: `42 %` */
  readonly share: (value: number | null) => string;
  /** euro, in words where it is large: `€3.5 million` */
  readonly money: (value: number | null) => string;
  /** a country's name by its code: `Italy` */
  readonly country: (code: string | null) => string;
  /** a language's name by its code: `Italian` */
  readonly language: (code: string) => string;
  readonly list: (values: readonly string[]) => string;
}

export function useFormat(): Format {
  const { t, i18n } = useTranslation();
  const missing = t('notStated');
  return useMemo(() => formatOf(i18n.language, missing), [i18n.language, missing]);
}

/** English as Europe writes it: plain `en` puts the month before the day. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** @param missing what stands where nothing is stated */
export function formatOf(spoken: string, missing: string): Format {
  const language = localeOf(spoken);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(language);
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const euro = { style: 'currency', currency: 'EUR', maximumSignificantDigits: 3 } as const;
  const money = new Intl.NumberFormat(language, { ...euro, notation: 'compact', compactDisplay: 'long' });
  const country = new Intl.DisplayNames([language], { type: 'region' });
  const languages = new Intl.DisplayNames([language], { type: 'language' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const stated =
    <T>(write: (value: T) => string) =>
    (value: T | null): string =>
      value === null ? missing : write(value);
  return {
    date: stated((value) => date.format(new Date(value))),
    dateTime: stated((value) => dateTime.format(new Date(value))),
    number: stated((value) => number.format(value)),
    share: stated((value) => share.format(value)),
    money: stated((value) => money.format(value)),
    country: stated((code) => nameOf(country, code)),
    language: (code) => (/^[a-z]{2}$/.test(code) ? (languages.of(code) ?? code) : code),
    list: (values) => list.format(values),
  };
}

/** EL and UK are what European sources write for GR and GB. */
const isoOf: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

function nameOf(names: Intl.DisplayNames, code: string): string {
  const iso = isoOf[code.toUpperCase()] ?? code.toUpperCase();
  return /^[A-Z]{2}$/.test(iso) ? (names.of(iso) ?? code) : code;
}
