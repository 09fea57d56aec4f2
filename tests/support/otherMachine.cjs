// Loaded before a build, it makes the machine another one: its clock stands in 2001, and its file system lists the
// files of a folder the other way round.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const behind = Date.now() - Date.UTC(2001, 8, 9);
const { now } = Date;
globalThis.Date = class extends Date {
  constructor(...given) {
    if (given.length === 0) super(now() - behind);
    else super(...given);
  }
};
Date.now = () => now() - behind;

const { readdirSync } = fs;
fs.readdirSync = (...given) => readdirSync(...given).reverse();
const { readdir } = fs.promises;
fs.promises.readdir = async (...given) => (await readdir(...given)).reverse();
syncBuiltinESMExports();
