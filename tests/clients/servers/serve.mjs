// Starts the applications with a server of their own, each on a port that the machine gives, and prints their addresses
// as JSON. Ends with its standard input.
import { once } from 'node:events';
import { createServer } from 'node:http';

const { domain, clients } = JSON.parse(process.env.CLIENTS);
const addresses = {};
for (const [name, credentials] of Object.entries(clients)) {
  const { default: application } = await import(`./${name}.mjs`);
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://localhost:${server.address().port}`;
  server.on('request', await application({ ...credentials, base, domain }));
  addresses[name] = base;
}
process.stdout.write(`${JSON.stringify(addresses)}\n`);
process.stdin.resume().on('end', () => process.exit());
