import { eventFrom, eventText } from '../../simulation/histories/model/state-of-people';
import type { Kind } from '../kind';
import { here, ownHousehold, town } from '../may';

const whyNot = { stays: 'why a change of the register came to nothing must be found again' };

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: {
    may: { resident: ownHousehold, cadre: here, supervisor: here, ...town },
    ...{ insiders: [], outsiders: [] },
  },
  freeText: {
    reason: { kept: whyNot, goesWithWhomItNames: true },
  },
  compared: {
    stored: (document) => eventText(eventFrom(document as never)),
    model(model, id) {
      const event = model.events.get(id);
      return event && eventText(event);
    },
    all: (model) => model.events.keys(),
  },
};
