import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './progress';
import { writeRegisterTemplate } from './sample';

/** `npm run register-template [-- FILE]`: an empty household register for a clerk to fill in. */
async function main(): Promise<void> {
  const file = path.resolve(process.argv[2] ?? '户册模板.xlsx');
  // A clerk may have filled in the one that is there.
  writeFileSync(file, await writeRegisterTemplate(), { flag: 'wx' });
  say(`写好了 ${file}。照“怎么填”那一页填好,传到云存储再导入。`);
}

main().catch((error: NodeJS.ErrnoException) => {
  say(error.code === 'EEXIST' ? '这个文件已经有了,没有动它。请换一个文件名。' : error.message);
  process.exitCode = 1;
});
