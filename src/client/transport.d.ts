import type { ActionEvent } from '../contracts/contract';

export function send(functionName: string, event: ActionEvent): Promise<unknown>;
export function upload(path: string, filePath: string): Promise<string>;
