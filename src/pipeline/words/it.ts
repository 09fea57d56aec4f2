import type { Words } from '../../page/PageData.ts';

export const it: Words = {
  title: 'Accedi a {brand}',
  titlePlain: 'Accedi',
  loading: 'Caricamento del modulo di accesso…',
  stalled:
    'Il modulo di accesso non si è avviato. Riprova. Se non basta, controlla la connessione e gli eventuali blocchi dei contenuti, oppure usa un browser più recente.',
  noscript:
    'Questa pagina ha bisogno di JavaScript per farti accedere. Attivalo nel browser e ricarica la pagina.',
  switchTo: {
    sms: 'Usa il numero di telefono',
    email: 'Usa l’indirizzo e-mail',
  },
  switchedTo: {
    sms: 'Ora puoi accedere con il tuo numero di telefono.',
    email: 'Ora puoi accedere con il tuo indirizzo e-mail.',
  },
  failureTitle: 'Al momento non puoi accedere',
  failure: {
    not_served:
      'Questa pagina non può essere aperta direttamente. Torna all’app a cui vuoi accedere e comincia da lì.',
    bad_config:
      'La tua richiesta di accesso è danneggiata o incompleta. Torna all’app a cui vuoi accedere e ricomincia.',
    lock_missing:
      'Impossibile caricare il modulo di accesso. Controlla la connessione e gli eventuali blocchi dei contenuti, poi riprova.',
    unreachable: 'Il servizio di accesso non è raggiungibile. Controlla la connessione, poi riprova.',
    no_connection:
      'Al momento questa app non offre l’accesso via SMS o e-mail. Segnalalo alla sua assistenza.',
    expired:
      'Questa pagina è rimasta aperta troppo a lungo e la richiesta di accesso è scaduta. Torna all’app a cui vuoi accedere e ricomincia.',
    slow: 'Ci vuole più tempo del solito. Puoi continuare ad aspettare o riprovare.',
    unexpected: 'Qualcosa è andato storto da parte nostra. Riprova.',
  },
  accepted: {
    title: 'Il codice è corretto',
    note: 'Se sei già tornato nella tua app, puoi chiudere questa pagina.',
  },
  error: {
    wrongCode: 'Questo codice è sbagliato o è scaduto. Controllalo o chiedine uno nuovo.',
    tooManyTries: 'Troppi codici sbagliati. Chiedi un nuovo codice.',
    tooManyRequests: 'Troppi tentativi. Aspetta qualche minuto, poi riprova.',
    noAccount:
      'Non esiste nessun account con questo numero o indirizzo. Controllalo o contatta l’assistenza dell’app.',
    blocked: 'Questo account è bloccato. Contatta l’assistenza dell’app.',
    denied: 'Non hai accesso a questa app. Contatta la sua assistenza.',
    badPhone: 'Questo numero di telefono non è valido. Controlla il numero e il paese.',
    badEmail: 'Questo indirizzo e-mail non è valido. Controllalo.',
    notMobile: 'Questo numero non può ricevere SMS. Usa un numero di cellulare.',
    unsubscribed:
      'Questo numero ha disattivato i nostri SMS. Invia START al numero da cui arrivavano, poi riprova.',
    region: 'Non possiamo inviare SMS in questo paese. Usa un altro numero o un altro modo di accedere.',
    notSent: 'Non abbiamo potuto inviare un codice a questo numero. Controllalo o riprova più tardi.',
    unavailable: 'Questo modo di accedere non è disponibile al momento. Torna all’app e ricomincia.',
    server: 'Il servizio di accesso ha un problema. Riprova tra poco.',
    unknown: 'Non ha funzionato. Riprova.',
    fallback: 'Non ha funzionato. Controlla la connessione, poi riprova.',
  },
  code: {
    missing: 'Inserisci il codice che ti abbiamo inviato.',
    change: {
      sms: 'Cambia il numero di telefono',
      email: 'Cambia l’indirizzo e-mail',
    },
    sendAgain: 'Invia un nuovo codice',
    canSendAgain: 'Ora puoi chiedere un nuovo codice.',
    sentAgain: 'Ti abbiamo inviato un nuovo codice. Quello precedente non è più valido.',
    late: 'Non hai ancora il codice?',
    lateHint: {
      sms: 'Controlla che il numero qui sopra sia giusto e che il telefono abbia campo.',
      email: 'Controlla che l’indirizzo qui sopra sia giusto e guarda nella cartella spam.',
    },
  },
  phone: {
    missing: 'Inserisci il tuo numero di telefono.',
    tooShort:
      'Questo numero è troppo corto ({country}). Un cellulare di quel paese ha questo formato: {example}',
    tooLong:
      'Questo numero è troppo lungo ({country}). Un cellulare di quel paese ha questo formato: {example}',
    invalid:
      'Questo non è un numero di quel paese ({country}). Un cellulare di lì ha questo formato: {example}',
    notOffered: 'I numeri di quel paese non si possono usare qui ({country}). Scegli un paese dall’elenco.',
  },
  label: {
    country: 'Paese',
    search: 'Cerca un paese',
    email: 'Indirizzo e-mail',
    back: 'Indietro',
    newCaptcha: 'Un’altra immagine',
  },
  tryAgain: 'Riprova',
  terms: 'Condizioni d’uso',
  privacy: 'Informativa sulla privacy',
  consent: {
    label: 'Accetto le condizioni d’uso e l’informativa sulla privacy.',
    missing: 'Prima spunta la casella per accettare.',
  },
  support: 'Assistenza',
};
