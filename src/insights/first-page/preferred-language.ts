import { languages, type Language } from '../language.js';

/**
 * The language a browser asks for in `Accept-Language`: the one of ours that it ranks highest, the first named among
 * equals; English where it names neither.
 */
export function preferredLanguage(header: string | undefined): Language {
  const asked = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().toLowerCase().split(';');
      const quality = settings
        .map((setting) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(setting)?.[1])
        .find(Boolean);
      return {
        language: languages.find((one) => tag === one || tag.startsWith(`${one}-`)),
        q: Number(quality ?? 1),
      };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  return asked.find(({ language }) => language !== undefined)?.language ?? 'en';
}
