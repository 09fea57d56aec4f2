import { UserError } from '../../settings/UserError.ts';
import { ApiFailure } from '../api/ApiFailure.ts';
import { sleep } from '../api/sleep.ts';
import type { SetupPlan, SetupStep } from './SetupPlan.ts';

/** How steps are carried out. */
export interface Applying {
  /** Sends one; sending it again must do no harm. */
  carryOut: (step: SetupStep) => Promise<void>;
  /** What is left of a plan, by what the tenant now says. */
  left: (plan: SetupPlan) => Promise<SetupPlan>;
  onDone: (step: SetupStep) => void;
  /** Whether to begin no more. */
  isOver: () => boolean;
  /** Milliseconds between tries, and between reads of what has not arrived yet. */
  pauses?: readonly number[];
}

/** What has become of a plan. */
export interface Applied {
  done: SetupPlan;
  /** The step that failed, if one did; no more were begun then. */
  failure: { step: SetupStep; error: UserError } | null;
  /** What the tenant does not show; `null` where it could not be read. */
  left: SetupPlan | null;
}

/** A tenant may answer from a copy for a moment. */
const PAUSES = [500, 1_500];

/** Carries a plan out, one change at a time, and reads back what has become of it. */
export async function applySetup(plan: SetupPlan, how: Applying): Promise<Applied> {
  const done: SetupStep[] = [];
  let failure: Applied['failure'] = null;
  for (const step of plan) {
    if (how.isOver()) break;
    try {
      await persist(step, how);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failure = { step, error };
      break;
    }
    done.push(step);
    how.onDone(step);
  }
  return { done, failure, left: await readBack(plan, done, how) };
}

/** Does one step; where it is not known whether it has arrived, that is looked up, and it is tried again. */
async function persist(step: SetupStep, { carryOut, left, pauses = PAUSES }: Applying): Promise<void> {
  for (const pause of [...pauses, null]) {
    try {
      return await carryOut(step);
    } catch (error) {
      if (!(error instanceof ApiFailure) || !PASSING.includes(error.kind) || pause === null) throw error;
      await sleep(pause);
      const rest = await left([step]).catch(() => null);
      if (rest?.length === 0 && canBeSeen(step)) return;
    }
  }
}

/** Whether a read tells that a step has arrived: that a connection is there, it does; that it has this secret, it may not. */
const canBeSeen = ({ change, differences }: SetupStep): boolean =>
  change.kind === 'new connection' || !differences.some(({ isUntold }) => isUntold);

/** After these, a write may have arrived all the same. */
const PASSING: readonly ApiFailure['kind'][] = ['unreachable', 'slow', 'server', 'malformed'];

async function readBack(
  plan: SetupPlan,
  done: SetupPlan,
  { left, pauses = PAUSES }: Applying,
): Promise<SetupPlan | null> {
  try {
    let rest = await left(plan);
    for (const pause of pauses) {
      if (!rest.some((step) => done.some((it) => it.of === step.of && it.change.kind === step.change.kind)))
        break;
      await sleep(pause);
      rest = await left(plan);
    }
    return rest;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return null;
  }
}
