import type { Words } from '../../page/PageData.ts';

export const de: Words = {
  title: 'Bei {brand} anmelden',
  titlePlain: 'Anmelden',
  loading: 'Das Anmeldeformular wird geladen…',
  stalled:
    'Das Anmeldeformular ist nicht gestartet. Versuchen Sie es erneut. Wenn das nicht hilft, prüfen Sie Ihre Verbindung und Inhaltsblocker, oder verwenden Sie einen neueren Browser.',
  noscript:
    'Diese Seite braucht JavaScript, um Sie anzumelden. Schalten Sie es im Browser ein und laden Sie die Seite neu.',
  switchTo: {
    sms: 'Stattdessen Telefonnummer verwenden',
    email: 'Stattdessen E-Mail-Adresse verwenden',
  },
  switchedTo: {
    sms: 'Sie können sich jetzt mit Ihrer Telefonnummer anmelden.',
    email: 'Sie können sich jetzt mit Ihrer E-Mail-Adresse anmelden.',
  },
  failureTitle: 'Die Anmeldung ist gerade nicht möglich',
  failure: {
    not_served:
      'Diese Seite lässt sich nicht direkt öffnen. Gehen Sie zurück zur App, bei der Sie sich anmelden möchten, und beginnen Sie dort.',
    bad_config:
      'Ihre Anmeldeanfrage ist beschädigt oder unvollständig. Gehen Sie zurück zur App, bei der Sie sich anmelden möchten, und beginnen Sie von vorn.',
    lock_missing:
      'Das Anmeldeformular konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und Inhaltsblocker und versuchen Sie es erneut.',
    unreachable:
      'Der Anmeldedienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    no_connection:
      'Diese App bietet derzeit keine Anmeldung per SMS oder E-Mail an. Bitte wenden Sie sich an ihren Support.',
    expired:
      'Diese Seite war zu lange offen, und Ihre Anmeldung ist abgelaufen. Gehen Sie zurück zur App, bei der Sie sich anmelden möchten, und beginnen Sie von vorn.',
    slow: 'Das dauert länger als sonst. Sie können weiter warten oder es erneut versuchen.',
    unexpected: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es erneut.',
  },
  accepted: {
    title: 'Ihr Code war richtig',
    note: 'Wenn Sie schon wieder in Ihrer App sind, können Sie diese Seite schließen.',
  },
  error: {
    wrongCode: 'Dieser Code ist falsch oder abgelaufen. Prüfen Sie ihn, oder fordern Sie einen neuen an.',
    tooManyTries: 'Zu viele falsche Codes. Fordern Sie einen neuen Code an.',
    tooManyRequests: 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann noch einmal.',
    noAccount:
      'Zu dieser Nummer oder Adresse gibt es kein Konto. Prüfen Sie sie, oder wenden Sie sich an den Support der App.',
    blocked: 'Dieses Konto ist gesperrt. Bitte wenden Sie sich an den Support der App.',
    denied: 'Sie haben keinen Zugang zu dieser App. Bitte wenden Sie sich an deren Support.',
    badPhone: 'Diese Telefonnummer ist ungültig. Prüfen Sie sie und das Land.',
    badEmail: 'Diese E-Mail-Adresse ist ungültig. Prüfen Sie sie.',
    notMobile: 'Diese Nummer kann keine SMS empfangen. Verwenden Sie eine Mobilnummer.',
    unsubscribed:
      'Diese Nummer hat unsere SMS abbestellt. Senden Sie START an die Nummer, von der sie kamen, und versuchen Sie es erneut.',
    region:
      'In dieses Land können wir keine SMS senden. Verwenden Sie eine andere Nummer oder eine andere Art der Anmeldung.',
    notSent:
      'An diese Nummer konnten wir keinen Code senden. Prüfen Sie sie, oder versuchen Sie es später noch einmal.',
    unavailable:
      'Diese Art der Anmeldung ist gerade nicht verfügbar. Gehen Sie zurück zur App und beginnen Sie von vorn.',
    server: 'Der Anmeldedienst hat eine Störung. Bitte versuchen Sie es gleich noch einmal.',
    unknown: 'Das hat nicht geklappt. Bitte versuchen Sie es erneut.',
    fallback: 'Das hat nicht geklappt. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  },
  code: {
    missing: 'Geben Sie den Code ein, den wir Ihnen gesendet haben.',
    change: {
      sms: 'Telefonnummer ändern',
      email: 'E-Mail-Adresse ändern',
    },
    sendAgain: 'Neuen Code senden',
    canSendAgain: 'Sie können jetzt einen neuen Code anfordern.',
    sentAgain: 'Wir haben Ihnen einen neuen Code gesendet. Der vorige gilt nicht mehr.',
    late: 'Noch kein Code?',
    lateHint: {
      sms: 'Prüfen Sie, ob die Nummer oben stimmt und Ihr Telefon Empfang hat.',
      email: 'Prüfen Sie, ob die Adresse oben stimmt, und sehen Sie im Spam-Ordner nach.',
    },
  },
  phone: {
    missing: 'Geben Sie Ihre Telefonnummer ein.',
    tooShort:
      'Diese Nummer ist zu kurz ({country}). Eine Mobilnummer dort sieht zum Beispiel so aus: {example}',
    tooLong:
      'Diese Nummer ist zu lang ({country}). Eine Mobilnummer dort sieht zum Beispiel so aus: {example}',
    invalid:
      'Das ist keine Telefonnummer dieses Landes ({country}). Eine Mobilnummer dort sieht zum Beispiel so aus: {example}',
    notOffered:
      'Nummern dieses Landes können hier nicht verwendet werden ({country}). Wählen Sie ein Land aus der Liste.',
  },
  label: {
    country: 'Land',
    search: 'Land suchen',
    email: 'E-Mail-Adresse',
    back: 'Zurück',
    newCaptcha: 'Anderes Bild',
  },
  tryAgain: 'Erneut versuchen',
  terms: 'Nutzungsbedingungen',
  privacy: 'Datenschutzerklärung',
  consent: {
    label: 'Ich stimme den Nutzungsbedingungen und der Datenschutzerklärung zu.',
    missing: 'Setzen Sie zuerst das Häkchen, um zuzustimmen.',
  },
  support: 'Hilfe',
};
