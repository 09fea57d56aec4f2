import { type Values, wrongUsage } from './Values.ts';

/** Of a command that shows first, and writes to a tenant with `--apply`. */
export interface ApplyRequest {
  apply: boolean;
  /** Nobody is asked. */
  yes: boolean;
  /** A page of someone else's may be replaced. */
  force: boolean;
}

/** For `parseArgs`. */
export const applyOptions = {
  apply: { type: 'boolean' },
  yes: { type: 'boolean' },
  force: { type: 'boolean' },
} as const;

/** @throws UserError for an answer to what is not asked */
export function readApply({ apply, yes, force }: Values): ApplyRequest {
  if (yes === true && apply !== true) throw wrongUsage('--yes answers what --apply asks, and needs it');
  return { apply: apply === true, yes: yes === true, force: force === true };
}
