/**
 * Codes every action may answer with, from the pipeline itself. A context's own codes stand on its
 * contracts; their sentences are made where the facts are, in `src/domain`.
 */
export const commonRefusals = {
  'event-malformed': '这次操作没有说清楚要做什么。请退出小程序再进一次。',
  'action-unknown': '这个版本还不会做这件事。请把小程序更新到最新再试。',
  'input-invalid': '有一处填得不对。请看一下标红的地方,改好再交。',
  'text-turned':
    '文字里混进了看不见的换向符号,别人看到的会和您写的不一样。请把这一处删掉,自己重新打一遍。',
  'input-too-large': '内容太长了。请写短一些再交。',
  'log-in-first': '请先在微信里打开小程序,再做这一步。',
  'join-first': '要先加入本村才能做这一步。扫一扫村口的码就可以加入。',
  'not-yours': '这不是您家或您村的,不能由您来做。',
  'not-your-job': '这一步要由负责的人来做。您可以请村里的人帮忙。',
  'proxy-over': '代办已经结束了,这一步没有办。要接着替这一户办,请再扫一次户码卡。',
  'command-id-missing': '这次操作少了编号。请退出小程序再进一次。',
  'command-reused': '这个编号已经用在另一件事上了。请重新做一次。',
  busy: '现在用的人多,没有办成,也没有重复记。请过一会儿再点一次。',
  unclear: '还不知道办成了没有:云端没有回话。请再点一次,办成了的不会再办一遍。',
  'data-version': '系统正在换版本,现在办不了,什么都没有改动。请过一会儿再试,还不行就告诉镇里。',
  'not-available': '这一步暂时办不了,什么都没有改动。请过一会儿再试,还不行就告诉村里。',
} as const;

export type CommonRefusal = keyof typeof commonRefusals;
