import { expect, it } from 'vitest';
import { readPage } from '../../src/pipeline/inspect/readPage.ts';
import { stoppedResources } from '../../src/pipeline/inspect/stoppedResources.ts';
import { contentSecurityPolicy } from '../../src/pipeline/policy/contentSecurityPolicy.ts';

const none = { scriptSrc: [], styleSrc: [], imgSrc: [], fontSrc: [], connectSrc: [], frameSrc: [] };
const policy = contentSecurityPolicy({
  scriptHashes: [],
  scriptAddresses: [],
  additions: { ...none, styleSrc: ['https://css.example.com/v1/'], fontSrc: ['https://*.fonts.example.com'] },
  trustedTypes: false,
});
const stopped = async (markup: string) =>
  stoppedResources(await readPage(`<!DOCTYPE html><html><head></head><body>${markup}</body></html>`), policy);

it.each([
  '<img src="data:image/png;base64,AA">',
  '<img src="https://anywhere.example.com/logo.png">',
  '<img src="/logo.png"><img src=""><img src="https://">',
  '<link rel="stylesheet" href="https://css.example.com/v1/a.css">',
  '<link rel="icon" href="https://anywhere.example.com/icon.png">',
  '<iframe src="https://challenges.cloudflare.com/x"></iframe>',
  '<style>@font-face{font-family:x;src:url("https://eu.fonts.example.com/x.woff2")} a{color:red}</style>',
])('lets through what the policy does: %s', async (markup) => {
  expect(await stopped(markup)).toEqual([]);
});

it.each<[string, string, string]>([
  ['<img src="http://example.com/logo.png">', 'img-src', 'Load it over https'],
  [
    '<link rel="stylesheet" href="https://css.example.com/v2/a.css">',
    'style-src',
    "styleSrc: ['https://css.example.com']",
  ],
  [
    '<link rel="StyleSheet" href="//fonts.example.net/css">',
    'style-src',
    "styleSrc: ['https://fonts.example.net']",
  ],
  [
    '<iframe src="https://video.example.com/"></iframe>',
    'frame-src',
    "frameSrc: ['https://video.example.com']",
  ],
  ["<style>@import url('https://fonts.example.net/css');</style>", 'style-src', 'styleSrc'],
  ['<style>@import "https://fonts.example.net/css";</style>', 'style-src', 'styleSrc'],
  ['<style>@font-face { src: url(https://fonts.example.com/x.woff2) }</style>', 'font-src', 'fontSrc'],
  [
    '<style>@font-face { src: url(https://fonts.example.com/x.woff2) }</style>',
    'font-src',
    "as a data: address, and write contentSecurityPolicy: { fontSrc: ['data:'] }",
  ],
  [
    "<style>@font-face { src: url('data:font/woff2;base64,AA==') }</style>",
    'font-src',
    "Write contentSecurityPolicy: { fontSrc: ['data:'] } into the settings.",
  ],
])('tells of what it stops: %s', async (markup, directive, fix) => {
  const found = await stopped(markup);
  expect(found).toEqual([
    {
      severity: 'warning',
      what: expect.stringContaining(`in no ${directive}.`),
      fix: expect.stringContaining(fix),
    },
  ]);
});
