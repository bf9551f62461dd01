/** What stands in an address for "of none". */
const none = 'none';

/** Where the list behind a cell is: codes have spaces, addresses have none. */
export const cellAddress = (ecosystem: string, part: string): string =>
  `/map/${toWord(ecosystem)}/${toWord(part)}`;

const toWord = (code: string): string => (code === '' ? none : encodeURIComponent(code.replaceAll(' ', '~')));

/** The code that a word of an address stands for. */
export const codeOf = (word: string): string => (word === none ? '' : word.replaceAll('~', ' '));
