import type { PastProject } from '../read/past-project.js';
import type { Baseline } from './baseline.js';
import { organisationsByVotes, voters, wholeText } from './project-votes.js';
import { RarestWords } from './rarest-words.js';

/** A PostgreSQL database in which tables may be made and that nobody needs afterwards. */
export interface SearchDatabase {
  query<Row>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Rows of one insert. */
const batch = 500;

/**
 * PostgreSQL's own text search: English stems, the title counted twice (weight A 1, the rest B 0.5), any of the rarest
 * words of the query may match, ranked by `ts_rank` with its default of no normalisation.
 */
export async function tsRankVotes(
  train: readonly PastProject[],
  database: SearchDatabase,
): Promise<Baseline> {
  await database.query(
    'create temporary table searched_project (place integer primary key, topic text not null, words tsvector not null)',
  );
  for (let from = 0; from < train.length; from += batch) {
    const rows = train.slice(from, from + batch);
    await database.query(
      `insert into searched_project
       select place, topic, setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')
       from unnest($1::integer[], $2::text[], $3::text[], $4::text[]) as given (place, topic, title, body)`,
      [
        rows.map((_, at) => from + at),
        rows.map(({ topic }) => topic.toLowerCase()),
        rows.map(({ title }) => withoutNul(title)),
        rows.map(({ keywords, objective }) => withoutNul([...keywords, objective].join('\n'))),
      ],
    );
  }
  await database.query('create index on searched_project using gin (words)');
  await database.query('analyze searched_project');
  const rarest = new RarestWords(train);
  return {
    tasks: ['idea', 'call', 'half'],
    async rank(question) {
      const found = await database.query<{ project: number; score: number }>(
        `with asked as (
           select string_agg('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || '''', ' | ')::tsquery as words
           from unnest(to_tsvector('english', $1))
         )
         select p.place as project, ts_rank('{0, 0, 0.5, 1}', p.words, a.words) as score
         from searched_project p, asked a
         where p.words @@ a.words and p.topic <> $2
         order by score desc, place limit $3`,
        [rarest.of(wholeText(question.text)).join(' '), question.topic, voters],
      );
      return organisationsByVotes(train, found, question);
    },
    close: () => database.close(),
  };
}

/** The one character that PostgreSQL refuses in a text. */
const withoutNul = (text: string): string => text.replaceAll('\0', ' ');
