import { Anchor, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The colour of what can be pressed; shade 8 has 5.4 to 1 on white. */
const tessera: MantineColorsTuple = [
  '#eef6f8',
  '#dcebef',
  '#b5d6de',
  '#8bc0cc',
  '#68adbd',
  '#529fb2',
  '#3f8ea3',
  '#2f7f94',
  '#1f6b7e',
  '#15505f',
];

/** The design language in figures; web/README.md says it in words. */
export const theme = createTheme({
  primaryColor: 'tessera',
  primaryShade: { light: 8, dark: 7 },
  colors: { tessera },
  autoContrast: true,
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // a link in a text is known by its line, not by its colour alone
  components: { Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }) },
});

/** Colours that mean something, and greys that can be read (4.5 to 1) on both grounds. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#55606a',
    '--mantine-color-placeholder': '#66717b',
    '--tessera-ground': '#f6f8f9',
    '--tessera-call': '#8a4b08',
    '--tessera-record': colors['tessera']?.[8] ?? '#1f6b7e',
    '--tessera-good': '#1d6b39',
    '--tessera-warn': '#8a5300',
    '--tessera-bad': '#b3261e',
    '--tessera-track': '#e1e7ea',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b4bd',
    '--mantine-color-placeholder': '#98a3ac',
    '--tessera-ground': '#15191c',
    '--mantine-color-body': '#1c2226',
    '--tessera-call': '#f0b26b',
    '--tessera-record': '#8bc0cc',
    '--tessera-good': '#7fd49b',
    '--tessera-warn': '#f0b86b',
    '--tessera-bad': '#ffa39c',
    '--tessera-track': '#39424a',
  },
});
