import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import { emailConnection } from '../../src/pipeline/tenant-folder/emailConnection.ts';
import { smsConnection } from '../../src/pipeline/tenant-folder/smsConnection.ts';
import { root } from '../support/paths.ts';

const text = readFileSync(join(root, 'docs', 'terraform.md'), 'utf8');
const [block = '', consolidated = '', ownTwilio = ''] = [...text.matchAll(/```hcl\n([\s\S]*?)```/g)].map(
  ([, hcl = '']) => hcl,
);

type Blocks = Readonly<
  Record<string, Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>
>;

/** As HCL writes it. */
const reference = (it: string): string => ['${', it, '}'].join('');

const resourcesOf = async (hcl: string): Promise<Blocks> =>
  ((await parse('docs/terraform.md', hcl)) as { resource: Blocks }).resource;

/** The options of a connection in a block. */
function optionsOf(resource: Blocks, name: string): Record<string, unknown> {
  const [{ options } = {}] = resource['auth0_connection']?.[name] ?? [];
  const [first = {}] = options as readonly Readonly<Record<string, unknown>>[];
  const { totp, ...rest } = first;
  return { ...rest, totp: (totp as readonly unknown[])[0] };
}

describe('docs/terraform.md', () => {
  it('holds HCL, and says the same as the settings', async () => {
    const resource = await resourcesOf(block);
    expect(Object.keys(resource).sort()).toEqual([
      'auth0_attack_protection',
      'auth0_connection',
      'auth0_connection_client',
      'auth0_guardian',
      'auth0_pages',
      'auth0_phone_provider',
    ]);
    const tenants = smsConnection({ provider: 'tenant' });
    // The Terraform provider does not know it.
    const { use_phone_provider: _, ...named } = tenants.named;
    expect(optionsOf(resource, 'sms')).toEqual({ ...tenants.defaults, ...named });
    expect(resource['auth0_phone_provider']?.['twilio']?.[0]).toMatchObject({
      configuration: [{ delivery_methods: ['text'], sid: reference('var.twilio_sid') }],
      credentials: [{ auth_token: reference('var.twilio_auth_token') }],
    });
    const { email, ...others } = emailConnection({ from: '' }, 'code', null).defaults;
    const { subject, syntax } = email as Readonly<Record<string, unknown>>;
    expect(optionsOf(resource, 'email')).toEqual({
      ...others,
      ...{ subject, syntax, from: '{{ application.name }} <login@example.com>' },
      template: reference(`file("${reference('path.module')}/email.html")`),
    });
  });

  it('says the same for a connection with credentials of its own', async () => {
    const own = smsConnection({ from: '+15005550006' });
    // What the Terraform provider calls so is a gateway's.
    const { provider: _, ...named } = own.named;
    expect(optionsOf(await resourcesOf(ownTwilio), 'sms')).toEqual({
      ...own.defaults,
      ...named,
      twilio_sid: reference('var.twilio_sid'),
      twilio_token: reference('var.twilio_auth_token'),
    });
    expect(await resourcesOf(consolidated)).toMatchObject({
      auth0_tenant: { settings: [{ phone_consolidated_experience: true }] },
    });
  });

  it('would not do with a mistake in it', async () => {
    await expect(parse('docs/terraform.md', block.replace('enabled = true', 'enabled = '))).rejects.toThrow(
      'Invalid expression',
    );
  });
});
