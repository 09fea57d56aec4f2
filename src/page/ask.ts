import { askChallenge } from './askChallenge.ts';
import { askScript } from './askScript.ts';
import { clientSettingsSource } from './clientSettingsSource.ts';
import { dataBlock } from './dataBlock.ts';
import { decodeHostedConfig } from './decodeHostedConfig.ts';
import { guardMarkup } from './guardMarkup.ts';

// The page's first script, in its first bytes: asks for what Lock needs to know while Lock is on its way.
try {
  // Before anything is written into the document.
  guardMarkup(window.trustedTypes, document);
  const hosted = decodeHostedConfig(dataBlock(document, 'hosted-config'));
  const clientSettings = askScript(clientSettingsSource(hosted));
  window.loginPageAsked = { clientSettings, challenge: askChallenge(hosted) };
} catch {
  // What is wrong with the hosted config is told by the main script, which decodes it too.
}
