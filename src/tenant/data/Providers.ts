/** Who serves a tenant, and under which names, as the Management API shows it; the local tenant needs none. */
export interface Providers {
  customDomains: { custom_domain_id: string; domain: string; status: string; [field: string]: unknown }[];
  /** `null`: Auth0's built-in one sends. */
  email: { name: string; enabled: boolean; [field: string]: unknown } | null;
  /** Of text messages, for the whole tenant. */
  phone: {
    id: string;
    name: 'twilio' | 'custom';
    disabled: boolean;
    configuration: Record<string, unknown>;
    [field: string]: unknown;
  }[];
}

/** As a new tenant has them. */
export const noProviders = (): Providers => ({ customDomains: [], email: null, phone: [] });
