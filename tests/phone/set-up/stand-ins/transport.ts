import { FakeCloud } from '../fake-cloud';

type Transport = typeof import('../../../../src/client/transport');

export const cloud = new FakeCloud();

export const send: Transport['send'] = (functionName, event) => cloud.send(functionName, event);
export const upload: Transport['upload'] = (path) => cloud.upload(path);
