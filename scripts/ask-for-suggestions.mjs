/**
 * `node scripts/ask-for-suggestions.mjs http://127.0.0.1:3000`: asks a running service what a newcomer would ask.
 *
 * Lists the opportunities, takes the first topics, and expects ten partners for one of them, each with a sentence of
 * the call and a sentence of the partner's evidence. Exit code 0 only then.
 */
const [base] = process.argv.slice(2);
const wanted = 10;

async function get(path) {
  const response = await fetch(new URL(path, base), { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

const isTwoSided = ({ callQuote, evidenceQuote }) => Boolean(callQuote) && Boolean(evidenceQuote);

async function main() {
  const { items } = await get('/api/v1/opportunities');
  if (!Array.isArray(items) || items.length === 0)
    throw new Error('no opportunities: is the demonstration set loaded?');
  const topic = items.find(({ kind }) => kind === 'topic') ?? items[0];
  const { suggestions } = await get(`/api/v1/opportunities/${topic.id}/suggestions?limit=${wanted}`);
  if (suggestions?.length !== wanted) {
    throw new Error(`${topic.identifier}: ${suggestions?.length ?? 'no'} suggestions, expected ${wanted}`);
  }
  const oneSided = suggestions.filter(({ reasons }) => !reasons.some(isTwoSided));
  if (oneSided.length > 0) {
    const ranks = oneSided.map(({ rank }) => rank).join(', ');
    throw new Error(`${topic.identifier}: no two-sided reason at rank ${ranks}`);
  }
  const [first] = suggestions;
  const quote = first.reasons.find(isTwoSided);
  console.log(
    `${items.length} opportunities on the first page; ${topic.identifier}: ${suggestions.length} partners`,
  );
  console.log(`first: ${first.organisation.name} (${first.organisation.country})`);
  console.log(`  call:     ${quote.callQuote}`);
  console.log(`  evidence: ${quote.evidenceQuote}`);
}

main().catch((error) => {
  console.error(`ask-for-suggestions: ${error.message}`);
  process.exitCode = 1;
});
