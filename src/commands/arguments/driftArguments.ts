import { text, type Values, wrongUsage } from './Values.ts';

/** `node build.mjs drift` */
export interface DriftRequest {
  command: 'drift';
  tenant: string | undefined;
  client: string | undefined;
  page: string | undefined;
  all: boolean;
  json: boolean;
  report: string | undefined;
}

/** For `parseArgs`. */
export const driftOptions = {
  tenant: { type: 'string' },
  client: { type: 'string' },
  page: { type: 'string' },
  all: { type: 'boolean' },
  json: { type: 'boolean' },
  report: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws UserError for options that exclude others */
export function readDrift({ tenant, client, page, all, json, report }: Values): DriftRequest {
  if (all === true && client !== undefined) {
    throw wrongUsage('--all takes its applications from deploy.json, so --client does not go with it');
  }
  return {
    command: 'drift',
    tenant: text(tenant),
    client: text(client),
    page: text(page),
    all: all === true,
    json: json === true,
    report: text(report),
  };
}
