import type { PolicySources } from './contentSecurityPolicy.ts';
import type { CutName } from './cuts.ts';
import type { Language } from './languages.ts';
import type { OwnTexts } from './OwnTexts.ts';
import type { TenantSettings } from './tenant/TenantSettings.ts';

/** The settings of one page, validated and completed with defaults. */
export interface PageSettings {
  /** Name of the artifact: `dist/<name>.html`. */
  name: string;
  connections: { allow: readonly string[] | undefined; choose: 'request' | 'fixed' };
  brand: {
    name: string | undefined;
    /** As written: a path or an `https:` URL. */
    logo: string | undefined;
    primaryColor: string | undefined;
    background: string | undefined;
    termsUrl: string | undefined;
    privacyUrl: string | undefined;
    supportUrl: string | undefined;
  };
  /** At least one. */
  languages: readonly [Language, ...Language[]];
  texts: { readonly [language in Language]?: OwnTexts };
  countries: readonly string[] | undefined;
  defaultCountry: string | undefined;
  emailMethod: 'code' | 'link';
  consent: 'stated' | 'required';
  resendAfter: number;
  lock: {
    delivery: 'inline' | 'cdn';
    renderer: 'preact' | 'react';
    /** Whether each cut is made. */
    diet: Readonly<Record<CutName, boolean>>;
    integrity: string | undefined;
    options: Readonly<Record<string, unknown>>;
  };
  contentSecurityPolicy: {
    mode: 'enforce' | 'report' | 'off';
    additions: PolicySources;
    trustedTypes: boolean;
  };
  budget: { gzip: number; apiBody: number };
  /** As written: what it is silent about is the tenant's. */
  tenant: TenantSettings | undefined;
}
