import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';

/** A class of Lock's own that nothing else on the page names: a file without it holds no Lock. */
const SIGN_OF_LOCK = 'auth0-lock-header-welcome';

/**
 * Runs one build in a process of its own.
 *
 * @param builder - one of `builders()`
 * @returns milliseconds from the start of the process to its end
 * @throws Error with what the build printed when it fails or leaves no page
 */
export async function measure({ label, args, cwd, file }) {
  // What is there afterwards is then of this run.
  await rm(file, { force: true });
  const { took, code, printed } = await run(args, cwd);
  if (code !== 0) throw new Error(`${label} ended with ${code}:\n${printed}`);
  const html = await readFile(file, 'utf8').catch(() => '');
  if (!html.includes(SIGN_OF_LOCK)) throw new Error(`${label} left no page with Lock in it:\n${printed}`);
  return took;
}

function run(args, cwd) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let took = 0;
    let printed = '';
    const collect = (chunk) => {
      printed += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('exit', () => {
      took = performance.now() - start;
    });
    child.on('close', (code, signal) => resolve({ took, code: code ?? signal, printed }));
  });
}
