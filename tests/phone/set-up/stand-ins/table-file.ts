type Module = typeof import('../../../../src/packages/town/register/table-file');
type Chosen = Awaited<ReturnType<Module['chooseTable']>>;

const usual: Chosen = {
  file: { path: 'tmp/户册.xlsx', name: '户册.xlsx', bytes: 20_000 },
  problem: null,
};

/** The chooser of files: what somebody chooses whenever they may. */
export const tableFile = {
  chosen: usual,
  choose(name: string, bytes = 20_000) {
    tableFile.chosen = { file: { path: `tmp/${name}`, name, bytes }, problem: null };
  },
  reset() {
    tableFile.chosen = usual;
  },
};

export const chooseTable: Module['chooseTable'] = async () => tableFile.chosen;
