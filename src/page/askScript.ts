/** A script that was asked for, and what it has called its function with so far. */
export interface AskedScript {
  url: string;
  /** By `performance.now()`. */
  since: number;
  payloads: unknown[];
  outcome: 'pending' | 'loaded' | 'failed';
  /** Called at each change of the above; whoever waits for it puts itself here. */
  onChange: () => void;
  /** Stops listening. */
  end: () => void;
}

/**
 * Loads a script that calls `window.Auth0[callback](payload)`: the only way in which Auth0 gives the client
 * settings.
 */
export function askScript({ url, callback }: { url: string; callback: string }): AskedScript {
  window.Auth0 ??= {};
  const registry = window.Auth0;
  const script = document.createElement('script');
  const asked: AskedScript = {
    url,
    since: performance.now(),
    payloads: [],
    outcome: 'pending',
    onChange: () => undefined,
    end: () => {
      // Not deleted: an answer that comes too late still calls it, and must not end in an exception.
      registry[callback] = () => undefined;
      script.remove();
    },
  };
  const settle = (outcome: 'loaded' | 'failed') => () => {
    asked.outcome = outcome;
    asked.onChange();
  };
  registry[callback] = (payload: unknown) => {
    asked.payloads.push(payload);
    asked.onChange();
  };
  script.addEventListener('load', settle('loaded'));
  script.addEventListener('error', settle('failed'));
  // The same cache buster that Lock adds: what a dashboard change enables is offered at once.
  script.src = `${url}?t${Date.now()}`;
  document.head.append(script);
  return asked;
}
