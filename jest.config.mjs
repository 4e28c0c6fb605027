/** @type {import('jest').Config} */
const swc = {
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true, tsx: false }, transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true }, keepClassNames: true },
};
const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@lettrage/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/'],
  ...extra,
});
const nest = {
  setupFiles: ['<rootDir>/jest.preload.mjs'],
  globalSetup: '<rootDir>/libs/testing/src/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/src/jest/global-teardown.mjs',
};
export default {
  projects: [
    project('unit', ['<rootDir>/{apps,libs}/*/src/**/*.spec.ts', '<rootDir>/test/bench/**/*.spec.ts'], { testPathIgnorePatterns: ['\\.int\\.spec\\.ts$', '/node_modules/'] }),
    project('integration', ['<rootDir>/{apps,libs}/*/src/**/*.int.spec.ts'], nest),
    project('system', ['<rootDir>/test/{e2e,contracts,resilience}/**/*.spec.ts'], nest),
  ],
  // No promise of the product, only the end of what hangs: a machine with other things to do may be three times slower, and a file's first test waits for PostgreSQL, Kafka or Chromium.
  testTimeout: 180_000,
};
