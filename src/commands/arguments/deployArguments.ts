import { type ApplyRequest, applyOptions, readApply } from './applyArguments.ts';
import { text, type Values, wrongUsage } from './Values.ts';

/** `node build.mjs deploy` */
export interface DeployRequest extends ApplyRequest {
  command: 'deploy';
  tenant: string | undefined;
  client: string | undefined;
  page: string | undefined;
  all: boolean;
  smoke: boolean;
  smokeClient: string | undefined;
  /** Path of the HTML report. */
  report: string | undefined;
  backups: string | undefined;
  /** Folder of the artifacts; `undefined` is `dist`, which must be what the sources build. */
  from: string | undefined;
}

/** For `parseArgs`. */
export const deployOptions = {
  tenant: { type: 'string' },
  client: { type: 'string' },
  page: { type: 'string' },
  all: { type: 'boolean' },
  ...applyOptions,
  smoke: { type: 'boolean' },
  'smoke-client': { type: 'string' },
  report: { type: 'string' },
  backups: { type: 'string' },
  from: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws UserError for options that exclude others */
export function readDeploy(values: Values): DeployRequest {
  const is = (name: string) => values[name] === true;
  const client = text(values['client']);
  const smokeClient = text(values['smoke-client']);
  if (is('all') && client !== undefined) {
    throw wrongUsage('--all takes its applications from deploy.json, so --client does not go with it');
  }
  const applied = readApply(values);
  if (is('smoke') && !applied.apply)
    throw wrongUsage('--smoke looks at what --apply has written, and needs it');
  if (smokeClient !== undefined && !is('smoke')) throw wrongUsage('--smoke-client needs --smoke');
  return {
    command: 'deploy',
    tenant: text(values['tenant']),
    client,
    page: text(values['page']),
    all: is('all'),
    ...applied,
    smoke: is('smoke'),
    smokeClient,
    report: text(values['report']),
    backups: text(values['backups']),
    from: text(values['from']),
  };
}
