import type { Action, Allow } from '../../../cloudfunctions/runtime/define-action';
import type { ActionKind, FunctionName } from '../../../src/contracts/contract';
import { commonRefusals } from '../../../src/contracts/refusals';
import { type JsonSchema, jsonSchemaOf, namedPatterns, schemaInWords } from './schema-in-words';

export type ActionDescription = {
  functionName: FunctionName;
  action: string;
  title: string;
  kind: ActionKind;
  allow: readonly Allow[];
  input: JsonSchema;
  /** Its own; the common ones stand once for all. */
  refusals: readonly string[];
};

const whoInWords: Record<Allow['who'], string> = {
  anyone: '任何人',
  'wechat-user': '微信里打开的人',
  timer: '定时器',
  resident: '居民',
  cadre: '嘎查村干部',
  panel: '评议小组成员',
  supervisor: '监委会成员',
  keeper: '超市负责人',
  'town-admin': '镇管理员',
  guide: '指导单位',
  observer: '旗里观察员',
  merchant: '合作商户',
  accountant: '会计',
  carrier: '配送员',
  'town-staff': '镇工作人员',
  discipline: '镇党委、纪委',
};

const placeInWords = {
  'own-household': '本户',
  'own-village': '本村',
  'own-shop': '本店',
} as const;

/** `居民(本户)`. */
export function allowInWords(allow: Allow): string {
  const at = 'at' in allow ? allow.at : undefined;
  return whoInWords[allow.who] + (at ? `(${placeInWords[at]})` : '');
}

const kindInWords: Record<ActionKind, string> = {
  query: '只看',
  command: '一次办完',
  run: '分段办,可续',
  job: '定时',
};

export function describeActions(
  registry: Readonly<Record<string, readonly Action[]>>,
): ActionDescription[] {
  return Object.values(registry).flatMap((actions) =>
    actions.map(({ contract, allow }) => {
      const { functionName, action, title, kind, input, refusals } = contract;
      return { functionName, action, title, kind, allow, input: jsonSchemaOf(input), refusals };
    }),
  );
}

function actionInWords(each: ActionDescription): string[] {
  return [
    `${each.functionName}.${each.action}  ${each.title}  [${kindInWords[each.kind]}]`,
    `  谁能用  ${each.allow.map(allowInWords).join('、')}`,
    `  要填的  ${schemaInWords(each.input)}`,
    `  会拒绝  ${each.refusals.join(' ') || '只有通用的'}`,
    '',
  ];
}

/** The whole list for reading. */
export function actionsInWords(descriptions: readonly ActionDescription[]): string {
  const common = Object.entries(commonRefusals).map(([code, message]) => `  ${code}  ${message}`);
  const patterns = [...namedPatterns].map(([pattern, name]) => `  ${name}  ${pattern}`);
  return [
    `共 ${descriptions.length} 个操作`,
    '',
    ...descriptions.flatMap(actionInWords),
    '每个操作都可能的拒绝',
    ...common,
    '',
    '填法的名字',
    ...patterns,
  ].join('\n');
}
