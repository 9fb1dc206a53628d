import type { EnvelopeError, ValueOf } from '../../contracts/contract';
import { type printMine, readPrintPiece } from '../../contracts/documents';
import { call } from '../call';
import { isUndecided } from '../trouble';

/** A file that has been printed and waits in the cloud, for a day. */
export type Rendering = ValueOf<typeof printMine>;

const triesOfAPiece = 3;
const pauseMs = 1_500;

const rest = () => new Promise<void>((resolve) => setTimeout(resolve, pauseMs));

/** One piece; what the network lost is asked for again, as it is after coming from background. */
async function fetchPiece(renderingId: string, piece: number) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await call(readPrintPiece, { renderingId, piece });
    if (answer.ok || attempt === triesOfAPiece || !isUndecided(answer.error)) return answer;
    await rest();
  }
}

/**
 * Fetches what is not here yet of a printed file, one piece after the other.
 * @param pieces what is here; each that arrives is added, and stays where a later one fails
 * @param arrived told of each; false ends it: nobody waits for the file any more
 * @returns why not all are here; null when they are, or nobody waits
 */
export async function fetchPieces(
  { renderingId, pieces: all }: Rendering,
  pieces: string[],
  arrived: (pieces: number) => boolean,
): Promise<EnvelopeError | null> {
  while (pieces.length < all) {
    const answer = await fetchPiece(renderingId, pieces.length);
    if (!answer.ok) return answer.error;
    pieces.push(answer.value.base64);
    if (!arrived(pieces.length)) return null;
  }
  return null;
}
