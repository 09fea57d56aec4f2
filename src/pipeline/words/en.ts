import type { Words } from '../../page/PageData.ts';

export const en: Words = {
  title: 'Log in to {brand}',
  titlePlain: 'Log in',
  loading: 'Loading the login form…',
  stalled:
    'The login form has not started. Try again. If that does not help, check your connection and any content blocker, or use a newer browser.',
  noscript: 'This page needs JavaScript to log you in. Turn it on in your browser and load the page again.',
  switchTo: {
    sms: 'Use your phone number instead',
    email: 'Use your email address instead',
  },
  switchedTo: {
    sms: 'You can now log in with your phone number.',
    email: 'You can now log in with your email address.',
  },
  failureTitle: 'You can’t log in right now',
  failure: {
    not_served:
      'This page can’t be opened directly. Go back to the app that you want to log in to, and start from there.',
    bad_config:
      'Your login request is damaged or incomplete. Go back to the app that you want to log in to, and start again.',
    lock_missing:
      'The login form could not be loaded. Check your connection and any content blocker, then try again.',
    unreachable: 'We can’t reach the login service. Check your connection, then try again.',
    no_connection:
      'This app offers no way to log in by text message or email at the moment. Please tell its support team.',
    expired:
      'This page has been open for too long, and your login request has expired. Go back to the app that you want to log in to, and start again.',
    slow: 'This takes longer than usual. You can keep waiting, or try again.',
    unexpected: 'Something went wrong on our side. Please try again.',
  },
  accepted: {
    title: 'Your code was right',
    note: 'If you are back in your app already, you can close this page.',
  },
  error: {
    wrongCode: 'This code is wrong or has expired. Check it, or ask for a new one.',
    tooManyTries: 'Too many wrong codes. Ask for a new code.',
    tooManyRequests: 'Too many attempts. Wait a few minutes, then try again.',
    noAccount:
      'There is no account with this number or address. Check it, or contact the app’s support team.',
    blocked: 'This account is blocked. Please contact the app’s support team.',
    denied: 'You have no access to this app. Please contact its support team.',
    badPhone: 'This phone number is not valid. Check it, with its country.',
    badEmail: 'This email address is not valid. Check it.',
    notMobile: 'This number cannot receive text messages. Use a mobile number.',
    unsubscribed:
      'This number has opted out of our text messages. Text START to the number they came from, then try again.',
    region: 'We cannot send text messages to this country. Use another number, or another way to log in.',
    notSent: 'We could not send a code to this number. Check it, or try again later.',
    unavailable: 'This way to log in is not available right now. Go back to the app and start again.',
    server: 'The login service has a problem. Please try again in a moment.',
    unknown: 'That did not work. Please try again.',
    fallback: 'That did not work. Check your connection, then try again.',
  },
  code: {
    missing: 'Enter the code that we sent you.',
    change: {
      sms: 'Change the phone number',
      email: 'Change the email address',
    },
    sendAgain: 'Send a new code',
    canSendAgain: 'You can ask for a new code now.',
    sentAgain: 'We have sent you a new code. The earlier one no longer works.',
    late: 'No code yet?',
    lateHint: {
      sms: 'Check that the number above is right, and that your phone has reception.',
      email: 'Check that the address above is right, and look in your spam folder.',
    },
  },
  phone: {
    missing: 'Enter your phone number.',
    tooShort: 'This number is too short ({country}). A mobile number there looks like this: {example}',
    tooLong: 'This number is too long ({country}). A mobile number there looks like this: {example}',
    invalid:
      'This is not a phone number of this country ({country}). A mobile number there looks like this: {example}',
    notOffered:
      'Phone numbers of this country can’t be used here ({country}). Choose a country from the list.',
  },
  label: {
    country: 'Country',
    search: 'Search for a country',
    email: 'Email address',
    back: 'Back',
    newCaptcha: 'Another picture',
  },
  tryAgain: 'Try again',
  terms: 'Terms of use',
  privacy: 'Privacy policy',
  consent: {
    label: 'I agree to the terms of use and the privacy policy.',
    missing: 'Tick the box to agree first.',
  },
  support: 'Get help',
};
