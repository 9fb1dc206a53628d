'use strict';
// Put before a function's own code by NODE_OPTIONS: notes each file of the function that is read.

const fs = require('node:fs');
const path = require('node:path');

const append = fs.appendFileSync;
const journal = process.env.READS_JOURNAL ?? '';
const own = `${process.cwd()}${path.sep}`;

/** @param {unknown} file */
function note(file) {
  const name = file instanceof URL ? file.pathname : String(file);
  if (journal !== '' && name.startsWith(own)) append(journal, `${name.slice(own.length)}\n`);
}

/** @param {Record<string, any>} owner @param {string[]} names */
function watch(owner, names) {
  for (const name of names) {
    const real = owner[name];
    owner[name] = /** @param {unknown[]} given */ (...given) => {
      note(given[0]);
      return Reflect.apply(real, owner, given);
    };
  }
}

watch(fs, ['readFileSync', 'readFile', 'openSync', 'open', 'createReadStream']);
watch(fs.promises, ['readFile', 'open']);
