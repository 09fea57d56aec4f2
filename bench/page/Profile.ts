/** A device and its network. */
export interface Profile {
  name: string;
  downMbits: number;
  upMbits: number;
  /** Added to every request, as DevTools does it: connections are not slowed. */
  latencyMs: number;
  /** How many times slower than this machine. */
  cpuSlowdown: number;
  width: number;
  height: number;
  mobile: boolean;
}
