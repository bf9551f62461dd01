/**
 * Jest loads its global hooks with plain `require`, past the moduleNameMapper that turns `./x.js` into `./x.ts`.
 * Loaded first by such a hook, this does the same for what it imports.
 */
const Module = require('node:module');
const resolve = Module._resolveFilename;

Module._resolveFilename = function (request, ...rest) {
  try {
    return resolve.call(this, request, ...rest);
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND' || !/^\.{1,2}\/.*\.js$/.test(request)) throw error;
    return resolve.call(this, request.replace(/\.js$/, '.ts'), ...rest);
  }
};
