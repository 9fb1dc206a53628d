type Module = typeof import('../../../../src/client/kept-text');

/** The files of texts on the phone. */
export const texts = {
  kept: new Map<string, string>(),
  /** A full phone keeps none, and says so. */
  full: false,
  reset() {
    texts.kept.clear();
    texts.full = false;
  },
};

export const keepText: Module['keepText'] = async (name, text) => {
  if (!texts.full) texts.kept.set(name, text);
  return !texts.full;
};

export const readText: Module['readText'] = async (name) => texts.kept.get(name) ?? null;

export const dropText: Module['dropText'] = async (name) => {
  texts.kept.delete(name);
};
