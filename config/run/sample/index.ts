export * from './cast';
export * from './columns';
export { buildRegisterRows, samplePhone } from './register';
export * from './shops';
export * from './spreadsheet';
export {
  buildSampleTown,
  type SampleVillage,
  sampleSeed,
  sampleTownName,
  sampleVillages,
} from './town';
