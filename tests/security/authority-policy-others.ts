import { everybody, here, type Policies, town, wechatUsers } from './authority-policy-words';

export const listsPolicy: Policies = {
  'lists.list-matters': { who: 'everybody', may: everybody },
  'lists.read-matter': { who: 'everybody', may: everybody },
  'lists.publish-matter': {
    who: 'the committee of the village, and the town',
    may: { cadre: here, ...town },
  },
  'lists.list-certificates-not-issued': { who: 'everybody', may: everybody },
};

export const townPolicy: Policies = {
  'town.found-town': { who: 'WeChat users who know the founding secret', may: wechatUsers },
  'town.open-village': { who: 'the town', may: town },
  'town.open-shop': { who: 'the town', may: town },
  'town.grant-role': { who: 'the town', may: town },
  'town.preview-register': { who: 'the town', may: town },
  'town.import-register': { who: 'the town', may: town },
  'town.add-funds': { who: 'the town', may: town },
  'town.read-overview': { who: 'the town', may: town },
};

export const wechatPolicy: Policies = {
  'wechat.read-phone-number': { who: 'WeChat users, their own', may: wechatUsers },
  'wechat.check-text': { who: 'WeChat users', may: wechatUsers },
  'wechat.make-code': {
    who: 'the committee of the village, keepers for their shop, and the town',
    may: { cadre: here, ...town },
  },
};

const timer = { who: 'the timer', may: { timer: 'ok' } };

export const jobsPolicy: Policies = {
  'jobs.close-notices': timer,
  'jobs.expire-orders': timer,
  'jobs.lapse-points': timer,
  'jobs.seal-day': timer,
  'jobs.erase-expired': timer,
  'jobs.tick': timer,
};
