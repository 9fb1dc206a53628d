import { photos } from './photos';

type Module = typeof import('../../../../src/client/take-photos');

export const takePhotos: Module['takePhotos'] = async (maximum) => {
  photos.asked.push(maximum);
  return { photos: photos.taken.slice(0, maximum), problem: null };
};
