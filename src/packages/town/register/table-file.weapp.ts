import Taro from '@tarojs/taro';
import { problemOf } from '../../../client/device-problem';
import type { TableFile } from './table-file';

/** Those that cannot be read too: the cloud then says how to save them anew. */
const extension = ['xlsx', 'csv', 'txt', 'xls', 'xlsm', 'et', 'ods'];

/** WeChat gives files only out of a chat. */
export async function chooseTable() {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension });
    const [chosen] = tempFiles;
    const file: TableFile | null = chosen
      ? { path: chosen.path, name: chosen.name, bytes: chosen.size }
      : null;
    return { file, problem: null };
  } catch (error) {
    const problem = problemOf(error, '聊天里的文件', '没拿到文件。再点一次;还不行就更新微信。');
    return { file: null, problem };
  }
}
