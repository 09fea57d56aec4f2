/** What a text costs as an SMS. */
export interface SmsSize {
  encoding: 'GSM-7' | 'UCS-2';
  /** Characters as a person counts them, by code point. */
  characters: number;
  /** Each is paid for, and may arrive by itself. */
  segments: number;
  /** Characters that GSM-7 does not have, each once: because of them it is UCS-2. */
  foreign: readonly string[];
}

/** 3GPP TS 23.038, 6.2.1: one septet each. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** 6.2.1.1: an escape before each, so two septets. */
const EXTENDED = new Set('\f^{}\\[~]|€');

/** Septets, or 16-bit units, of a text that is sent as one, and of each segment of a longer one. */
const ROOM = { 'GSM-7': [160, 153], 'UCS-2': [70, 67] } as const;

/** The encoding and the segments of an SMS. */
export function smsSize(text: string): SmsSize {
  const characters = [...text];
  const foreign = [...new Set(characters.filter((it) => !BASIC.has(it) && !EXTENDED.has(it)))];
  const encoding = foreign.length === 0 ? 'GSM-7' : 'UCS-2';
  const units = characters.map((it) => (encoding === 'UCS-2' ? it.length : EXTENDED.has(it) ? 2 : 1));
  return { encoding, characters: characters.length, segments: segmentsOf(units, ROOM[encoding]), foreign };
}

/** A character of two units is not cut in two: where only one has room, both begin the next segment. */
function segmentsOf(units: readonly number[], [alone, each]: readonly [number, number]): number {
  if (units.length === 0) return 0;
  if (units.reduce((sum, it) => sum + it, 0) <= alone) return 1;
  let segments = 1;
  let used = 0;
  for (const unit of units) {
    if (used + unit > each) {
      segments++;
      used = 0;
    }
    used += unit;
  }
  return segments;
}
