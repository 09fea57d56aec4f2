import { rename, rm, writeFile } from 'node:fs/promises';
import { UserError } from '../../settings/UserError.ts';

/**
 * Writes a report, whole or not at all.
 *
 * @param file - absolute
 * @throws UserError when it cannot be written
 */
export async function writeReport(file: string, html: string): Promise<void> {
  const temporary = `${file}.${process.pid}.new`;
  try {
    await writeFile(temporary, html);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserError(`The report cannot be written to ${file} (${code ?? message}): name another file.`);
  }
}
