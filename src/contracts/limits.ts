/** A record waits for one decision or is one line: so many on a page. */
export const recordsPerPage = 20;

/** Of what waits, or is late, so many on a page. */
export const tasksPerPage = 50;

/** Each is compared with the register: so many at once of those who ask to be entered. */
export const entryRequestsPerPage = 10;

/** More people than live in any household. */
export const mostLinesOfAHousehold = 100;
/** Who had joined a household and is out, or asks to come: so many are shown. */
export const mostPastLinks = 20;

/** More kinds of things to do than there are. */
export const mostTaskKinds = 20;

/** So many households are recorded at once as one deed. */
export const mostHouseholdsOfAnActivity = 200;
/** So many may be named, to be told that they are too many. */
export const mostHouseholdsNamedAtOnce = 500;

/**
 * So many deeds of a household are counted in a year: far above what anybody does, it only keeps a
 * flood from who checks.
 */
export const mostDeedsOfAYear = 200;

/** Of a month's records the first so many can be drawn to be looked at again, one of twenty. */
export const mostPostedOfAMonth = 7_000;
export const mostRechecked = mostPostedOfAMonth / 20;

/** So many records are chosen at once for one public notice. */
export const mostOnANotice = 30;
/** So many lines a notice has at most: those of a whole activity. */
export const mostLinesOfANotice = mostHouseholdsOfAnActivity;

/** So many notices the board answers with at once, and so many lines in all of them. */
export const noticesPerPage = 20;
export const noticeLinesPerPage = 300;

/** Of the answers of the last days the board shows so many, the newest. */
export const answersOnBoard = 20;

/** Of an alarm so many households are named; more of them say no more. */
export const mostHouseholdsNamed = 50;

/** A month of a village's seals on one page. */
export const sealsShown = 31;

/** A history is shown with its beginning and its end; what is between them is counted. */
export const mostStepsShown = 60;
/** Draws of one record: each panel before the last let three working days pass. */
export const mostDrawsShown = 10;

/**
 * How many there may be of what a list shows whole. The command that adds one more refuses, so that
 * no list ever grows too long for a phone.
 */
export const mostVillages = 100;
export const mostShops = 100;
export const mostGoodsOnAShelf = 200;
export const mostMattersOfAVillage = 200;
export const mostRolesGranted = 20;

/** WeChat asks about three templates at once, no more. */
export const mostAskedAtOnce = 3;
/** So many messages of one template somebody may have let through. */
export const mostTickets = 20;

/** A number that stands with more people than this is nobody's own: it tells nobody anything. */
export const mostLinesOfAPhone = 20;

/** So many households or people on one page of what a phone keeps of a village. */
export const namesPerPage = 200;

/**
 * So many households on one page of what a village used of its caps, and so many uses in all of
 * them: each household has its most deeds of a year and the year before.
 */
export const usedHouseholdsPerPage = 50;
export const usesPerPage = 2000;

/** So many hold an office at one place; so many lines has the list of a village. */
export const mostOfficesAtAPlace = 60;
export const mostOfficesShown = 200;
/** So many acts somebody entered are shown as waiting for somebody else. */
export const mostOwnActs = 20;
/** So many invitations may wait to be taken up. */
export const mostInvitations = 30;
/** So many whom the register names as office holders are shown at once. */
export const mostNamedInRegister = 60;
/** Of what a register changes so much is shown, and can be answered, at once. */
export const mostChangesShown = 400;
/** Of what happened to a household so much is shown. */
export const mostEventsShown = 30;
/** More people than live in any household. */
export const mostMembersShown = 100;
/** Points have a last day each: so many lots has an account at most that is divided. */
export const mostLotsDivided = 12;
/** More people than any village has: so many lines a roll has at most. */
export const mostLinesOfARoll = 3000;
/** So many of a roll are crossed out, picked and typed at once. */
export const mostCrossedOut = 400;
export const mostPickedForARoll = 400;
export const mostTypedForARoll = 2000;
/** Of the rolls of a village so many on a page; so many that wait or were turned down. */
export const rollsPerPage = 20;
export const mostOpenRolls = 20;
/** So many columns fit beside the households on a sheet of A4. */
export const mostItemsOnASheet = 6;
/** And so many lines below the longest names of items, each high enough for a pen. */
export const mostHouseholdsOnAPage = 20;

/** A village adds words to so many entries of the word book, and so many to each. */
export const mostEntriesWithWords = 40;
export const mostWordsOfAnEntry = 50;
