import { Button, FileButton, Group, NativeSelect, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { ProblemError } from '../../api/problem.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import type { UploadProgress } from './upload.js';
import { useSend } from './use-send.js';

/** Takes a file by dropping or choosing it; what is wrong with the file as a whole is said here. */
export function DropZone() {
  const { t } = useTranslation('imports');
  const { send, progress } = useSend();
  const [isOver, setOver] = useState(false);
  const [source, setSource] = useState<string | null>(null);
  const take = (file: File | null | undefined): void => {
    if (file) send.mutate({ file, source });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <Paper
      withBorder
      p="xl"
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      style={{
        borderStyle: 'dashed',
        ...(isOver ? { borderColor: 'var(--tessera-record)', borderWidth: 2 } : {}),
      }}
    >
      <Stack gap="sm" align="flex-start">
        <Group gap="sm">
          <IconFileSpreadsheet size={28} aria-hidden />
          <Text fw={600}>{t('drop.title')}</Text>
        </Group>
        <Text c="dimmed" maw="40rem">
          {t('drop.why')}
        </Text>
        <Group align="flex-end" gap="sm">
          <FileButton accept=".csv,.xlsx,.tsv,.txt" onChange={take} disabled={send.isPending}>
            {(props) => (
              <Button {...props} loading={send.isPending}>
                {t('drop.choose')}
              </Button>
            )}
          </FileButton>
          <SourceSelect source={source} onSource={setSource} />
        </Group>
        {send.isPending && <Sending progress={progress} />}
        {send.error instanceof ProblemError && send.error.status >= 400 && send.error.status < 500 ? (
          <Text role="alert" c="var(--tessera-bad)" style={{ overflowWrap: 'anywhere' }}>
            {t('drop.refused')} <span lang="en">{send.error.detail}</span>
          </Text>
        ) : (
          <FormProblem error={send.error} fields={[]} />
        )}
      </Stack>
    </Paper>
  );
}

function SourceSelect({
  source,
  onSource,
}: {
  readonly source: string | null;
  readonly onSource: (source: string | null) => void;
}) {
  const { t } = useTranslation('imports');
  const maps = useQuery({
    queryKey: ['column-maps'],
    queryFn: () => answered(api.GET('/api/v1/column-maps')),
  });
  const names = (maps.data?.items ?? []).map(({ source: name }) => name);
  if (names.length === 0) return null;
  return (
    <NativeSelect
      label={t('drop.map')}
      value={source ?? ''}
      onChange={({ currentTarget: { value } }) => onSource(value === '' ? null : value)}
      data={[{ value: '', label: t('drop.noMap') }, ...names]}
    />
  );
}

function Sending({ progress }: { readonly progress: UploadProgress | null }) {
  const { t } = useTranslation('imports');
  const share = progress?.share ?? 0;
  const left = progress?.secondsLeft ?? null;
  return (
    <Stack gap={4} w="100%" role="status">
      <Progress
        value={share * 100}
        animated={share === 1}
        striped={share === 1}
        aria-label={t('drop.sending')}
      />
      <Text size="sm">
        {share === 1
          ? t('drop.reading')
          : left === null
            ? t('drop.sending')
            : t('drop.left', { count: left })}
      </Text>
    </Stack>
  );
}
