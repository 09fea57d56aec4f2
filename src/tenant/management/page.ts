import { apiErrors } from './ApiError.ts';

/** The query of a list. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

const MOST = 100;
const USUAL = 50;

/**
 * A part of a list, as a query asks for it: by `page` and `per_page`, by `take` and `from`, or plain.
 *
 * @param name - of the list in an answer that is an object: `clients`
 * @throws ApiError when a number is none, or too large
 */
export function page(items: readonly object[], name: string, query: Query): unknown {
  const take = number(query, 'take', USUAL);
  if (query['take'] !== undefined || query['from'] !== undefined) {
    const start = number(query, 'from', 0, Number.MAX_SAFE_INTEGER);
    const next = start + take;
    const part = items.slice(start, next).map((item) => only(item, query));
    return { [name]: part, ...(next < items.length && { next: String(next) }) };
  }
  const perPage = number(query, 'per_page', USUAL);
  const start = number(query, 'page', 0, Number.MAX_SAFE_INTEGER) * perPage;
  const part = items.slice(start, start + perPage).map((item) => only(item, query));
  if (query['include_totals'] !== 'true') return part;
  return { start, limit: perPage, total: items.length, [name]: part };
}

/** An object with the fields that a query asks for. */
export function only(item: object, query: Query): object {
  const { fields } = query;
  if (typeof fields !== 'string' || fields === '') return item;
  const names = fields.split(',');
  const isAsked = (field: string) => names.includes(field) === (query['include_fields'] !== 'false');
  return Object.fromEntries(Object.entries(item).filter(([field]) => isAsked(field)));
}

/** A query that asks for some fields, and with them for those that Auth0 tells anyway. */
export function always(query: Query, names: readonly string[]): Query {
  const { fields } = query;
  if (typeof fields !== 'string' || fields === '' || query['include_fields'] === 'false') return query;
  return { ...query, fields: [fields, ...names].join(',') };
}

function number(query: Query, name: string, otherwise: number, most = MOST): number {
  const text = query[name];
  if (text === undefined || text === '') return otherwise;
  if (typeof text !== 'string' || !/^\d{1,9}$/.test(text)) {
    throw apiErrors.invalidQuery(`Expected type integer but found type string on property ${name}`);
  }
  if (Number(text) > most)
    throw apiErrors.invalidQuery(`Value ${text} is greater than maximum ${most} on property ${name}`);
  return Number(text);
}
