import { Alert, Button, createTheme, Paper, SegmentedControl, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The green of an old ledger's cloth. */
const ledger: MantineColorsTuple = ['#e8f6f3', '#d2ebe6', '#a6d7cd', '#75c2b3', '#4fb09f', '#349f8d', '#1f8f7d', '#0f7f6e', '#0a6c5e', '#07544a'];

export const theme = createTheme({
  colors: { ledger },
  primaryColor: 'ledger',
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  components: {
    Alert: Alert.extend({ styles: { title: { color: 'var(--mantine-color-text)' } } }),
    Button: Button.extend({ styles: { root: { fontWeight: 600 } } }),
    SegmentedControl: SegmentedControl.extend({ styles: { root: { background: 'var(--switch-ground)' } } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'md' } }),
  },
});

/** Mantine's own grey for small print stands too pale on our grounds (4.5 to 1 is the least, WCAG 1.4.3). */
export const colours: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#59616b', '--mantine-color-placeholder': '#6b737d', '--mantine-color-error': '#b3261e' },
  dark: { '--mantine-color-dimmed': '#a9b0b9', '--mantine-color-placeholder': '#949ba4', '--mantine-color-error': '#ff9d9d' },
});
