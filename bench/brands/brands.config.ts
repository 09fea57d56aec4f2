import { defineLoginPages } from './src/settings/defineLoginPage.ts';

const brands = Array.from({ length: Number(process.env['BRANDS']) }, (_, index) => {
  const hue = (index * 37) % 360;
  const settings = {
    connections: { allow: ['sms', 'email'] },
    brand: {
      name: `Brand ${index}`,
      logo: 'brand/acme.svg',
      primaryColor: `hsl(${hue}, 70%, 35%)`,
      termsUrl: `https://example.com/${index}/terms`,
      supportUrl: `https://example.com/${index}/help`,
    },
  };
  return [`brand-${index}`, settings] as const;
});

export default defineLoginPages(Object.fromEntries(brands));
