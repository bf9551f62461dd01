/** Somebody with a session, who asks as a browser does. */
export interface Visitor {
  readonly address: string;
  readonly cookie: string;
}

/** One answer: how long it took in milliseconds, its status (0: none came), and its words where they were wanted. */
export interface Answer {
  readonly ms: number;
  readonly status: number;
  readonly text: string;
}

/** @throws {Error} they cannot sign in */
export async function signIn(address: string, email: string, password: string): Promise<Visitor> {
  const response = await fetch(`${address}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password }),
  });
  if (response.status !== 201) throw new Error(`${email}: ${response.status} ${await response.text()}`);
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
  return { address, cookie: cookies.join('; ') };
}

/** Never throws: what fails is counted, not the end of the measurement. */
export async function ask({ address, cookie }: Visitor, path: string): Promise<Answer> {
  const startedAt = performance.now();
  const taken = (): number => performance.now() - startedAt;
  try {
    const response = await fetch(address + path, { headers: { cookie, 'accept-encoding': 'gzip, br' } });
    const text = await response.text();
    return { ms: taken(), status: response.status, text };
  } catch (error) {
    return { ms: taken(), status: 0, text: String(error) };
  }
}

/** @throws {Error} the answer is no good */
export async function read<T>(visitor: Visitor, path: string): Promise<T> {
  const { status, text } = await ask(visitor, path);
  if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}

/** The frame and every script and style it names, as on a first visit. @returns bytes as sent are not known: the time alone */
export async function openFrame(visitor: Visitor): Promise<number> {
  const startedAt = performance.now();
  const { text } = await ask(visitor, '/');
  const files = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  await Promise.all(files.map((path) => ask(visitor, path)));
  return performance.now() - startedAt;
}
