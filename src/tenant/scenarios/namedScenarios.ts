import type { NamedScenario } from './NamedScenario.ts';

/** The scenarios of the gallery, in its order. */
export const namedScenarios: readonly NamedScenario[] = [
  {
    name: 'sms',
    title: 'SMS only',
    about: 'The application asked for SMS: allowedConnections is "sms".',
    group: 'What is offered',
    request: { allowedConnections: 'sms' },
  },
];
