import { points } from '../../../src/contracts';
import { defineQuery } from '../../runtime/define-action';
import { judge, readBook } from '../books';
import { placeOfHousehold } from '../load';
import { isDay, loadNewestSeals, loadSealsUpTo, sealsPerPage } from '../load-seals';

export const verifyAccount = defineQuery({
  contract: points.verifyAccount,
  allow: [
    { who: 'resident', at: 'own-household' },
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: placeOfHousehold,
  async run(context) {
    const { input, read, secret, nowMs } = context;
    const { householdId, sealsUpTo } = input;
    const place = await placeOfHousehold(context);
    const { villageId } = place;
    // Seals first: one made while the entries are read may hold a head that is not among them.
    const village = { read, secret, villageId, nowMs };
    const known = sealsUpTo
      ? await loadSealsUpTo(village, sealsUpTo)
      : await loadNewestSeals(village, sealsPerPage);
    const book = await readBook(read, householdId);
    const verdict = judge(book, known, place);
    const sound = verdict.firstBadSequence === null && verdict.badSealDay === null;
    const [oldest, newest] = [known.seals.at(0), known.seals.at(-1)];
    return {
      sound,
      entries: book.entries.length,
      sealedDay: isDay(newest?.day) ? (newest?.day ?? null) : null,
      olderSeals: sound && !known.rules.fromFirst ? (oldest?.day ?? null) : null,
      ...verdict,
    };
  },
});
