/**
 * A text as one word of a shell command. What comes from a tenant stands in commands that people copy: it must
 * be no command itself.
 */
export const quote = (text: string): string =>
  /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** An id in the path of the API, within double quotes of a shell. */
export const inPath = (id: string): string => encodeURIComponent(id).replace(/[!'()*]/g, escapeByte);

const escapeByte = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
