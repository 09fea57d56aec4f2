/**
 * Whether Twilio can send an SMS from it: a number as E.164 has it, or an alphanumeric sender ID of up to 11
 * characters with a letter in it (twilio.com/docs/glossary/what-alphanumeric-sender-id).
 */
export const isSender = (text: string): boolean =>
  /^\+[1-9]\d{6,14}$/.test(text) || /^(?=.*[a-z])[a-z\d+\-_&][a-z\d +\-_&]{0,9}[a-z\d+\-_&]$/i.test(text);

/** Whether `text` is a messaging service's SID, as the Management API checks it. */
export const isMessagingService = (text: string): boolean => /^MG[0-9a-f]{32}$/i.test(text);

/** Whether `text` is an address, alone or in angle brackets behind a name; Liquid may stand in the name. */
export const isMailAddress = (text: string): boolean => {
  const [, inBrackets] = /^[^<>\r\n@]{0,200}<([^<>]+)>$/.exec(text) ?? [];
  return /^[^\s@<>"#]+@[^\s@<>"#.]+(?:\.[^\s@<>"#.]+)+$/.test(inBrackets ?? text);
};

/** Whether `text` is an IP address, version 4 or 6, or a range of them in CIDR notation. */
export function isAddressRange(text: string): boolean {
  const [, address = '', bits] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  if (address.includes(':')) return URL.canParse(`http://[${address}]`) && Number(bits ?? 0) <= 128;
  const parts = address.split('.');
  return (
    parts.length === 4 &&
    parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255) &&
    Number(bits ?? 0) <= 32
  );
}

/** Whether `text` is the name of a host, in ASCII and small letters as a browser has it, and nothing else. */
export const isHost = (text: string): boolean =>
  text.length <= 253 &&
  /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])?$/.test(text);
