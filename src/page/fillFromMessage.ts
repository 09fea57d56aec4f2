interface OtpContainer {
  get(options: { otp: { transport: ['sms'] }; signal: AbortSignal }): Promise<{ code?: string } | null>;
}

/**
 * Fills in the code of a text message that ends with this page's host (`tenant.sms.autofill` of the settings), in
 * browsers that offer it. They ask the visitor only once such a message has come; others do nothing.
 *
 * @see https://wicg.github.io/web-otp/
 */
export async function fillFromMessage(field: HTMLInputElement, signal: AbortSignal): Promise<void> {
  if (!('OTPCredential' in window)) return;
  try {
    const container = navigator.credentials as unknown as OtpContainer;
    const credential = await container.get({ otp: { transport: ['sms'] }, signal });
    if (credential?.code === undefined || signal.aborted || field.value !== '') return;
    field.value = credential.code;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  } catch {
    // Refused, aborted, or no permission: the code is typed.
  }
}
