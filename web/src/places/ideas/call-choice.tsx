import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { CallField } from '../../parts/call/call-field.js';

interface CallChoiceProps {
  readonly chosen: string | null;
  readonly onChoose: (identifier: string) => void;
}

/** Which call one wants to join. */
export function CallChoice({ chosen, onChoose }: CallChoiceProps) {
  const { t } = useTranslation('ideas');
  const [words, setWords] = useState(chosen ?? '');
  return (
    <CallField
      label={t('join.label')}
      description={t('join.hint')}
      value={words}
      onChange={setWords}
      onChoose={onChoose}
    />
  );
}
