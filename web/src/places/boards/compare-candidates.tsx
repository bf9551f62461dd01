import { List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ReasonList } from '../../parts/call/reason-list.js';
import { FitBars, type FitBand } from '../../parts/fit/fit-bars.js';
import { useFormat } from '../../parts/format/use-format.js';
import { useRegions } from '../../parts/region/use-regions.js';
import { isMasked, whence, type Candidate } from './candidate.js';

/** How many stand side by side. */
export const mostCompared = 3;

interface CompareCandidatesProps {
  readonly candidates: readonly Candidate[];
  readonly own: ReadonlySet<string>;
}

/** Two or three side by side: what each brings, and what nothing of theirs shows. */
export function CompareCandidates({ candidates, own }: CompareCandidatesProps) {
  const { t } = useTranslation('boards');
  const { t: say } = useTranslation('candidates');
  const { t: calls } = useTranslation('calls');
  const format = useFormat();
  const regions = useRegions();
  if (candidates.length === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-labelledby="compare">
      <Title order={2} id="compare">
        {say('sideBySide')}
      </Title>
      {candidates.length === 1 && <Text role="status">{say('oneMore')}</Text>}
      <SimpleGrid cols={{ base: 1, md: candidates.length }}>
        {candidates.map((candidate) => {
          const { organisation, fit, trackRecord, reasons, missing } = candidate;
          return (
            <Paper key={organisation.id} withBorder p="md" component="article">
              <Stack gap="sm">
                <Title order={3}>{isMasked(candidate) ? calls('masked.title') : organisation.name}</Title>
                <Text size="sm">
                  {[
                    say(`from.${whence(candidate, own)}`),
                    format.country(organisation.country),
                    organisation.masked === null
                      ? organisation.pic === null
                        ? t('seat.noPic')
                        : `PIC ${organisation.pic}`
                      : regions.nameOf(organisation.nuts ?? ''),
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </Text>
                <FitBars band={fit.band as FitBand} competence={fit.score} trackRecord={trackRecord.score} />
                <ReasonList reasons={reasons} callHref={null} first={2} />
                <Title order={4} size="h3">
                  {say('missing')}
                </Title>
                {missing.length === 0 ? (
                  <Text size="sm">{say('missingNothing')}</Text>
                ) : (
                  <List size="sm">
                    {missing.slice(0, 5).map(({ label }) => (
                      <List.Item key={label}>{label}</List.Item>
                    ))}
                  </List>
                )}
              </Stack>
            </Paper>
          );
        })}
      </SimpleGrid>
    </Stack>
  );
}
