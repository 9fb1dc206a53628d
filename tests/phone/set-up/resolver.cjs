const { existsSync } = require('node:fs');
const path = require('node:path');

/** @typedef {(request: string, options: object) => string} Resolver */
/** @typedef {{ basedir: string, defaultResolver: Resolver }} Options */

/**
 * How jest finds a module. One that the phone has a file a platform of (`scan.weapp.ts` and
 * `scan.h5.ts`, with their types in `scan.d.ts`) stands in `stand-ins` for tests.
 * @param {string} request
 * @param {Options} options
 */
module.exports = (request, options) => {
  try {
    return options.defaultResolver(request, options);
  } catch (missing) {
    const wanted = path.resolve(options.basedir, request);
    if (!request.startsWith('.') || !existsSync(`${wanted}.d.ts`)) throw missing;
    return path.join(__dirname, 'stand-ins', `${path.basename(wanted)}.ts`);
  }
};
