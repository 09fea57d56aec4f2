import * as actions from 'auth0-lock/lib/connection/passwordless/actions';
import * as passwordless from 'auth0-lock/lib/connection/passwordless/index';
import * as core from 'auth0-lock/lib/core/index';
import * as field from 'auth0-lock/lib/field/index';
import * as store from 'auth0-lock/lib/store/index';
import type { CodeScreen } from './Lock.ts';

export const sendAgain: CodeScreen['sendAgain'] = ({ id }) => {
  const model = store.read(store.getEntity, 'lock', id);
  if (core.submitting(model)) return 'waiting';
  if (core.passwordlessCaptcha(model)?.get('required') === true) return 'captcha';
  if (passwordless.isEmail(model) === true) actions.requestPasswordlessEmail(id);
  else actions.sendSMS(id);
  return 'sending';
};

export const emptyCode: CodeScreen['emptyCode'] = ({ id }) => {
  store.swap(store.updateEntity, 'lock', id, (model) => field.clearFields(model, ['vcode']));
};
