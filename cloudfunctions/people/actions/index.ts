import type { Action } from '../../runtime/define-action';
import { acceptInvitation } from './accept-invitation';
import { addTickets } from './add-tickets';
import { answerEntryRequest } from './answer-entry-request';
import { answerJoin } from './answer-join';
import { answerLifeEvent } from './answer-life-event';
import { answerOfficeAct } from './answer-office-act';
import { answerRoll } from './answer-roll';
import { appealEntryRefusal } from './appeal-entry-refusal';
import { askToBeEntered } from './ask-to-be-entered';
import { beginProxy } from './begin-proxy';
import { confirmEntries } from './confirm-entries';
import { confirmProxy } from './confirm-proxy';
import { endOffice } from './end-office';
import { endProxy } from './end-proxy';
import { enterRoll } from './enter-roll';
import { eraseMe } from './erase-me';
import { eraseMember } from './erase-member';
import { findHouseholds } from './find-households';
import { findMyLine } from './find-my-line';
import { freezeSpending } from './freeze-spending';
import { giveOffice } from './give-office';
import { invitePerson } from './invite-person';
import { join } from './join';
import { listEntries } from './list-entries';
import { listEntryRequests } from './list-entry-requests';
import { listFreezes } from './list-freezes';
import { listHouseholdNames } from './list-household-names';
import { listInvitations } from './list-invitations';
import { listJoinRequests } from './list-join-requests';
import { listLate } from './list-late';
import { listLifeEvents } from './list-life-events';
import { listLinkObjections } from './list-link-objections';
import { listLinks } from './list-links';
import { listNamedInRegister } from './list-named-in-register';
import { listOfficeActs } from './list-office-acts';
import { listOffices } from './list-offices';
import { listOpenRolls } from './list-open-rolls';
import { listProxies } from './list-proxies';
import { listRolls } from './list-rolls';
import { listVillages } from './list-villages';
import { objectToLink } from './object-to-link';
import { proposeLifeEvent } from './propose-life-event';
import { readHouseholdCard } from './read-household-card';
import { readProxy } from './read-proxy';
import { readRegisterLines } from './read-register-lines';
import { readRoll } from './read-roll';
import { readRollBase } from './read-roll-base';
import { readToday } from './read-today';
import { readVillage } from './read-village';
import { reissueCard } from './reissue-card';
import { renewInvitation } from './renew-invitation';
import { setNamesShown } from './set-names-shown';
import { setPin } from './set-pin';
import { settleFreeze } from './settle-freeze';
import { settleLink } from './settle-link';
import { signLifeEvent } from './sign-life-event';
import { unlinkMember } from './unlink-member';
import { whoAmI } from './who-am-i';
import { withdrawEntryRequest } from './withdraw-entry-request';
import { withdrawLifeEvent } from './withdraw-life-event';
import { withdrawOfficeAct } from './withdraw-office-act';
import { withdrawRoll } from './withdraw-roll';

/** The actions of people: who lives where, and what they may do. */
export const actions: readonly Action[] = [
  listVillages,
  readVillage,
  whoAmI,
  readToday,
  listLate,
  findMyLine,
  join,
  listJoinRequests,
  answerJoin,
  askToBeEntered,
  listEntryRequests,
  answerEntryRequest,
  appealEntryRefusal,
  withdrawEntryRequest,
  listLinks,
  objectToLink,
  listLinkObjections,
  settleLink,
  setNamesShown,
  freezeSpending,
  settleFreeze,
  listFreezes,
  giveOffice,
  endOffice,
  answerOfficeAct,
  withdrawOfficeAct,
  listOfficeActs,
  listOffices,
  listNamedInRegister,
  proposeLifeEvent,
  answerLifeEvent,
  signLifeEvent,
  withdrawLifeEvent,
  listLifeEvents,
  readRegisterLines,
  enterRoll,
  answerRoll,
  withdrawRoll,
  listRolls,
  listOpenRolls,
  readRoll,
  readRollBase,
  invitePerson,
  listInvitations,
  renewInvitation,
  acceptInvitation,
  listEntries,
  confirmEntries,
  readHouseholdCard,
  findHouseholds,
  listHouseholdNames,
  eraseMe,
  eraseMember,
  unlinkMember,
  beginProxy,
  confirmProxy,
  endProxy,
  readProxy,
  listProxies,
  setPin,
  reissueCard,
  addTickets,
];
