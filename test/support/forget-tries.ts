import pg from 'pg';

/** What counts of tries were: a proof asks in minutes what people ask in months, and a limit would answer in their place. */
export async function forgetTries(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query('delete from throttle');
  await client.end();
}
