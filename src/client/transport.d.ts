import type { ActionEvent } from '../contracts/contract';

export function send(functionName: string, event: ActionEvent): Promise<unknown>;
/** @param onShare is told how much of it has arrived, from 0 to 1, where the platform says so */
export function upload(
  path: string,
  filePath: string,
  onShare?: (share: number) => void,
): Promise<string>;
