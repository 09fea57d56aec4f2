// Loaded before a program, it has every connection and every look-up of a name of that process fail.
const dns = require('node:dns');
const net = require('node:net');
const { syncBuiltinESMExports } = require('node:module');

const refuse = (what) => () => {
  throw new Error(`No network here: ${what}.`);
};
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse(`dns.${name}`);
  dns.promises[name] = refuse(`dns.promises.${name}`);
}
net.Socket.prototype.connect = refuse('a connection');
require('node:dgram').Socket.prototype.send = refuse('a datagram');
syncBuiltinESMExports();
