import { defineLoginPage } from './src/settings/defineLoginPage.ts';

/** What this page offers and how it looks. Every key is explained where it is declared; hover to read it. */
export default defineLoginPage({
  connections: { allow: ['sms', 'email'] },
  brand: {
    name: 'Acme',
    logo: 'brand/acme.svg',
    primaryColor: '#0059d6',
    background: '#f4f6fb',
    termsUrl: 'https://example.com/terms',
    privacyUrl: 'https://example.com/privacy',
    supportUrl: 'https://example.com/help',
  },
  languages: ['en', 'es'],
});
