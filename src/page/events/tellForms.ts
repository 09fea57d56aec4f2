import type { Method } from '../PageData.ts';
import { emit } from './emit.ts';
import type { LoginPageDetails } from './LoginPageEvents.ts';

/**
 * Tells of the forms that come into view.
 *
 * @param page - what is told with the first of them
 * @returns to be called with the method of each, `null` where there are only social connections
 */
export function tellForms(page: LoginPageDetails['loginpage:ready']): (method: Method | null) => void {
  let last: Method | null | undefined;
  return (method) => {
    if (last === undefined) emit('loginpage:ready', page);
    else if (last !== null && method !== null && last !== method)
      emit('loginpage:method-changed', { from: last, to: method });
    last = method;
    emit('loginpage:method-shown', { method });
  };
}
