import { afterEach, describe, expect, it } from 'vitest';
import { askTwilio } from '../../../src/deploy/doctor/twilio/askTwilio.ts';
import type { Sender } from '../../../src/deploy/doctor/twilio/Sender.ts';
import { readTwilioCredentials } from '../../../src/deploy/doctor/twilio/TwilioCredentials.ts';
import type { TwilioFacts } from '../../../src/deploy/doctor/twilio/TwilioFacts.ts';
import { startTwilio, type TwilioStandIn, type TwilioState } from '../../support/TwilioStandIn.ts';

const SID = `AC${'0123456789abcdef'.repeat(2)}`;
const SERVICE = `MG${'fedcba9876543210'.repeat(2)}`;
const TOKEN = 'dont-tell-7Hq2';
const NUMBER = '+15005550006';

const state: TwilioState = {
  sid: SID,
  token: TOKEN,
  status: 'active',
  type: 'Full',
  numbers: { [NUMBER]: true, '+15005550007': false },
  services: {
    [SERVICE]: [1, 0, 0],
    [`${SERVICE.slice(0, -1)}1`]: [0, 0, 0],
    [`${SERVICE.slice(0, -1)}2`]: [0, 0, 1],
  },
};

let standIn: TwilioStandIn | null = null;
afterEach(() => standIn?.close());

/** Leads to the stand-in: the SDK knows no other host than Twilio's. */
function loopback(origin: string): typeof globalThis.fetch {
  return (input, init) => {
    const { pathname, search } = new URL(String(input));
    return fetch(`${origin}${pathname}${search}`, init);
  };
}

async function asked(
  over: Partial<TwilioState>,
  sender: Sender | null = null,
  token = TOKEN,
): Promise<TwilioFacts> {
  standIn = await startTwilio({ ...state, ...over });
  const senders = sender === null ? [] : [{ connection: 'sms', sender }];
  return askTwilio({ sid: SID, token }, senders, loopback(standIn.origin));
}

const active = { is: 'known', value: { sid: 'AC…cdef', status: 'active', isTrial: false } };

describe('the account', () => {
  it.each<[string, Partial<TwilioState>, string, object]>([
    ['is active', {}, TOKEN, active],
    ['is suspended', { status: 'suspended' }, TOKEN, { value: { status: 'suspended' } }],
    ['is a trial', { type: 'Trial' }, TOKEN, { value: { isTrial: true } }],
    ['has another token', {}, 'wrong-token', { is: 'credentials', reason: expect.stringContaining('20003') }],
    [
      'is not active, and says so',
      { always: { status: 403, body: '{"code":20005,"message":"Account not active","status":403}' } },
      TOKEN,
      { is: 'inactive' },
    ],
    [
      'is answered by something else',
      { always: { status: 502, body: '<html>' } },
      TOKEN,
      { is: 'refused', reason: expect.stringContaining('HTTP 502') },
    ],
    ['is answered by a portal', { always: { status: 200, body: '<html>' } }, TOKEN, { is: 'refused' }],
  ])('%s', async (_, over, token, account) => {
    const facts = await asked(over, { from: NUMBER }, token);
    expect(facts.account).toMatchObject(account);
    if (facts.account.is !== 'known') expect(facts.senders).toEqual([]);
    expect(JSON.stringify(facts)).not.toMatch(new RegExp(`${SID}|${TOKEN}|wrong-token`));
  });

  it('cannot be reached', async () => {
    const { origin, close } = await startTwilio(state);
    await close();
    const { account } = await askTwilio({ sid: SID, token: TOKEN }, [], loopback(origin));
    expect(account).toEqual({ is: 'unreachable', reason: 'Twilio could not be reached (ECONNREFUSED).' });
  });
});

describe('the sender', () => {
  const at = (end: string): Sender => ({ messagingService: `${SERVICE.slice(0, -1)}${end}` });
  it.each<[string, Sender, object]>([
    ['a number of the account', { from: NUMBER }, { kind: 'number', isOwned: true, canSendSms: true }],
    ['a number without SMS', { from: '+15005550007' }, { isOwned: true, canSendSms: false }],
    ['a number of somebody else', { from: '+15005550008' }, { isOwned: false, canSendSms: false }],
    ['a service with a number', at('0'), { kind: 'service', sid: 'MG…3210', exists: true, senders: 1 }],
    ['a service with nothing', at('1'), { exists: true, senders: 0 }],
    ['a service with a name', at('2'), { exists: true, senders: 1 }],
    ['a service of somebody else', at('3'), { exists: false }],
    ['a name', { from: 'ACME' }, { kind: 'name', name: 'ACME' }],
  ])('%s', async (_, sender, value) => {
    const facts = await asked({}, sender);
    expect(facts).toMatchObject({ account: active, senders: [{ connection: 'sms', answer: { value } }] });
    expect(JSON.stringify(facts)).not.toMatch(new RegExp(`${SID}|${SERVICE.slice(0, -1)}|${TOKEN}`));
    expect(standIn?.requests.filter((it) => !it.startsWith('GET '))).toEqual([]);
  });
});

describe('the credentials', () => {
  it.each([
    [{}, 'TWILIO_SID and TWILIO_AUTH_TOKEN'],
    [{ TWILIO_SID: SID }, '--twilio needs TWILIO_AUTH_TOKEN'],
    [{ TWILIO_SID: `SK${SID.slice(2)}`, TWILIO_AUTH_TOKEN: TOKEN }, 'that of an API key'],
    [{ TWILIO_SID: TOKEN, TWILIO_AUTH_TOKEN: SID }, "no account's SID"],
    [{ TWILIO_SID: SID, TWILIO_AUTH_TOKEN: `${TOKEN} x` }, 'holds spaces'],
  ])('%# are told by name, without a value', (env, message) => {
    expect(() => readTwilioCredentials(env)).toThrow(message);
    expect(() => readTwilioCredentials(env)).not.toThrow(new RegExp(`${TOKEN}|${SID.slice(2)}`));
  });
});
