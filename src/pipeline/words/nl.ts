import type { Words } from '../../page/PageData.ts';

export const nl: Words = {
  title: 'Inloggen bij {brand}',
  titlePlain: 'Inloggen',
  loading: 'Het inlogformulier wordt geladen…',
  stalled:
    'Het inlogformulier is niet gestart. Probeer het opnieuw. Helpt dat niet, controleer dan je verbinding en eventuele contentblokkers, of gebruik een nieuwere browser.',
  noscript:
    'Deze pagina heeft JavaScript nodig om je in te loggen. Zet het aan in je browser en laad de pagina opnieuw.',
  switchTo: {
    sms: 'Mijn telefoonnummer gebruiken',
    email: 'Mijn e-mailadres gebruiken',
  },
  switchedTo: {
    sms: 'Je kunt nu inloggen met je telefoonnummer.',
    email: 'Je kunt nu inloggen met je e-mailadres.',
  },
  failureTitle: 'Je kunt nu niet inloggen',
  failure: {
    not_served:
      'Deze pagina kan niet rechtstreeks worden geopend. Ga terug naar de app waarbij je wilt inloggen en begin daar.',
    bad_config:
      'Je inlogverzoek is beschadigd of onvolledig. Ga terug naar de app waarbij je wilt inloggen en begin opnieuw.',
    lock_missing:
      'Het inlogformulier kon niet worden geladen. Controleer je verbinding en eventuele contentblokkers en probeer het opnieuw.',
    unreachable: 'We kunnen de inlogdienst niet bereiken. Controleer je verbinding en probeer het opnieuw.',
    no_connection:
      'Deze app biedt op dit moment geen login via sms of e-mail aan. Meld het bij de helpdesk van de app.',
    expired:
      'Deze pagina stond te lang open en je inlogverzoek is verlopen. Ga terug naar de app waarbij je wilt inloggen en begin opnieuw.',
    slow: 'Dit duurt langer dan normaal. Je kunt blijven wachten of het opnieuw proberen.',
    unexpected: 'Er ging iets mis aan onze kant. Probeer het opnieuw.',
  },
  accepted: {
    title: 'Je code was juist',
    note: 'Als je al terug bent in je app, kun je deze pagina sluiten.',
  },
  error: {
    wrongCode: 'Deze code is onjuist of verlopen. Controleer hem of vraag een nieuwe aan.',
    tooManyTries: 'Te veel onjuiste codes. Vraag een nieuwe code aan.',
    tooManyRequests: 'Te veel pogingen. Wacht een paar minuten en probeer het dan opnieuw.',
    noAccount:
      'Er is geen account met dit nummer of adres. Controleer het of neem contact op met de helpdesk van de app.',
    blocked: 'Dit account is geblokkeerd. Neem contact op met de helpdesk van de app.',
    denied: 'Je hebt geen toegang tot deze app. Neem contact op met de helpdesk ervan.',
    badPhone: 'Dit telefoonnummer is ongeldig. Controleer het nummer en het land.',
    badEmail: 'Dit e-mailadres is ongeldig. Controleer het.',
    notMobile: 'Dit nummer kan geen sms ontvangen. Gebruik een mobiel nummer.',
    unsubscribed:
      'Dit nummer heeft zich afgemeld voor onze sms-berichten. Stuur START naar het nummer waar ze vandaan kwamen en probeer het opnieuw.',
    region:
      'We kunnen geen sms naar dit land sturen. Gebruik een ander nummer of een andere manier van inloggen.',
    notSent: 'We konden geen code naar dit nummer sturen. Controleer het of probeer het later opnieuw.',
    unavailable: 'Deze manier van inloggen is nu niet beschikbaar. Ga terug naar de app en begin opnieuw.',
    server: 'De inlogdienst heeft een storing. Probeer het zo opnieuw.',
    unknown: 'Dat lukte niet. Probeer het opnieuw.',
    fallback: 'Dat lukte niet. Controleer je verbinding en probeer het opnieuw.',
  },
  code: {
    missing: 'Voer de code in die we je hebben gestuurd.',
    change: {
      sms: 'Telefoonnummer wijzigen',
      email: 'E-mailadres wijzigen',
    },
    sendAgain: 'Nieuwe code sturen',
    canSendAgain: 'Je kunt nu een nieuwe code aanvragen.',
    sentAgain: 'We hebben je een nieuwe code gestuurd. De vorige werkt niet meer.',
    late: 'Nog geen code?',
    lateHint: {
      sms: 'Controleer of het nummer hierboven klopt en of je telefoon bereik heeft.',
      email: 'Controleer of het adres hierboven klopt en kijk in je spammap.',
    },
  },
  phone: {
    missing: 'Vul je telefoonnummer in.',
    tooShort: 'Dit nummer is te kort ({country}). Een mobiel nummer daar ziet er zo uit: {example}',
    tooLong: 'Dit nummer is te lang ({country}). Een mobiel nummer daar ziet er zo uit: {example}',
    invalid:
      'Dit is geen telefoonnummer van dat land ({country}). Een mobiel nummer daar ziet er zo uit: {example}',
    notOffered:
      'Nummers van dat land kunnen hier niet worden gebruikt ({country}). Kies een land uit de lijst.',
  },
  label: {
    country: 'Land',
    search: 'Een land zoeken',
    email: 'E-mailadres',
    back: 'Terug',
    newCaptcha: 'Een andere afbeelding',
  },
  tryAgain: 'Opnieuw proberen',
  terms: 'Gebruiksvoorwaarden',
  privacy: 'Privacybeleid',
  consent: {
    label: 'Ik ga akkoord met de gebruiksvoorwaarden en het privacybeleid.',
    missing: 'Vink eerst het vakje aan om akkoord te gaan.',
  },
  support: 'Hulp',
};
