type Network = typeof import('../../../../src/client/network');

let listener: (() => void) | null = null;

/** Nobody stops listening for as long as the app lives: nothing is forgotten between tests. */
export const network = {
  comesBack: () => listener?.(),
};

export const whenOnline: Network['whenOnline'] = (tell) => {
  listener = tell;
};
