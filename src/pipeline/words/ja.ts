import type { Words } from '../../page/PageData.ts';

export const ja: Words = {
  title: '{brand} にログイン',
  titlePlain: 'ログイン',
  loading: 'ログインフォームを読み込んでいます…',
  noscript:
    'ログインするには JavaScript が必要です。ブラウザーで有効にして、ページを再読み込みしてください。',
  switchTo: {
    sms: '電話番号でログイン',
    email: 'メールアドレスでログイン',
  },
  switchedTo: {
    sms: '電話番号でログインできます。',
    email: 'メールアドレスでログインできます。',
  },
  failureTitle: '現在ログインできません',
  failure: {
    not_served: 'このページを直接開くことはできません。ログインしたいアプリに戻り、そこから始めてください。',
    bad_config:
      'ログインのリクエストが壊れているか、不完全です。ログインしたいアプリに戻り、もう一度始めてください。',
    lock_missing:
      'ログインフォームを読み込めませんでした。接続とコンテンツブロッカーを確認して、もう一度お試しください。',
    unreachable: 'ログインサービスに接続できません。接続を確認して、もう一度お試しください。',
    no_connection:
      'このアプリでは現在、SMS やメールでのログインを利用できません。アプリのサポートにお知らせください。',
    slow: '通常より時間がかかっています。このまま待つか、もう一度お試しください。',
    unexpected: '問題が発生しました。もう一度お試しください。',
  },
  tryAgain: 'もう一度試す',
  terms: '利用規約',
  privacy: 'プライバシーポリシー',
  support: 'ヘルプ',
};
