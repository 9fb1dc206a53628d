type Photos = typeof import('../../../../src/client/photos');

/** Where the phone keeps photos. */
export const photos = {
  kept: new Set<string>(),
  /** A full phone keeps no photo, and says so by throwing. */
  full: false,
  reset() {
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
