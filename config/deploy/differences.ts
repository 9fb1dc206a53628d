import { isDeepStrictEqual } from 'node:util';
import type { Difference } from './difference';
import type { Found } from './found';
import { functionDifferences } from './function-differences';
import { isClosed, ruleInWords, saysTheSame } from './rules';
import type { Secrets } from './secrets';
import type { Index, Wanted } from './wanted';
import type { PlatformWriter } from './write-platform';

/** The platform makes these itself. */
const indexesOfThePlatform = ['_id_', '_openid_1'];

const fieldsInWords = ({ fields, unique }: Index) =>
  fields.map(({ name, direction }) => (direction === '-1' ? `${name} 降序` : name)).join('、') +
  (unique ? ',唯一' : '');

function indexDifferences(collection: string, wanted: readonly Index[], found: readonly Index[]) {
  const differences: Difference[] = [];
  for (const index of wanted) {
    const there = found.find(({ name }) => name === index.name);
    const words = `${collection} 的索引 ${index.name}(${fieldsInWords(index)})`;
    if (there === undefined) {
      const step = {
        plan: `建 ${words}`,
        carryOut: (writer: PlatformWriter) => writer.createIndex(collection, index),
      };
      differences.push({ sentence: `没有 ${words}。`, step });
    } else if (!isDeepStrictEqual(there, index)) {
      const step = {
        plan: `重建 ${words}`,
        async carryOut(writer: PlatformWriter) {
          await writer.dropIndex(collection, index.name);
          await writer.createIndex(collection, index);
        },
      };
      differences.push({ sentence: `${words} 建成了 ${fieldsInWords(there)}。`, step });
    }
  }
  const known = [...indexesOfThePlatform, ...wanted.map(({ name }) => name)];
  for (const { name } of found.filter((each) => !known.includes(each.name))) {
    const step = {
      plan: `删 ${collection} 多出来的索引 ${name}`,
      carryOut: (writer: PlatformWriter) => writer.dropIndex(collection, name),
    };
    differences.push({ sentence: `${collection} 多出一个索引 ${name}。`, step });
  }
  return differences;
}

function collectionDifferences(wanted: Wanted, found: Found): Difference[] {
  return Object.entries(wanted.collections).flatMap(([name, indexes]) => {
    const there = found.collections.get(name);
    if (there === undefined) {
      const step = {
        plan: `建集合 ${name},手机不能直接读写`,
        carryOut: (writer: PlatformWriter) => writer.createCollection(name, wanted.databaseRule),
      };
      return [{ sentence: `没有集合 ${name}。`, step }, ...indexDifferences(name, indexes, [])];
    }
    const differences = indexDifferences(name, indexes, there.indexes);
    if (!isClosed(there.rule, wanted.databaseRule)) {
      const step = {
        plan: `把集合 ${name} 关给手机`,
        carryOut: (writer: PlatformWriter) => writer.setCollectionRule(name, wanted.databaseRule),
      };
      const sentence = `集合 ${name} 没有关给手机:现在是 ${ruleInWords(there.rule)}。`;
      differences.unshift({ sentence, step });
    }
    return differences;
  });
}

function ruleDifferences(wanted: Wanted, found: Found): Difference[] {
  const differences: Difference[] = [];
  if (!saysTheSame(found.storageRule, wanted.storageRule)) {
    const step = {
      plan: `存储规则设成 ${JSON.stringify(wanted.storageRule)}`,
      carryOut: (writer: PlatformWriter) => writer.setStorageRule(wanted.storageRule),
    };
    const sentence = `存储规则不对:现在是 ${ruleInWords(found.storageRule)}。`;
    differences.push({ sentence, step });
  }
  if (!saysTheSame(found.functionRule, wanted.functionRule)) {
    const step = {
      plan: `云函数规则设成 ${JSON.stringify(wanted.functionRule)}`,
      carryOut: (writer: PlatformWriter) => writer.setFunctionRule(wanted.functionRule),
    };
    const sentence = `云函数规则不对:现在是 ${ruleInWords(found.functionRule)}。`;
    differences.push({ sentence, step });
  }
  return differences;
}

function environmentDifferences({ environment }: Found): Difference[] {
  const sentences = [];
  if (environment.status !== 'NORMAL') {
    sentences.push(
      `环境现在的状态是 ${environment.status},请先在控制台弄清楚(欠费、停用、还没开通完)。`,
    );
  }
  if (environment.isOfOtherKind) {
    sentences.push('这个环境用 PostgreSQL 或新的授权方式,本项目只认文档型数据库。请另开一个环境。');
  }
  return sentences.map((sentence) => ({ sentence, step: null }));
}

/** Everything in which the environment is not what this project wants, in the order to mend it. */
export function compare(wanted: Wanted, found: Found, secrets: Secrets): Difference[] {
  return [
    ...environmentDifferences(found),
    ...secrets.problems.map((sentence) => ({ sentence, step: null })),
    ...collectionDifferences(wanted, found),
    ...ruleDifferences(wanted, found),
    ...wanted.functions.flatMap((each) =>
      functionDifferences(each, found.functions.get(each.name), secrets),
    ),
  ];
}
