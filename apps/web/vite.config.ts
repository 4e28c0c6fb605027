import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // The source of the libraries is read directly, so that a build of the page does not wait for theirs.
  resolve: { conditions: ['@lettrage/source', 'browser', 'module', 'import', 'default'] },
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    target: 'es2023',
    rolldownOptions: {
      output: {
        // What every page needs comes in two files, not in fifty; what a few need comes with them.
        codeSplitting: {
          groups: [
            { name: 'base', test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|use-sync-external-store|@tanstack\/(?!react-table|table-core)[^/]+)\//, priority: 2 },
            { name: 'kit', test: /node_modules\/@mantine\/(core|hooks)\/|apps\/web\/src\/(api|display|i18n\/use-formats|money)/, minShareCount: 16, priority: 1 },
          ],
        },
      },
      // "use client" in the component libraries speaks to frameworks that render on a server; here it says nothing.
      onLog: (level, log, handler) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handler(level, log)),
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
