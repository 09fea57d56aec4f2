import { text, type Values } from './Values.ts';

/** `node build.mjs doctor` */
export interface DoctorRequest {
  command: 'doctor';
  /** Name or id of an application. */
  client: string | undefined;
  page: string | undefined;
  /** Folder of the artifacts. */
  out: string;
  json: boolean;
  twilio: boolean;
}

/** For `parseArgs`. */
export const doctorOptions = {
  client: { type: 'string' },
  page: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  twilio: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export function readDoctor(values: Values): DoctorRequest {
  return {
    command: 'doctor',
    client: text(values['client']),
    page: text(values['page']),
    out: text(values['out']) ?? 'dist',
    json: values['json'] === true,
    twilio: values['twilio'] === true,
  };
}
