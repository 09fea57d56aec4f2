import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import { emailConnection } from '../../src/pipeline/tenant-folder/emailConnection.ts';
import { smsConnection } from '../../src/pipeline/tenant-folder/smsConnection.ts';
import { root } from '../support/paths.ts';

const text = readFileSync(join(root, 'docs', 'terraform.md'), 'utf8');
const [, block = ''] = /```hcl\n([\s\S]*?)```/.exec(text) ?? [];

type Blocks = Readonly<
  Record<string, Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>
>;

/** As HCL writes it. */
const reference = (it: string): string => ['${', it, '}'].join('');

describe('docs/terraform.md', () => {
  it('holds HCL, and says the same as the settings', async () => {
    const { resource } = (await parse('docs/terraform.md', block)) as { resource: Blocks };
    expect(Object.keys(resource).sort()).toEqual([
      'auth0_attack_protection',
      'auth0_connection',
      'auth0_connection_client',
      'auth0_guardian',
      'auth0_pages',
    ]);
    const optionsOf = (name: string) => {
      const [{ options } = {}] = resource['auth0_connection']?.[name] ?? [];
      const [first = {}] = options as readonly Readonly<Record<string, unknown>>[];
      const { totp, ...rest } = first;
      return { ...rest, totp: (totp as readonly unknown[])[0] };
    };
    const sms = smsConnection({ from: '+15005550006' });
    expect(optionsOf('sms')).toEqual({
      ...sms.defaults,
      ...sms.named,
      twilio_sid: reference('var.twilio_sid'),
      twilio_token: reference('var.twilio_auth_token'),
    });
    const { email, ...others } = emailConnection({ from: '' }, 'code', null).defaults;
    const { subject, syntax } = email as Readonly<Record<string, unknown>>;
    expect(optionsOf('email')).toEqual({
      ...others,
      ...{ subject, syntax, from: '{{ application.name }} <login@example.com>' },
      template: reference(`file("${reference('path.module')}/email.html")`),
    });
  });

  it('would not do with a mistake in it', async () => {
    await expect(parse('docs/terraform.md', block.replace('enabled = true', 'enabled = '))).rejects.toThrow(
      'Invalid expression',
    );
  });
});
