import * as store from 'auth0-lock/lib/store/index';
import * as sync from 'auth0-lock/lib/sync';
import type { Lock } from './Lock.ts';

/**
 * Calls back once Lock has all its data. Shown before that, Lock shows a loading pane first, and takes half
 * a second to get from there to its form.
 */
export function whenSynced({ id }: Lock, done: () => void): void {
  let isDone = false;
  const look = (model: store.Model) => {
    if (isDone || !sync.isDone(model)) return;
    isDone = true;
    // Lock tells its watchers before it is done with the change itself.
    queueMicrotask(done);
  };
  store.observe('whenSynced', id, look);
  look(store.read(store.getEntity, 'lock', id));
}
