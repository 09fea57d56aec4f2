import { text, type Values } from './Values.ts';

/** `node build.mjs doctor` */
export interface DoctorRequest {
  command: 'doctor';
  /** Name or id of an application. */
  client: string | undefined;
  page: string | undefined;
  /** Folder of the artifacts; `null`: the project's own `dist`. */
  from: string | null;
  json: boolean;
  twilio: boolean;
}

/** For `parseArgs`. */
export const doctorOptions = {
  client: { type: 'string' },
  page: { type: 'string' },
  from: { type: 'string' },
  json: { type: 'boolean' },
  twilio: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export function readDoctor(values: Values): DoctorRequest {
  return {
    command: 'doctor',
    client: text(values['client']),
    page: text(values['page']),
    from: text(values['from']) ?? null,
    json: values['json'] === true,
    twilio: values['twilio'] === true,
  };
}
