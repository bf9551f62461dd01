import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { csvOf, type CsvCell } from './csv.js';
import { saveFile } from './save-file.js';

interface CsvButtonProps {
  /** the file's name without its ending */
  readonly name: string;
  readonly header: readonly string[];
  /** asked for when the button is pressed: exactly what the reader sees */
  readonly rows: () => readonly (readonly CsvCell[])[];
}

/** Saves a list as it is shown. */
export function CsvButton({ name, header, rows }: CsvButtonProps) {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => saveFile(`${name}.csv`, new Blob([csvOf(header, rows())], { type: 'text/csv' }))}
    >
      {t('csv')}
    </Button>
  );
}
