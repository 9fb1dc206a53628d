import path from 'node:path';

export const projectDirectory = path.resolve(__dirname, '..', '..');

/** Where a bug would cost points, goods or trust: every file of these is mutated. */
export const directories = [
  'src/domain/kernel',
  'src/domain/exchange',
  'src/domain/scheme',
  'src/domain/records',
  'src/domain/ledger',
  'src/domain/seals',
];

export const strykerConfigFile = path.join(__dirname, 'stryker.config.json');
export const jestConfigFile = path.join(__dirname, 'jest.config.cjs');
export const survivorsFile = path.join(__dirname, 'survivors.md');
