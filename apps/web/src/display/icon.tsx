const paths = {
  home: 'M3.5 10.5 12 3.5l8.5 7M6 9v10.5h12V9M10 19.5v-5h4v5',
  statement: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 15.5h6',
  queue: 'M3.5 6.5 5 8l3-3M3.5 12.5 5 14l3-3M3.5 18.5 5 20l3-3M11.5 6.5h9M11.5 12.5h9M11.5 18.5h9',
  glance: 'M2.5 12S6 5.5 12 5.500s9.500 6.500 9.500 6.500-3.500 6.500-9.500 6.500S2.500 12 2.500 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  rules: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5M9 19.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5',
  customers:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M16 5a3.3 3.3 0 0 1 0 6.2M18 14.8c2 .7 3.2 2.5 3.5 5.2',
  invoice: 'M5.5 3.500h13v17l-2.2-1.5-2.2 1.5-2.1-1.5-2.1 1.5-2.2-1.5-2.2 1.500zM9 8h6M9 12h6',
  agedBalance: 'M4 20.500h16M6 17v-4M10 17V9M14 17V6M18 17v-6',
  forecast: 'M3.5 18.5 9 12l4 3.5 7.5-9M16 6.500h4.500V11',
  check: 'M5 12.5 10 17.5 19.5 7',
  undo: 'M8 5 4 9l4 4M4 9h9.500a6 6 0 0 1 0 12H9',
  upload: 'M12 16V4.500M7.5 9 12 4.5 16.5 9M4 15.500v4h16v-4',
  warning: 'M12 4 2.8 20h18.400zM12 10v4.500M12 17.300v.2',
  question: 'M9 9a3 3 0 1 1 4.2 2.800c-.8.4-1.2 1-1.2 2.200M12 17.300v.2',
  minus: 'M6 12h12',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 20.500c.6-4 3.7-6 8-6s7.4 2 8 6',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M14.5 5 8 12l6.5 7',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside a word, never instead of one. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
