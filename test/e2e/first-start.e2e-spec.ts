import {
  startService,
  stopAndRemove,
  temporaryData,
  type RunningService,
} from '../support/running-service.js';

interface Reason {
  signal: string;
  contribution: number;
  callQuote: string | null;
  evidenceQuote: string | null;
  evidence: { type: string; id: string; title: string | null; date: string | null } | null;
}

interface Suggestion {
  rank: number;
  organisation: {
    id: string;
    name: string;
    pic: string | null;
    invented: boolean;
    participantUrl: string | null;
  };
  score: number;
  fit: { score: number; band: string };
  trackRecord: { score: number; band: string };
  reasons: Reason[];
  missing: unknown[];
  introducers: { name: string; acronym: string; year: number | null }[];
}

const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';

describe('a first start on a machine with nothing but Node', () => {
  let data: Awaited<ReturnType<typeof temporaryData>>;
  let service: RunningService;
  beforeAll(async () => {
    data = await temporaryData();
    service = await startService({ TESSERA_DATA: data.folder });
  }, 240_000);
  afterAll(async () => {
    await stopAndRemove(service, data);
  }, 60_000);

  const get = async <T>(path: string): Promise<{ status: number; body: T }> => {
    const response = await fetch(`${service.address}${path}`);
    return { status: response.status, body: (await response.json()) as T };
  };

  it('lists the demonstration calls', async () => {
    const { status, body } = await get<{ items: { identifier: string; status: string }[]; total: number }>(
      '/api/v1/opportunities?limit=100',
    );
    expect(status).toBe(200);
    expect(body.total).toBeGreaterThanOrEqual(40);
    expect(body.items.map(({ identifier }) => identifier)).toContain(topic);
  });

  it('gives ten partners for a topic, each with a reason quoted from both sides', async () => {
    const { body } = await get<{ suggestions: Suggestion[] }>(
      `/api/v1/opportunities/${topic.toLowerCase()}/suggestions?limit=10`,
    );
    expect(body.suggestions.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { reasons } of body.suggestions) {
      expect(reasons.some(({ callQuote, evidenceQuote }) => callQuote && evidenceQuote)).toBe(true);
    }
  });

  it('gives reasons whose parts add up to the score, in falling order of score', async () => {
    const { body } = await get<{ suggestions: Suggestion[] }>(
      `/api/v1/opportunities/${topic}/suggestions?limit=40`,
    );
    for (const { score, reasons } of body.suggestions) {
      const sum = reasons.reduce((total, { contribution }) => total + contribution, 0);
      expect(Math.abs(sum - score)).toBeLessThan(1e-6);
    }
    const scores = body.suggestions.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('quotes the call and the evidence word for word', async () => {
    const call = await get<{ title: string; keywords: string[]; sections: { text: string }[] }>(
      `/api/v1/opportunities/${topic}`,
    );
    const callText = [
      call.body.title,
      ...call.body.keywords,
      ...call.body.sections.map(({ text }) => text),
    ].join('\n');
    const { body } = await get<{ suggestions: Suggestion[] }>(
      `/api/v1/opportunities/${topic}/suggestions?limit=10`,
    );
    for (const { organisation, reasons } of body.suggestions) {
      const own = await get<{ evidence: { id: string; text: string }[] }>(
        `/api/v1/organisations/${organisation.id}`,
      );
      const texts = new Map(own.body.evidence.map(({ id, text }) => [id, text]));
      for (const { callQuote, evidenceQuote, evidence } of reasons) {
        if (callQuote !== null) expect(callText).toContain(withoutCuts(callQuote));
        const text = evidence === null ? undefined : texts.get(evidence.id);
        if (evidenceQuote !== null && text !== undefined) expect(text).toContain(withoutCuts(evidenceQuote));
      }
    }
  });

  it('marks what is invented, and links no participant page for it', async () => {
    const { body } = await get<{ suggestions: Suggestion[] }>(
      `/api/v1/opportunities/${topic}/suggestions?limit=10`,
    );
    const invented = body.suggestions.filter(({ organisation }) => organisation.invented);
    expect(invented.length).toBeGreaterThan(0);
    for (const { organisation } of invented) expect(organisation.participantUrl).toBeNull();
  });

  it('names members who can introduce us', async () => {
    const { body } = await get<{ suggestions: Suggestion[] }>(
      `/api/v1/opportunities/${topic}/suggestions?limit=40`,
    );
    const introducers = body.suggestions.flatMap((suggestion) => suggestion.introducers);
    expect(introducers.length).toBeGreaterThan(0);
    for (const { name, acronym } of introducers) expect(name && acronym).toBeTruthy();
  });

  it('ranks calls for a cluster’s own organisation by its PIC', async () => {
    const { body } = await get<{ suggestions: { opportunity: { identifier: string } }[] }>(
      '/api/v1/organisations/933772732/opportunities?limit=5',
    );
    expect(body.suggestions).toHaveLength(5);
  });

  it('has stored the lists of a first score run', async () => {
    let state = '';
    for (let tries = 0; tries < 200 && state !== 'done'; tries += 1) {
      const { body } = await get<{ items: { state: string; current: boolean }[] }>('/api/v1/score-runs');
      state = body.items[0]?.state ?? '';
      if (state !== 'done') await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(state).toBe('done');
  }, 60_000);

  it('serves its pages, under a policy that lets in no script but its own', async () => {
    const response = await fetch(`${service.address}/`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self'/);
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline');
    const page = await response.text();
    const script = /<script [^>]*src="(\/assets\/[^"]+)"/.exec(page)?.[1] ?? '';
    expect((await fetch(`${service.address}${script}`)).headers.get('cache-control')).toContain('immutable');
  });

  it('answers an idea in free text', async () => {
    const response = await post('/api/v1/suggestions', {
      text: 'Cerchiamo partner per lo smontaggio robotizzato di batterie esauste e il riciclo dei materiali.',
      limit: 5,
    });
    const body = (await response.json()) as { suggestions: Suggestion[] };
    expect(response.status).toBe(200);
    expect(body.suggestions).toHaveLength(5);
  });

  it.each([
    ['an unknown key', '/api/v1/suggestions', { text: 'robots that take batteries apart', nonsense: 1 }, 400],
    ['a text too short', '/api/v1/suggestions', { text: 'robots' }, 400],
    [
      'an unknown seed',
      '/api/v1/suggestions',
      { text: 'robots that take batteries apart', seeds: ['nobody'] },
      404,
    ],
  ])('refuses %s', async (_what, path, body, status) => {
    const response = await post(path, body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      status,
      code: expect.any(String),
      detail: expect.any(String),
    });
  });

  it('answers an unknown opportunity with what to do', async () => {
    const { status, body } = await get('/api/v1/opportunities/HORIZON-NOT-THERE/suggestions');
    expect(status).toBe(404);
    expect(body).toMatchObject({
      code: 'opportunities.not-found',
      detail: expect.stringContaining('identifier'),
    });
  });

  it('takes nothing from a page of another site, and answers to no other name', async () => {
    const foreign = await post(
      '/api/v1/suggestions',
      { text: 'robots that take batteries apart' },
      {
        'sec-fetch-site': 'cross-site',
      },
    );
    expect(foreign.status).toBe(403);
  });

  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${service.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
});

/** A quote shows with `…` where it was cut. */
const withoutCuts = (quote: string): string => quote.replace(/^…\s*|\s*…$/g, '');
