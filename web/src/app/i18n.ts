import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** web/locales/<language>/<place>.json: a third language is a third folder. */
const files = import.meta.glob<{ default: Record<string, unknown> }>('../../locales/*/*.json');

const nameOf = (path: string): { language: string; namespace: string } => {
  const [language = '', file = ''] = path.split('/').slice(-2);
  return { language, namespace: file.replace(/\.json$/, '') };
};

/** The languages there are, by their two-letter codes, in order. */
export const languages: readonly string[] = [
  ...new Set(Object.keys(files).map((path) => nameOf(path).language)),
].sort();

/** Reads a place's words when a page of it is first shown. */
const fromFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    const load = files[`../../locales/${language}/${namespace}.json`];
    if (!load) return done(new Error(`no words for ${language}/${namespace}`), false);
    load().then(
      (module) => done(null, module.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), false),
    );
  },
};

const remembered = 'tessera.language';

function preferred(): string {
  const stored = localStorage.getItem(remembered);
  const asked = [
    new URLSearchParams(location.search).get('lang'),
    stored,
    ...navigator.languages.map((tag) => tag.slice(0, 2)),
  ];
  return asked.find((one) => one !== null && languages.includes(one)) ?? 'en';
}

/** Starts with the language that the address, the last visit or the browser asks for. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(fromFiles)
    .use(initReactI18next)
    .init({
      lng: preferred(),
      fallbackLng: false, // each language has every word (locales.spec): no second one is loaded beside it
      supportedLngs: [...languages],
      ns: ['common', 'shell'],
      defaultNS: 'common',
      interpolation: { escapeValue: false }, // React escapes
      returnNull: false,
    });
}

/** Whether somebody has said in this browser, or in the address, which language they want. */
export const hasChosenLanguage = (): boolean =>
  localStorage.getItem(remembered) !== null || new URLSearchParams(location.search).has('lang');

/** Changes the language of everything and remembers it in this browser. */
export async function speak(language: string): Promise<void> {
  localStorage.setItem(remembered, language);
  await i18next.changeLanguage(language);
}
