import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // The source of the libraries is read directly, so that a build of the page does not wait for theirs.
  resolve: { conditions: ['@lettrage/source', 'browser', 'module', 'import', 'default'] },
  oxc: { jsx: { runtime: 'automatic' } },
  build: { target: 'es2023' },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
