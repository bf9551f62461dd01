/** Languages a page or a file can be written in. */
export const languages = ['it', 'en'] as const;
export type Language = (typeof languages)[number];
