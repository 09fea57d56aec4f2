const collator = new Intl.Collator('en', { numeric: true });

/** Orders versions such as `9.13.2` and `10.0.0`: below 0 when the first is older. */
export const compareVersions = (a: string, b: string): number => collator.compare(a, b);
