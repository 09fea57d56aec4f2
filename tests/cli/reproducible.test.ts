import { chownSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { otherNodes } from '../support/otherNodes.ts';
import { root, shipped } from '../support/paths.ts';
import { configText, ownPackages, type Project, project } from '../support/project.ts';
import { runCommand, type Surroundings } from '../support/runCommand.ts';
import { waysOff } from '../support/waysOff.ts';

// The shipped page is built in a folder of this project, by this user and this Node. Whatever is different
// elsewhere, the bytes are not.

const made: Project[] = [];
function copyOf(...given: Parameters<typeof project>): Project {
  const copy = project(...given);
  made.push(copy);
  return copy;
}
afterEach(() => {
  for (const copy of made.splice(0)) copy.remove();
});

const artifact = (folder: string) =>
  ['login.html', 'login.json'].map((name) => readFileSync(join(folder, 'dist', name), 'utf8'));

async function expectSameBytes(
  folder: string,
  command: string,
  args: readonly string[],
  where: Surroundings,
) {
  const { code, stderr } = await runCommand(command, args, { ...where, cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(artifact(folder)).toEqual(artifact(shipped));
}

describe.skipIf(process.platform === 'win32')('on another machine', () => {
  /** Root can be somebody else; anybody else stays who they are. */
  const user = process.getuid?.() === 0 ? 65_534 : undefined;
  const where = {
    user,
    environment: {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      HOME: '/nonexistent',
      NODE_OPTIONS: `--require "${join(root, 'tests', 'support', 'otherMachine.cjs')}"`,
    },
  };
  const there = (...args: string[]) => ['-c', 'umask 077; exec "$@"', 'sh', process.execPath, ...args];

  it('a build has the same bytes: folder, user, clock, zone, locale, umask, order of files', async () => {
    // That they are others is checked too: where a locale is not taken, say, nothing would be compared.
    const facts =
      '[new Date().getFullYear(), new Date(1e12).getHours(), (1.5).toLocaleString(), process.umask(), process.getuid()]';
    const { stdout } = await runCommand('/bin/sh', there('-p', `JSON.stringify(${facts})`), where);
    expect(JSON.parse(stdout)).toEqual([2001, 15, '1,5', 0o77, user ?? process.getuid?.()]);
    const copy = copyOf(undefined, 'Başka bir klasör');
    const { folder } = copy;
    ownPackages(copy);
    if (user !== undefined) {
      for (const path of [dirname(folder), folder, join(folder, 'node_modules')]) chownSync(path, user, user);
    }
    await expectSameBytes(folder, '/bin/sh', there('build.mjs'), where);
  });
});

const nodes = otherNodes();
process.stderr.write(
  `Node ${process.versions.node} is compared with ${nodes.map(({ version }) => version).join(', ') || 'none: npm run nodes gets others'}\n`,
);
for (const { version, path } of nodes) {
  it(`by Node ${version}, a build has the same bytes`, async () => {
    await expectSameBytes(copyOf().folder, path, ['build.mjs'], {});
  });
}

describe('without a network', () => {
  let server: Server;
  /** Settings that ask for a name. */
  let asking: string;
  beforeAll(async () => {
    server = createServer((_request, response) => response.end('Acme'));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    asking = `const name = await (await fetch('http://127.0.0.1:${port}/')).text();\n${configText({}).replace('{}', '{ brand: { name } }')}`;
  });
  afterAll(() => server.close());

  it('there is none: what needs one fails there, and only there', async () => {
    const { folder } = copyOf(asking);
    for (const { command, args, environment } of waysOff()) {
      const off = await runCommand(command, [...args, 'build.mjs'], { cwd: folder, environment });
      expect(off.code).toBe(1);
      expect(off.stderr).toMatch(/fetch failed|No network here/);
    }
    const on = await runCommand(process.execPath, ['build.mjs'], { cwd: folder });
    expect(on.code).toBe(0);
  });

  it.each(waysOff())(
    'a build, the first of all, has the same bytes ($name)',
    async ({ name, command, args, environment }) => {
      const copy = copyOf();
      // Sources that no program has been compiled from.
      copy.write('src/commands/first.ts', `// ${name} ${process.pid}\n`);
      await expectSameBytes(copy.folder, command, [...args, 'build.mjs'], { environment });
    },
  );
});
