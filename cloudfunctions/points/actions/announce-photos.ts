import { points } from '../../../src/contracts';
import type { Attempts } from '../../../src/domain/people/types';
import {
  announced,
  countPhotos,
  photosPerDay,
  photoUploadId,
} from '../../../src/domain/people/uploads';
import { defineCommand } from '../../runtime/define-action';

export const announcePhotos = defineCommand({
  contract: points.announcePhotos,
  allow: [{ who: 'resident' }, { who: 'cadre' }],
  async run({ input, tx, personId, lookUp, nowMs }) {
    // By the look-up: who leaves and comes back is another person, and counts on.
    const countId = `photos.${lookUp}`;
    const paths = [...new Set(input.paths)];
    const before = await tx.get<Attempts>('attempts', countId);
    const counted = countPhotos(before, paths.length, nowMs);
    tx.set('attempts', countId, counted);
    for (const path of paths) {
      tx.set('uploads', photoUploadId(personId, path), announced('photo', path, personId, nowMs));
    }
    return { photosLeft: photosPerDay - counted.tries };
  },
});
