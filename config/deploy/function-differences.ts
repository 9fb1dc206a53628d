import type { Difference, Step } from './difference';
import type { Found } from './found';
import { type Secrets, variablesFor } from './secrets';
import type { TriggerSettings, WantedFunction } from './wanted';
import type { PlatformWriter } from './write-platform';

type FoundOne = NonNullable<ReturnType<Found['functions']['get']>>;

function makeStep(wanted: WantedFunction, found: FoundOne | undefined, secrets: Secrets): Step {
  const { name, memorySize, timeout, runtime, variables, triggers } = wanted;
  const size = `${memorySize} MB、${timeout} 秒、${runtime}`;
  const more = [
    variables.length > 0 ? `变量 ${variables.join('、')}` : '',
    triggers.length > 0 ? `定时器 ${triggers.map((each) => each.name).join('、')}` : '',
  ];
  const words = [size, ...more].filter(Boolean).join(',');
  const plan = found === undefined ? `建云函数 ${name}(${words})` : `删掉重建 ${name}(${words})`;
  const values = variablesFor(variables, found?.variables ?? {}, secrets);
  return {
    plan,
    async carryOut(writer: PlatformWriter) {
      if (found !== undefined) await writer.deleteFunction(name);
      await writer.createFunction(wanted, values);
    },
  };
}

/** What cannot be changed in place; null where nothing of it differs. */
function whyMadeAnew(wanted: WantedFunction, found: FoundOne): string | null {
  const { name } = wanted;
  if (found.status === 'CreateFailed') {
    return `云函数 ${name} 上次没有建成。`;
  }
  if (found.runtime !== wanted.runtime) {
    const price = '运行环境不能改,只能删掉重建,约一分钟叫不通';
    return `云函数 ${name} 跑在 ${found.runtime} 上,应是 ${wanted.runtime}(${price})。`;
  }
  return null;
}

function settingsInWords(wanted: WantedFunction, found: FoundOne, secrets: Secrets): string[] {
  const { name } = wanted;
  const sentences: string[] = [];
  if (found.timeout !== wanted.timeout) {
    sentences.push(`云函数 ${name} 的超时是 ${found.timeout} 秒,应是 ${wanted.timeout} 秒。`);
  }
  if (found.memorySize !== wanted.memorySize) {
    sentences.push(`云函数 ${name} 的内存是 ${found.memorySize} MB,应是 ${wanted.memorySize} MB。`);
  }
  for (const key of wanted.variables) {
    const held = found.variables[key] ?? '';
    const value = secrets.values[key];
    if (value === undefined || held === value) continue;
    const what = held === '' ? '是空的' : '和别的云函数不一样,或和给出的不一样';
    sentences.push(`云函数 ${name} 的 ${key} ${what}。`);
  }
  return sentences;
}

function settingsDifferences(wanted: WantedFunction, found: FoundOne, secrets: Secrets) {
  const { name, memorySize, timeout, variables } = wanted;
  const values = variablesFor(variables, found.variables, secrets);
  const step = {
    plan: `设 ${name}:${memorySize} MB、${timeout} 秒,变量 ${Object.keys(values).join('、')}`,
    carryOut: (writer: PlatformWriter) => writer.updateSettings(wanted, values),
  };
  return settingsInWords(wanted, found, secrets).map((sentence) => ({ sentence, step }));
}

function codeDifferences(wanted: WantedFunction, found: FoundOne): Difference[] {
  const { name } = wanted;
  const isRight = found.runsOurCode && found.handler === wanted.handler;
  if (isRight && !/Fail/.test(found.status)) {
    return [];
  }
  const step = {
    plan: `更新 ${name} 的代码`,
    carryOut: (writer: PlatformWriter) => writer.updateCode(wanted),
  };
  return [{ sentence: `云函数 ${name} 的代码和这里的不一样。`, step }];
}

function triggerDifferences(wanted: WantedFunction, found: FoundOne): Difference[] {
  const { name } = wanted;
  const differences: Difference[] = [];
  const isRight = (trigger: TriggerSettings) =>
    found.triggers.some(
      (each) => each.name === trigger.name && each.config === trigger.config && each.enabled,
    );
  const spare = found.triggers.filter(
    (each) => !wanted.triggers.some((one) => one.name === each.name),
  );
  for (const trigger of spare) {
    const step = {
      plan: `删 ${name} 多出来的定时器 ${trigger.name}`,
      carryOut: (writer: PlatformWriter) => writer.removeTrigger(name, trigger.name),
    };
    differences.push({ sentence: `云函数 ${name} 多出一个定时器 ${trigger.name}。`, step });
  }
  for (const trigger of wanted.triggers.filter((each) => !isRight(each))) {
    const there = found.triggers.find((each) => each.name === trigger.name);
    const words = `${name} 的定时器 ${trigger.name}(${trigger.config})`;
    const step = {
      plan: `${there === undefined ? '建' : '重建'} ${words}`,
      async carryOut(writer: PlatformWriter) {
        if (there !== undefined) await writer.removeTrigger(name, trigger.name);
        await writer.createTrigger(name, trigger);
      },
    };
    const now = there?.enabled === false ? '关着' : `是 ${there?.config}`;
    const sentence = there === undefined ? `没有 ${words}。` : `${words} 现在${now}。`;
    differences.push({ sentence, step });
  }
  return differences;
}

/** In what one function is not as it should be. */
export function functionDifferences(
  wanted: WantedFunction,
  found: FoundOne | undefined,
  secrets: Secrets,
): Difference[] {
  if (found === undefined) {
    const step = makeStep(wanted, found, secrets);
    return [{ sentence: `没有云函数 ${wanted.name}。`, step }];
  }
  const why = whyMadeAnew(wanted, found);
  if (why !== null) {
    const step = makeStep(wanted, found, secrets);
    const settings = settingsInWords(wanted, found, secrets);
    return [why, ...settings].map((sentence) => ({ sentence, step }));
  }
  return [
    ...codeDifferences(wanted, found),
    ...settingsDifferences(wanted, found, secrets),
    ...triggerDifferences(wanted, found),
  ];
}
