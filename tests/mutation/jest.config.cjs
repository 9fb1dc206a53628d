const path = require('node:path');
const { jest: settings } = require('../../package.json');

/** The project's own settings, for the pure rules alone and with a fixed seed. */
module.exports = {
  ...settings,
  // What stands in for a phone's parts is not among what is mutated.
  resolver: undefined,
  testEnvironment: 'node',
  rootDir: path.resolve(__dirname, '..', '..'),
  testMatch: ['<rootDir>/tests/domain/{kernel,exchange,scheme,records,ledger,seals}/**/*.test.ts'],
  testSequencer: '<rootDir>/tests/mutation/cases-first.cjs',
  setupFilesAfterEnv: ['<rootDir>/tests/mutation/fixed-seed.ts'],
};
