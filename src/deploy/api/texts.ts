import * as v from 'valibot';

/** A list of texts, such as URLs, that may be `null`, and holds `null`, as recorded of real tenants. */
export const texts = v.pipe(
  v.nullish(v.array(v.nullish(v.string())), []),
  v.transform((all) => all.filter((it) => typeof it === 'string')),
);
