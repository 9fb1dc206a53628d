type Beacon = typeof import('../../../../src/client/beacon');

export const beacon = {
  /** What was told of the code on the screen, the latest last: `[null]` once it is gone. */
  told: [] as Parameters<Beacon['showsCode']>[],
  reset() {
    beacon.told = [];
  },
};

export const showsCode: Beacon['showsCode'] = (...code) => void beacon.told.push(code);
