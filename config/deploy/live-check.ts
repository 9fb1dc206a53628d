import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { projectDirectory } from '../run/project-directory';
import { connect } from './cloud-api';
import { CannotGoOn, readDeployOptions } from './command-line';
import { findCredentials } from './credentials';
import { exitWith } from './exit';
import { type Answers, askAll, type Place } from './live/ask';
import { openLivePlace } from './live/live-place';
import { openLocalPlace } from './live/local-place';
import { report } from './live/report';
import { readAppId } from './prepare';

const baselineFile = path.join(projectDirectory, 'config/deploy/live/baseline.json');
const say = (line: string) => void process.stderr.write(`${line}\n`);
const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

/** `--local [--write]`: the stand-in's own answers, which a real environment is held to. */
async function askTheStandIn(write: boolean): Promise<number> {
  const { place, close } = await openLocalPlace(say);
  const answers = await askAll(place).finally(close);
  if (write) writeFileSync(baselineFile, `${JSON.stringify(answers, null, 2)}\n`);
  print(answers);
  return 0;
}

/** Nobody but a phone has an openid: whoever sits there makes the call in DevTools. */
const callInDevTools = (name: string): Place['callAsUser'] => {
  return async (asked) => {
    const call = JSON.stringify({ name, data: asked });
    say('请在微信开发者工具的控制台里执行下面这一行,做完按回车:');
    say(`wx.cloud.callFunction(${call}).then(console.log)`);
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    await terminal.question('');
    terminal.close();
    return null;
  };
};

async function askTheLivePlatform(words: string[], withPhone: boolean): Promise<number> {
  const options = readDeployOptions(words);
  if (withPhone && !process.stdin.isTTY) throw new CannotGoOn('--phone 要有人在旁边按回车。');
  const api = connect({ ...options, credentials: findCredentials(process.env) });
  const callAsUser = withPhone ? callInDevTools : null;
  const { place, name, close } = await openLivePlace(api, readAppId(), { say, callAsUser });
  say(`临时的云函数和集合都叫 ${name},问完就删。`);
  const answers: Answers = await askAll(place).finally(async () => {
    for (const left of await close()) say(`没有删掉 ${left},请到控制台删。`);
  });
  const standIn = JSON.parse(readFileSync(baselineFile, 'utf8')) as Answers;
  const result = report(options.environmentId, answers, standIn);
  print(result);
  say(`问了 ${Object.keys(result.answers).length} 样,和替身不同的 ${result.differs.length} 样。`);
  for (const probe of result.differs) say(`  ${result.answers[probe]?.question}`);
  return 0;
}

/**
 * `npm run live-check -- --env ID [--phone]`: what only a real environment can answer, beside the
 * answers of the stand-in; JSON on the output. `-- --local [--write]` asks the stand-in.
 */
void exitWith(() => {
  const words = process.argv.slice(2);
  const own = ['--local', '--write', '--phone'];
  const rest = words.filter((word) => !own.includes(word));
  return words.includes('--local')
    ? askTheStandIn(words.includes('--write'))
    : askTheLivePlatform(rest, words.includes('--phone'));
});
