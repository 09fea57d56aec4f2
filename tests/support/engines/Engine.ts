/** A browser engine that the scenarios run in. */
export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** How a tab is opened. */
export interface TabOptions {
  /** Width of what the page is laid out in, in CSS pixels. Default: 1000. */
  width?: number;
}

/** How a browser is started. */
export interface EngineOptions {
  /** Whether the visitor has asked for less motion: a setting of the whole system. */
  reducedMotion: boolean;
}

export type Key = 'Enter' | 'Tab' | 'Shift+Tab' | 'Space' | 'ArrowDown' | 'Escape' | 'SelectAll';

/** One tab of a visitor without a past: as little as every engine's driver can do. */
export interface Tab {
  /** Goes to an address; resolves before the page is there. */
  open(address: string): Promise<void>;
  /** Whether it keeps a page that is left, for the back button; Playwright turns that off in its own builds. */
  readonly keepsPages: boolean;
  /** The browser's back button. */
  back(): Promise<void>;
  /** Types into what has the focus, key by key. */
  type(text: string): Promise<void>;
  press(key: Key): Promise<void>;
  /** Clicks in the middle of the first element that matches. */
  click(selector: string): Promise<void>;
  /** Runs an expression in the page; its value must be JSON. Rejects while the page changes. */
  evaluate(expression: string): Promise<unknown>;
  /** PNG of what is in view. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

export interface EngineBrowser {
  newTab(options?: TabOptions): Promise<Tab>;
  close(): Promise<void>;
}
