/**
 * Leads the unmodified @cloudbase/manager-node to the stand-in: every service has the one address
 * of STAND_IN_URL, and the upload of large bundles goes there too. Required by a test, or by
 * `node --require` before a command.
 */
const Cos = require('cos-nodejs-sdk-v5');

/** No types are shipped for these. */
const inside = '@cloudbase/manager-node/lib';
const { CloudService } = require(`${inside}/utils/cloud-api-request.js`);
const { FunctionService } = require(`${inside}/function/index.js`);

const address = () => {
  const { STAND_IN_URL } = process.env;
  if (!STAND_IN_URL) throw new Error('STAND_IN_URL is not set');
  return STAND_IN_URL;
};

Object.defineProperty(CloudService.prototype, 'baseUrl', {
  /** @this {{ service: string }} */
  get() {
    return `${address()}/${this.service}`;
  },
});

const upload = Cos.prototype.sliceUploadFile;
const replaced = {
  /** @this {{ options: object }} @param {Cos.SliceUploadFileParams} params @param {any} done */
  sliceUploadFile(params, done) {
    Object.assign(this.options, { Protocol: 'http:', Domain: address().replace('http://', '') });
    return Reflect.apply(upload, this, [params, done]);
  },
};
for (const name of ['getBucket', 'deleteObject']) {
  const ask = Reflect.get(Cos.prototype, name);
  /** @this {{ options: object }} @param {...unknown} given */
  const redirected = function (...given) {
    Object.assign(this.options, { Protocol: 'http:', Domain: address().replace('http://', '') });
    return Reflect.apply(ask, this, given);
  };
  Object.assign(replaced, { [name]: redirected });
}
Object.assign(Cos.prototype, replaced);

/** The library looks once a second whether a function is ready; here nothing takes so long. */
const wait = FunctionService.prototype.waitFunctionActive;
/** @param {...unknown} given */
FunctionService.prototype.waitFunctionActive = function (...given) {
  const usual = globalThis.setInterval;
  const often = (/** @type {() => void} */ look) => usual(look, 5);
  Object.assign(globalThis, { setInterval: often });
  try {
    return Reflect.apply(wait, this, given);
  } finally {
    Object.assign(globalThis, { setInterval: usual });
  }
};
