import { Anchor, Button, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useTell } from '../../parts/feedback/use-tell.js';
import classes from './mailbox.module.css';

interface ShownMailProps {
  readonly subject: string;
  /** the language it is written in; left out: not known */
  readonly language?: string;
  /** address that answers its HTML alone */
  readonly src: string;
  readonly text: string;
  /** what else can be done with it */
  readonly actions?: ReactNode;
}

/** A mail as its reader sees it, or as text; to print or to take along. */
export function ShownMail({ subject, language, src, text, actions }: ShownMailProps) {
  const { t } = useTranslation('digest');
  const tell = useTell();
  const [part, setPart] = useState('html');
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${subject}\n\n${text}`);
    tell(t('mail.copied'));
  };
  const lang = language === undefined ? {} : { lang: language };
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Title order={2} flex="1 1 16rem" {...lang}>
            {subject}
          </Title>
          <SegmentedControl
            aria-label={t('mail.part')}
            value={part}
            onChange={setPart}
            data={[
              { value: 'html', label: t('mail.html') },
              { value: 'text', label: t('mail.text') },
            ]}
          />
        </Group>
        {part === 'html' ? (
          <iframe
            title={subject}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            src={src}
            className={classes['frame']}
          />
        ) : (
          <Text component="pre" className={classes['text'] ?? ''} {...lang}>
            {text}
          </Text>
        )}
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => void copy()}
          >
            {t('mail.copy')}
          </Button>
          <Anchor href={src} target="_blank" rel="noreferrer">
            <Group gap={4} component="span">
              <IconPrinter size={16} aria-hidden />
              {t('mail.print')}
            </Group>
          </Anchor>
          {actions}
        </Group>
      </Stack>
    </Paper>
  );
}
