import type { Locator } from 'playwright-core';

/** Drops a file on what a page shows, as a person does with a mouse. */
export async function dropFile(where: Locator, name: string, text: string): Promise<void> {
  const dataTransfer = await where.page().evaluateHandle(carried(name, text));
  await where.dispatchEvent('drop', { dataTransfer });
}

/** Run in the page: what a browser makes of a file that is being dropped. */
const carried = (name: string, text: string): string => `(() => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'text/csv' }));
  return transfer;
})()`;
