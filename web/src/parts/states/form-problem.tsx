import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ProblemError, problemsByField } from '../../api/problem.js';

interface FormProblemProps {
  readonly error: unknown;
  /** the names of the fields that show their own complaints (problemsByField) */
  readonly fields: readonly string[];
  /** our own words for codes of the service that this form knows: `{ 'accounts.wrong-code': t('wrong') }` */
  readonly words?: Readonly<Record<string, string>>;
}

/** What the service said of a form that belongs to none of its fields; shown above the button. */
export function FormProblem({ error, fields, words = {} }: FormProblemProps) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = error instanceof ProblemError ? error : null;
  const away = problem?.status === 0 || problem?.status === 503;
  const byField = problemsByField(error, fields);
  const atFields = fields.some((field) => byField[field] !== undefined);
  const text = away
    ? t('problem.away.text')
    : (words[problem?.code ?? ''] ?? byField[''] ?? (atFields ? '' : t('problem.broken.text')));
  return text === '' ? null : (
    <Text c="var(--tessera-bad)" role="alert" size="sm">
      {text}
    </Text>
  );
}
