import { isFields } from '../data/merged.ts';
import { ApiError } from './ApiError.ts';

const invalid = (message: string) => new ApiError(400, message, 'invalid_body');

/**
 * What Auth0 refuses of a database connection beyond the types of its fields.
 *
 * @throws ApiError in Auth0's words, as recorded
 */
export function checkConnection(
  strategy: string,
  { options, cross_app_access_requesting_app: requesting }: Readonly<Record<string, unknown>>,
): void {
  if (strategy !== 'auth0') return;
  if (isFields(requesting) && requesting['active'] === true) {
    throw new ApiError(
      400,
      'Cross App Access Requesting App is not supported for this connection.',
      'operation_not_supported',
    );
  }
  if (!isFields(options) || !isFields(options['attributes'])) return;
  for (const option of ['requires_username', 'validation']) {
    if (options[option] !== undefined && options[option] !== false)
      throw invalid(`Cannot set both options.attributes and options.${option}`);
  }
  const attributes = Object.entries(options['attributes']);
  for (const [name, attribute] of attributes) {
    if (!isFields(attribute)) continue;
    const { signup, profile_required: isRequired } = attribute;
    if (isRequired === true && isFields(signup) && signup['status'] === 'inactive')
      throw invalid(`attribute ${name} must also be required on signup`);
  }
  if (!attributes.some(([, attribute]) => isIdentifier(attribute)))
    throw invalid('attributes must contain one active identifier');
}

/** A connection can have an email attribute that is not unique only from the start. */
export function checkAttributesChange(current: unknown, changed: unknown): void {
  if (!isFields(changed) || !isFields(changed['email']) || changed['email']['unique'] !== false) return;
  if (isFields(current) && isFields(current['email']) && current['email']['unique'] === false) return;
  throw invalid('cannot add non-unique email attribute');
}

const isIdentifier = (attribute: unknown): boolean =>
  isFields(attribute) && isFields(attribute['identifier']) && attribute['identifier']['active'] === true;
