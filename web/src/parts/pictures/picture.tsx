import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { saveFile } from '../export/save-file.js';
import { WideTable } from '../table/wide-table.js';
import classes from './pictures.module.css';
import { pngOf, svgOf } from './picture-file.js';

interface PictureProps {
  /** what it shows; its caption, and its name for who does not see it */
  readonly title: string;
  /** without its ending */
  readonly fileName: string;
  /** the height of a picture so many pixels wide */
  readonly height: (width: number) => number;
  /** what the picture leaves out; null where nothing */
  readonly note?: string | null;
  /** Table.Thead and Table.Tbody with the same content */
  readonly table: ReactNode;
  /** the content of an svg element so many pixels wide */
  readonly children: (width: number) => ReactNode;
}

/** A picture with a caption, its table twin, and the files to take away. */
export function Picture({ title, fileName, height, note = null, table, children }: PictureProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'picture' | 'table'>('picture');
  const svg = useRef<SVGSVGElement>(null);
  const { ref, width } = useElementSize();
  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    if (!svg.current) return;
    const file = kind === 'svg' ? svgOf(svg.current) : await pngOf(svg.current);
    saveFile(`${fileName}.${kind}`, file);
  };
  return (
    <Stack gap="xs" component="figure" m={0} ref={ref}>
      <Group justify="space-between" className="no-print">
        <SegmentedControl
          size="xs"
          value={shown}
          onChange={(value) => setShown(value === 'table' ? 'table' : 'picture')}
          aria-label={title}
          data={[
            { value: 'picture', label: t('picture.picture') },
            { value: 'table', label: t('picture.table') },
          ]}
        />
        {shown === 'picture' && (
          <Group gap="xs">
            {(['svg', 'png'] as const).map((kind) => (
              <Button
                key={kind}
                size="compact-sm"
                variant="default"
                leftSection={<IconDownload size={14} aria-hidden />}
                onClick={() => void save(kind)}
              >
                {kind.toUpperCase()}
              </Button>
            ))}
          </Group>
        )}
      </Group>
      {shown === 'picture' ? (
        <svg
          ref={svg}
          viewBox={`0 0 ${width} ${height(width)}`}
          className={classes['picture']}
          role="group"
          aria-label={title}
        >
          {width > 0 && children(width)}
        </svg>
      ) : (
        <WideTable caption={title} matrix>
          {table}
        </WideTable>
      )}
      <figcaption>
        <Text size="sm" c="dimmed" component="span">
          {title}
          {note !== null && ` · ${note}`}
        </Text>
      </figcaption>
    </Stack>
  );
}
