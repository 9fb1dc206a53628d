type Photos = typeof import('../../../../src/client/photos');

/** The phone's camera and where it keeps photos. */
export const photos = {
  /** What a person takes whenever they may. */
  taken: ['one.jpg'],
  /** How many they might take, each time. */
  asked: [] as number[],
  kept: new Set<string>(),
  /** A full phone keeps no photo, and says so by throwing. */
  full: false,
  reset() {
    photos.taken = ['one.jpg'];
    photos.asked = [];
    photos.kept.clear();
    photos.full = false;
  },
};

export const keepPhoto: Photos['keepPhoto'] = async (path) => {
  if (photos.full) throw new Error('full');
  let name = `kept ${path}`;
  // Two copies of one photo are two files.
  while (photos.kept.has(name)) name += '+';
  photos.kept.add(name);
  return name;
};

export const openPhoto: Photos['openPhoto'] = async (kept) => (photos.kept.has(kept) ? kept : null);

export const dropPhoto: Photos['dropPhoto'] = async (kept) => {
  photos.kept.delete(kept);
};
