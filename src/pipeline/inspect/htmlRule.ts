import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ConfigData, Message, Report } from 'html-validate';
import { placeFirst } from './placeOf.ts';
import type { Rule } from './Rule.ts';
import { unbalanced } from './unbalanced.ts';

/**
 * html-validate's recommended rules, less those that are a matter of taste, or that a login page, which is
 * one file and has its own rule for scripts from elsewhere, has reason to break.
 */
export const htmlConfig: ConfigData = {
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'require-sri': 'off',
    'no-inline-style': 'off',
    'void-style': 'off',
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    // The shell, Lock and the failure screen each have one, and only one of them is shown.
    'heading-level': ['error', { allowMultipleH1: true }],
  },
};

/** Rules that something without its counterpart breaks. */
const BROKEN = /^(?:close-order|no-implicit-close|parser-error)$/;
/** What html-validate finds after an element that is not closed, all over the page. */
const FOLLOWS = /^(?:close-order|no-implicit-close|element-permitted-.*)$/;

/** Valid HTML; what stands in scripts and styles is other rules' matter. */
export const htmlRule: Rule = {
  code: 'html',
  async check(page) {
    const { results } = await validate(page.markup);
    const messages = results.flatMap((it) => it.messages);
    const order = messages.filter(({ ruleId }) => ruleId === 'close-order');
    const stray = order.flatMap(({ message }) => /^Stray end tag '<\/(.+)>'/.exec(message)?.[1] ?? []);
    const isBroken = messages.some(({ ruleId }) => BROKEN.test(ruleId));
    const causes = isBroken ? unbalanced(page, stray) : [];
    if (causes.some(({ hidesOthers }) => hidesOthers)) return causes;
    const others = causes.length === 0 ? messages : messages.filter(({ ruleId }) => !FOLLOWS.test(ruleId));
    return [
      ...causes,
      ...others.map(({ line, column, message, ruleId, ruleUrl, severity }: Message) => ({
        severity: severity === 2 ? ('error' as const) : ('warning' as const),
        what: `${placeFirst(page, line, column)}: ${message.replace(/\.+$/, '')}.`,
        fix: ruleUrl === undefined ? `Rule ${ruleId} of html-validate.` : `${ruleId}: see ${ruleUrl}`,
      })),
    ];
  },
};

/**
 * Starts html-validate, which takes its time to get ready. It lives in a thread of its own, so that it does
 * so while esbuild bundles and nobody has to wait for it.
 */
export function prepareHtmlRule(): void {
  thread ??= startThread();
}

let thread: Worker | null = null;
/** Who waits for a report: the thread answers in the order in which it is asked. */
const waiting: { resolve: (report: Report) => void; reject: (error: unknown) => void }[] = [];

function validate(html: string): Promise<Report> {
  thread ??= startThread();
  const worker = thread;
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    // Only while somebody waits does the thread keep the process alive.
    worker.ref();
    worker.postMessage(html);
  });
}

function startThread(): Worker {
  const worker = new Worker(`(${inThread})(require)`, {
    eval: true,
    workerData: { module: modulePath(), config: htmlConfig },
  });
  worker.on('message', (report: Report) => {
    waiting.shift()?.resolve(report);
    if (waiting.length === 0) worker.unref();
  });
  worker.on('error', (error) => {
    thread = null;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  // Last, since a listener takes a reference of its own.
  worker.unref();
  return worker;
}

/**
 * html-validate as build.mjs has bundled it, which loads in half the time and does not check its own tables
 * each time (`trustingAjv.cjs`); else the package itself.
 */
function modulePath(): string {
  const bundled = fileURLToPath(new URL('./html-validate.cjs', import.meta.url));
  return existsSync(bundled) ? bundled : createRequire(import.meta.url).resolve('html-validate/browser');
}

/** Runs in the thread, from its source text: it can use nothing of this file. */
function inThread(require: NodeJS.Require): void {
  const { parentPort, workerData } = require('node:worker_threads');
  const { HtmlValidate, StaticConfigLoader } = require(workerData.module);
  const loader = new StaticConfigLoader(workerData.config);
  // One configuration for all pages, which html-validate would put together anew for each: four fifths of
  // the time that a page takes.
  const resolved = loader.getConfigFor('page.html');
  loader.getConfigFor = () => resolved;
  const validator = new HtmlValidate(loader);
  // The first page that it sees makes it ready.
  validator.validateStringSync('<p></p>');
  parentPort.on('message', (html: string) => parentPort.postMessage(validator.validateStringSync(html)));
}
