import type { CommandName } from './parseArguments.ts';
import { build } from './usage/build.ts';
import { dev } from './usage/dev.ts';
import { gallery } from './usage/gallery.ts';

/** What `--help` prints, by command. */
export const usage: Readonly<Record<CommandName, string>> = { build, dev, gallery };
