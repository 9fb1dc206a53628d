import { rmSync } from 'node:fs';
import { openWeapp, type Weapp } from './harness';
import { writeFixture } from './harness/fixture';

/** What the host's phone does with files and documents, and how it refuses, as WeChat does. */

const steps = {
  'no folder': `files.writeFile({ filePath, data: '', ...told })`,
  'make folder': 'files.mkdir({ dirPath, ...told })',
  'deep folder': `files.mkdir({ dirPath: usr + '/x/y', ...told })`,
  'write file': `files.writeFile({ filePath, data: 'JVBE', encoding, ...told })`,
  'append file': `files.appendFile({ filePath, data: 'Rg==', encoding, ...told })`,
  'append nothing': `files.appendFile({ filePath: other, data: 'Rg==', encoding, ...told })`,
  'write elsewhere': `files.writeFile({ filePath: 'wxfile://tmp/b.pdf', data: '', ...told })`,
  'write too much': 'files.writeFile({ filePath, data: new ArrayBuffer(2.1e8), ...told })',
  'how long': 'files.getFileInfo({ filePath, ...told })',
  'remove full folder': 'files.rmdir({ dirPath, ...told })',
  'remove all': 'files.rmdir({ dirPath, recursive: true, ...told })',
  'open it': 'wx.openDocument({ filePath, showMenu: true, ...told })',
  'open nothing': 'wx.openDocument({ filePath: other, ...told })',
  'open another kind': `wx.openDocument({ filePath: usr + '/a/b.zip', ...told })`,
  'hand it on': 'wx.shareFileMessage({ filePath, ...told })',
  'hand it on late': 'setTimeout(() => wx.shareFileMessage({ filePath, ...told }), 1100)',
};

const names = Object.keys(steps) as (keyof typeof steps)[];

const page = {
  'pages/first/index.wxml': `
    ${names.map((name) => `<button bindtap="run" data-name="${name}">${name}</button>`).join('')}
    <text>{{answer}}</text>
  `,
  'pages/first/index.js': `
    const files = wx.getFileSystemManager();
    const usr = wx.env.USER_DATA_PATH;
    const dirPath = usr + '/a';
    const [filePath, other] = [dirPath + '/b.pdf', dirPath + '/c.pdf'];
    const encoding = 'base64';
    const steps = {
      ${Object.entries(steps)
        .map(([name, code]) => `'${name}': (told) => ${code}`)
        .join(',\n')}
    };
    Page({
      data: { answer: '' },
      run(event) {
        const show = (answer) => this.setData({ answer: JSON.stringify(answer) });
        steps[event.currentTarget.dataset.name]({ success: show, fail: show });
      },
    });
  `,
};

let dist: string;
let phone: Weapp;

beforeAll(async () => {
  dist = writeFixture(page);
  phone = await openWeapp({ dist, openid: 'someone' });
});

afterAll(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
  rmSync(dist, { recursive: true });
});

async function answers(step: keyof typeof steps, answer: string): Promise<void> {
  await phone.tap(phone.byRole('button', { name: step, exact: true }));
  await phone.waitFor(answer);
}

test('a file lies in a folder that is there, and has room', async () => {
  await answers('no folder', 'writeFile:fail no such file or directory');
  await answers('deep folder', 'mkdir:fail no such file or directory');
  await answers('make folder', 'mkdir:ok');
  await answers('make folder', 'mkdir:fail file already exists');
  await answers('write elsewhere', 'writeFile:fail permission denied');
  await answers('write too much', '"errno":1300202');
  await answers('write file', 'writeFile:ok');
  await answers('append file', 'appendFile:ok');
  await answers('append nothing', 'appendFile:fail no such file or directory');
  await answers('how long', '"size":4');
  expect((await phone.file('wxfile://usr/a/b.pdf')).toString()).toBe('%PDF');
});

test('a document that is there is opened, handed on by a tap, gone with its folder', async () => {
  await answers('open it', 'openDocument:ok');
  await answers('open nothing', "openDocument:fail file doesn't exist");
  await answers('open another kind', 'openDocument:fail filetype not supported');
  await answers('hand it on', 'shareFileMessage:ok');
  await answers('hand it on late', 'shareFileMessage:fail can only be invoked by user TAP');
  await answers('remove full folder', 'rmdir:fail directory not empty');
  await answers('remove all', 'rmdir:ok');
  await answers('remove all', 'rmdir:fail no such file or directory');
  await answers('open it', "openDocument:fail file doesn't exist");
});
