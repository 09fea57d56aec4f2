import { type CodeTimes, codeHelpState } from './codeHelpState.ts';
import type { LoginPageDetails } from './events/LoginPageEvents.ts';
import { fillFromMessage } from './fillFromMessage.ts';
import type { LiveRegion } from './LiveRegion.ts';
import type { LockPanel } from './LockPanel.ts';
import type { LockPanels } from './LockPanels.ts';
import type { CodeScreen } from './lock/Lock.ts';
import type { Method, Words } from './PageData.ts';
import type { CodeHelpElements } from './pageElements.ts';

const FIELD = 'input[name=vcode]';
/** Lock's own way from the code to the first screen, which keeps what was typed there. */
const WAY_BACK = '.auth0-lock-alternative-link';

interface CodeHelpInput {
  elements: CodeHelpElements;
  /** Where Lock's containers are. */
  lock: HTMLElement;
  words: Words;
  liveRegion: LiveRegion;
  locks: LockPanels;
  codeScreen: CodeScreen | null;
  /** Of the settings, in seconds. */
  resendAfter: number;
}

/** What the page offers below the form while a code is awaited: another one, and what helps when none comes. */
export class CodeHelp {
  private readonly input: CodeHelpInput;
  private readonly times = new Map<Method, CodeTimes>();
  /** Where another code is being sent from. */
  private sending: { method: Method; panel: LockPanel } | null = null;
  /** Whether the visitor is on the way to the application. */
  private isAccepted = false;
  private wasWaiting = false;
  /** How long the button waits. No part of its name: a screen reader is not told of each second. */
  private readonly countdown = document.createElement('span');
  private otp: { field: HTMLInputElement; controller: AbortController } | null = null;

  constructor(input: CodeHelpInput) {
    this.input = input;
    const { elements, lock } = input;
    this.countdown.setAttribute('aria-hidden', 'true');
    elements.sendAgain.append(' ', this.countdown);
    elements.sendAgain.addEventListener('click', () => this.sendAgain());
    this.listen('loginpage:code-sent', ({ method }) => this.onSent(method));
    this.listen('loginpage:error', ({ method, step, code }) => {
      if (step === 'send') this.onRefused(method, code === 'invalid_captcha');
    });
    this.listen('loginpage:code-accepted', () => {
      this.isAccepted = true;
      this.reflect();
    });
    this.listen('loginpage:method-shown', () => {
      elements.sent.hidden = true;
      this.reflect();
    });
    lock.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement && target.matches(FIELD) && target.value !== '') {
        elements.sent.hidden = true;
      }
    });
    new MutationObserver(() => this.reflect()).observe(lock, { childList: true, subtree: true });
    setInterval(() => this.reflect(), 1000);
  }

  private listen<Name extends keyof LoginPageDetails>(
    name: Name,
    listener: (detail: LoginPageDetails[Name]) => void,
  ): void {
    document.addEventListener(name, (event) => listener((event as CustomEvent).detail));
  }

  private sendAgain(): void {
    const { locks, codeScreen } = this.input;
    const panel = locks.shownPanel();
    const method = locks.shownMethod();
    if (panel?.lock === undefined || method === null || this.sending !== null) return;
    const done = codeScreen === null ? 'captcha' : codeScreen.sendAgain(panel.lock);
    if (done === 'captcha') goBack(panel);
    if (done === 'sending') this.sending = { method, panel };
    this.reflect();
  }

  private onSent(method: Method): void {
    const { codeScreen, elements, liveRegion, locks, words } = this.input;
    this.times.set(method, { sentAt: Date.now(), refusedAt: 0 });
    const panel = this.finish(method);
    if (panel?.lock !== undefined) codeScreen?.emptyCode(panel.lock);
    // The visitor may have changed to the other method meanwhile.
    if (method === locks.shownMethod()) {
      elements.sent.hidden = panel === null;
      if (panel !== null) {
        elements.sent.textContent = words.code.sentAgain;
        liveRegion.say(words.code.sentAgain);
        panel.focus();
      }
    }
    this.reflect();
  }

  private onRefused(method: Method, isCaptcha: boolean): void {
    const panel = this.finish(method);
    const times = this.times.get(method);
    if (panel === null || times === undefined) return;
    times.refusedAt = Date.now();
    // Lock has asked for a new challenge, and shows it on its first screen.
    if (isCaptcha) goBack(panel);
    else if (method === this.input.locks.shownMethod()) panel.focus();
    this.reflect();
  }

  /** The panel that was waited for, `null` when a code was asked for on the first screen. */
  private finish(method: Method): LockPanel | null {
    if (this.sending?.method !== method) return null;
    const { panel } = this.sending;
    this.sending = null;
    return panel;
  }

  /** Shows what there is to offer now. */
  private reflect(): void {
    const { elements, locks, words, liveRegion, resendAfter } = this.input;
    const { section, late, lateHint, sendAgain } = elements;
    const method = locks.shownMethod();
    const field = locks.shownPanel()?.element.querySelector<HTMLInputElement>(FIELD) ?? null;
    const times = method === null ? undefined : this.times.get(method);
    this.listenForMessage(method === 'sms' ? field : null);
    section.hidden = field === null || times === undefined || this.isAccepted;
    if (field === null || times === undefined || method === null || section.hidden) {
      elements.sent.hidden = true;
      this.wasWaiting = false;
      return;
    }
    const { secondsLeft, isLate } = codeHelpState(Date.now(), times, resendAfter);
    const isWaiting = secondsLeft > 0;
    sendAgain.disabled = isWaiting || this.sending !== null;
    setText(this.countdown, isWaiting ? clock(secondsLeft) : '');
    if (this.wasWaiting && !isWaiting) liveRegion.say(words.code.canSendAgain);
    this.wasWaiting = isWaiting;
    setText(lateHint, words.code.lateHint[method]);
    const isTyped = field.value !== '';
    // What is there already is not taken away from someone who reads it.
    if (!isLate) late.hidden = true;
    else if (!isTyped) late.hidden = false;
  }

  /** Has the browser fill the code in from the message, as long as the field is there. */
  private listenForMessage(field: HTMLInputElement | null): void {
    if (field === (this.otp?.field ?? null)) return;
    this.otp?.controller.abort();
    const controller = new AbortController();
    this.otp = field === null ? null : { field, controller };
    if (field !== null) void fillFromMessage(field, controller.signal);
  }
}

function goBack(panel: LockPanel): void {
  panel.element.querySelector<HTMLElement>(WAY_BACK)?.click();
  panel.focus();
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** `0:29` */
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
