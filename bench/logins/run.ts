// Logins at once against the local tenant: npm run bench:logins
import { cpus } from 'node:os';
import { startTenant } from '../../src/tenant/startTenant.ts';
import { BARE_PAGE } from '../../tests/support/HttpVisitor.ts';
import { loginsAtOnce } from '../../tests/support/loginsAtOnce.ts';

const COUNT = 200;
const ROUNDS = 7;

const tenant = await startTenant({ page: BARE_PAGE, limits: { startsPerHour: Number.POSITIVE_INFINITY } });
const times: number[] = [];
let lost = 0;
let crossed = 0;
for (let round = 0; round <= ROUNDS; round++) {
  process.stderr.write(`\rround ${round} of ${ROUNDS}`);
  const result = await loginsAtOnce(tenant, COUNT);
  lost += result.lost;
  crossed += result.crossed;
  // The first round warms up.
  if (round > 0) times.push(result.took);
}
process.stderr.write('\n');
await tenant.close();
const median = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const heap = process.memoryUsage().heapUsed / 2 ** 20;
process.stdout.write(
  `${COUNT} logins at once, ${ROUNDS} rounds, ${cpus().length} cores (visitors included):\n` +
    `  ${Math.round(median)} ms in the median, ${Math.round((COUNT / median) * 1000)} logins a second\n` +
    `  ${lost} lost, ${crossed} crossed, heap ${Math.round(heap)} MiB at the end\n`,
);
process.exitCode = lost + crossed === 0 ? 0 : 1;
