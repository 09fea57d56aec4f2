/**
 * The strategies that Lock shows as social buttons (auth0-lock 14.3.0, `src/connection/social/index.js`,
 * and `oauth1`, `oauth2` from `src/core/client/index.js`). A unit test compares this list with Lock's own.
 */
export const socialStrategies: readonly string[] = [
  ...['apple', 'amazon', 'aol', 'baidu', 'bitbucket', 'box', 'dropbox', 'dwolla', 'ebay', 'exact'],
  ...['facebook', 'fitbit', 'github', 'google-openid', 'google-oauth2', 'instagram', 'linkedin'],
  ...['paypal', 'paypal-sandbox', 'planningcenter', 'salesforce', 'salesforce-community'],
  ...['salesforce-sandbox', 'evernote', 'evernote-sandbox', 'shopify', 'shop', 'soundcloud', 'thecity'],
  ...['thecity-sandbox', 'thirtysevensignals', 'twitter', 'vkontakte', 'windowslive', 'wordpress'],
  ...['yahoo', 'yandex', 'weibo', 'line', 'oauth1', 'oauth2'],
];
