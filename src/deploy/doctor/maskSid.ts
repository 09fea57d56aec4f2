/** An id of Twilio's, so that its owner knows which one it is and nobody else can use it: `AC…1234`. */
export function maskSid(sid: string): string {
  // What is shorter is no id: it may be anything, a token too.
  return sid.length < 20 ? `${sid.slice(0, 2)}…` : `${sid.slice(0, 2)}…${sid.slice(-4)}`;
}
