import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import type { Decision } from './use-opportunity.js';

const registerPage = (pic: string): string =>
  `https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/how-to-participate/org-details/${pic}`;

/** Who looks for partners already, and who has led the projects that come nearest. */
export function PeopleToJoin({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation('opportunities');
  const format = useFormat();
  const { looking, lookedAt, nearest } = decision;
  const led = nearest.flatMap(({ coordinator, acronym }) =>
    coordinator ? [{ ...coordinator, acronym }] : [],
  );
  return (
    <Stack gap="sm" component="section" aria-labelledby="join">
      <Title order={2} id="join">
        {t('join.title')}
      </Title>
      <Text size="sm">
        {lookedAt === null
          ? t('join.notAsked')
          : t('join.looking', { count: looking.length, date: format.date(lookedAt) })}
      </Text>
      {looking.length > 0 && (
        <List spacing={4}>
          {looking.map(({ pic, id, name, country }) => (
            <List.Item key={pic}>
              {id === null ? (
                <Anchor href={registerPage(pic)}>{t('join.unknown', { pic })}</Anchor>
              ) : (
                <Anchor component={Link} to={`/organisations/${id}`}>
                  {name}
                </Anchor>
              )}
              {country !== null && ` · ${format.country(country)}`}
            </List.Item>
          ))}
        </List>
      )}
      {led.length > 0 && (
        <>
          <Title order={3}>{t('join.led')}</Title>
          <List spacing={4}>
            {led.map(({ id, name, country, acronym }) => (
              <List.Item key={`${id}-${acronym}`}>
                <Anchor component={Link} to={`/organisations/${id}`}>
                  {name}
                </Anchor>
                {` · ${format.country(country)} · ${acronym}`}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}
