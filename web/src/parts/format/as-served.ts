/** The language that the service writes in for a reader of these pages: it has words in two. */
export const asServed = (language: string): 'it' | 'en' => (language.startsWith('it') ? 'it' : 'en');
