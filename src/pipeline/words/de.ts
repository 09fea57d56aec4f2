import type { Words } from '../../page/PageData.ts';

export const de: Words = {
  title: 'Bei {brand} anmelden',
  titlePlain: 'Anmelden',
  loading: 'Das Anmeldeformular wird geladen…',
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
    slow: 'Das dauert länger als sonst. Sie können weiter warten oder es erneut versuchen.',
    unexpected: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es erneut.',
  },
  tryAgain: 'Erneut versuchen',
  terms: 'Nutzungsbedingungen',
  privacy: 'Datenschutzerklärung',
  support: 'Hilfe',
};
