import type { NamedScenario } from '../NamedScenario.ts';
import { sms } from './asked.ts';

export const asks: readonly NamedScenario[] = [
  {
    name: 'login-hint',
    title: 'Number known',
    about: 'The application knows the phone number: login_hint fills it in.',
    group: 'What the tenant asks',
    request: { allowedConnections: 'sms', login_hint: '+4740612345' },
  },
  {
    name: 'captcha',
    title: 'Captcha',
    about: 'The tenant wants a captcha before it sends anything: here, its own kind, a picture.',
    group: 'What the tenant asks',
    ...sms,
    captcha: true,
    plan: { botDetection: true },
  },
  {
    name: 'plan-without-bot-detection',
    title: 'Plan without bot detection',
    about:
      'No captcha is ever asked for. From then on the Management API answers 403 insufficient_entitlement for bot detection and captcha, to setup-tenant and doctor too, until the scenario “Captcha” is opened.',
    group: 'What the tenant asks',
    ...sms,
    plan: { botDetection: false },
  },
  {
    name: 'preview',
    title: 'Preview of the dashboard',
    about: 'A hosted config without a login transaction: the form is there, and no code can be sent.',
    group: 'What the tenant asks',
    preview: true,
  },
  {
    name: 'opened-directly',
    title: 'File opened directly',
    about: 'The marker is still there: nobody has served the page.',
    group: 'What the tenant asks',
    raw: '@@config@@',
    ends: 'failure',
  },
  {
    name: 'no-javascript',
    title: 'No JavaScript',
    about: 'The page as it is painted at once; what it says where scripts are off.',
    group: 'What the tenant asks',
    javaScript: false,
    ends: 'static',
  },
];
