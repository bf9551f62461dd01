import {
  Anchor,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { asServed } from '../../parts/format/as-served.js';
import { QueryState } from '../../parts/states/query-state.js';
import type { Member } from './use-members.js';

/** The calls as a mail: opened when wanted, changed before it goes, sent from the officer's own programme. */
export function SendToMember({ member }: { readonly member: Member }) {
  const { t, i18n } = useTranslation('members');
  const [isOpen, setOpen] = useState(false);
  const [lang, setLang] = useState<'it' | 'en'>(asServed(i18n.language));
  const letter = useQuery({
    queryKey: ['letter', member.id, lang],
    enabled: isOpen,
    queryFn: () =>
      answered(
        api.GET('/api/v1/organisations/{reference}/letter', {
          params: { path: { reference: member.id }, query: { lang } },
        }),
      ),
  });
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={2}>{t('send.title')}</Title>
      {!isOpen && <Button onClick={() => setOpen(true)}>{t('send.open')}</Button>}
      {isOpen && (
        <Paper withBorder p="md" w="100%">
          <Stack gap="sm">
            <SegmentedControl
              aria-label={t('send.language')}
              w="fit-content"
              value={lang}
              onChange={(value) => setLang(value === 'en' ? 'en' : 'it')}
              data={[
                { value: 'it', label: 'Italiano' },
                { value: 'en', label: 'English' },
              ]}
            />
            <QueryState query={letter}>
              {({ subject, text }) => (
                <Draft subject={subject} text={text} to={member.people[0]?.email ?? ''} />
              )}
            </QueryState>
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}

interface DraftProps {
  readonly subject: string;
  readonly text: string;
  readonly to: string;
}

/** Longer addresses are cut off by some mail programmes. */
const longestAddress = 1_900;

function Draft({ subject, text, to }: DraftProps) {
  const { t } = useTranslation('members');
  const tell = useTell();
  const [written, setWritten] = useState({ subject, text });
  useEffect(() => setWritten({ subject, text }), [subject, text]);
  const address = `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(written.subject)}`;
  const whole = `${address}&body=${encodeURIComponent(written.text)}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${written.subject}\n\n${written.text}`);
    tell(t('send.copied'));
  };
  return (
    <>
      <TextInput
        label={t('send.subject')}
        value={written.subject}
        onChange={({ currentTarget: { value } }) => setWritten((before) => ({ ...before, subject: value }))}
      />
      <Textarea
        label={t('send.text')}
        rows={16}
        value={written.text}
        onChange={({ currentTarget: { value } }) => setWritten((before) => ({ ...before, text: value }))}
      />
      <Group>
        <Button onClick={() => void copy()}>{t('send.copy')}</Button>
        <Anchor href={whole.length > longestAddress ? address : whole}>{t('send.inMailProgramme')}</Anchor>
      </Group>
    </>
  );
}
