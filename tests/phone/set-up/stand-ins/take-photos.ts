type Module = typeof import('../../../../src/client/take-photos');

/** The phone's camera. */
export const camera = {
  /** What a person takes whenever they may. */
  taken: ['one.jpg'],
  /** How many they might take, each time. */
  asked: [] as number[],
  reset() {
    camera.taken = ['one.jpg'];
    camera.asked = [];
  },
};

export const takePhotos: Module['takePhotos'] = async (maximum) => {
  camera.asked.push(maximum);
  return { photos: camera.taken.slice(0, maximum), problem: null };
};
