import { visibleText } from './visibleText.ts';

const WIDE = /[\u3000-\u3002\ufe50-\ufe6b\uff01-\uff65]/g;
/** One address among other text. The first character is no quotation mark, the last no full stop. */
const ADDRESS =
  /[^\s<>()[\]"“”«»「」',;:@`*][^\s<>()[\]"“”«»「」,;:@]*@(?:[^\s<>()[\]"“”«»「」'’,;:@`*.?/]+\.)+[^\s<>()[\]"“”«»「」'’,;:@`*.?/]+/g;

/**
 * An email address as Auth0 takes it, out of what was typed, pasted or filled in: wide letters, `。` for a full stop,
 * invisible characters, `mailto:zoe@example.com`, `Zoe <zoe@example.com>`. Without exactly one address in it, the
 * rest stays for Lock to judge.
 */
export function plainEmail(text: string): string {
  const plain = visibleText(text)
    .replace(WIDE, (character) => character.normalize('NFKC').replace('。', '.'))
    .replace(/ *@ */g, '@')
    .trim();
  const isUri = /^mailto:/i.test(plain);
  const [address, ...others] = (isUri ? decoded(plain) : plain).match(ADDRESS) ?? [];
  return address === undefined || others.length > 0 ? plain : address;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri.replace(/\?.*/, ''));
  } catch {
    return uri;
  }
}
