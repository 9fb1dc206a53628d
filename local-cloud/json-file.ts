import { readFileSync } from 'node:fs';

/** Reads a JSON file of the project; throws an Error with a sentence that names the file. */
export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`文件 ${path} 读不出来,请检查它的内容:${(error as Error).message}`);
  }
}
