import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { build } from 'esbuild';
import { root } from './paths.ts';

type Parser = typeof import('@actions/workflow-parser');

/** A value of a workflow. An expression is its text, with its braces. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value };

/** A workflow as GitHub's own parser reads it. */
export interface Workflow {
  /** What is wrong with it: syntax, unknown keys, expressions, jobs that need what is not there. */
  errors: string[];
  /** `null` where it is no YAML. */
  value: Value | null;
}

let loading: Promise<Parser> | null = null;

/** @param content - text of the file */
export async function readWorkflow(content: string): Promise<Workflow> {
  loading ??= loadParser();
  const parser = await loading;
  const trace = new parser.NoOperationTraceWriter();
  const { context, value } = parser.parseWorkflow({ name: 'workflow.yml', content }, trace);
  // Converting finds more, and adds it to what there is.
  const found =
    value === undefined ? [] : ((await parser.convertWorkflowTemplate(context, value)).errors ?? []);
  const errors = new Set([
    ...context.errors.getErrors().map(({ message }) => message),
    ...found.map(({ Message }) => Message),
  ]);
  return { errors: [...errors], value: value === undefined ? null : plain(parser, value) };
}

function plain(parser: Parser, token: TemplateToken): Value {
  if (parser.isMapping(token)) {
    return Object.fromEntries([...token].map(({ key, value }) => [key.toString(), plain(parser, value)]));
  }
  if (parser.isSequence(token)) return [...token].map((it) => plain(parser, it));
  if (parser.isBasicExpression(token)) return token.source ?? token.toString();
  if (parser.isScalar(token)) return token.toString();
  throw new Error('The parser knows a kind of value that this does not.');
}

/** The parser imports JSON as old bundlers do, and Node refuses to: it is bundled first. */
async function loadParser(): Promise<Parser> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: "export * from '@actions/workflow-parser';", resolveDir: root },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const folder = join(root, 'node_modules', '.cache', 'login-page');
  const file = join(folder, `workflow-parser-${process.pid}.cjs`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, outputFiles[0]?.contents ?? '');
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(file, { force: true });
  }
}
