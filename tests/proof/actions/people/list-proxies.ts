import { resident } from '../../call';
import type { Card } from '../../card';
import { oneself } from '../../may';
import { running } from '../../ready/proxies';

export const card: Card = {
  async call(town) {
    await running(town, 2, 8);
    return { as: resident, input: {} };
  },
  who: 'residents, of their own household',
  may: { resident: oneself },
  publishes: {
    apart: 'about-the-caller',
    caller: [
      'proxies[]: proxyId as helperNumber secondNumber beganAtMs',
      'proxies[].done: declared objected ordered collected',
      'more cardSince pinSince',
    ],
  },
  costs: { requests: 5, documents: 4 },
};
