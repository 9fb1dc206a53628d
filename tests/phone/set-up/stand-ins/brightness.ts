type Brightness = typeof import('../../../../src/packages/exchange/brightness');

export const brightness = {
  log: [] as ('bright' | 'as before')[],
  reset() {
    brightness.log = [];
  },
};

export const brighten: Brightness['brighten'] = () => {
  brightness.log.push('bright');
  return () => void brightness.log.push('as before');
};
