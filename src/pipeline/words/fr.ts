import type { Words } from '../../page/PageData.ts';

export const fr: Words = {
  title: 'Se connecter à {brand}',
  titlePlain: 'Se connecter',
  loading: 'Chargement du formulaire de connexion…',
  stalled:
    'Le formulaire de connexion n’a pas démarré. Réessayez. Si cela ne suffit pas, vérifiez votre connexion et vos bloqueurs de contenu, ou utilisez un navigateur plus récent.',
  noscript:
    'Cette page a besoin de JavaScript pour vous connecter. Activez-le dans votre navigateur et rechargez la page.',
  switchTo: {
    sms: 'Utiliser mon numéro de téléphone',
    email: 'Utiliser mon adresse e-mail',
  },
  switchedTo: {
    sms: 'Vous pouvez maintenant vous connecter avec votre numéro de téléphone.',
    email: 'Vous pouvez maintenant vous connecter avec votre adresse e-mail.',
  },
  failureTitle: 'Connexion impossible pour le moment',
  failure: {
    not_served:
      'Cette page ne peut pas être ouverte directement. Retournez dans l’application à laquelle vous voulez vous connecter et recommencez depuis celle-ci.',
    bad_config:
      'Votre demande de connexion est endommagée ou incomplète. Retournez dans l’application à laquelle vous voulez vous connecter et recommencez.',
    lock_missing:
      'Le formulaire de connexion n’a pas pu être chargé. Vérifiez votre connexion et vos bloqueurs de contenu, puis réessayez.',
    unreachable: 'Le service de connexion est injoignable. Vérifiez votre connexion, puis réessayez.',
    no_connection:
      'Cette application ne propose actuellement aucune connexion par SMS ou par e-mail. Veuillez prévenir son assistance.',
    expired:
      'Cette page est restée ouverte trop longtemps et votre demande de connexion a expiré. Revenez à l’application à laquelle vous voulez vous connecter et recommencez.',
    slow: 'C’est plus long que d’habitude. Vous pouvez patienter ou réessayer.',
    unexpected: 'Un problème est survenu de notre côté. Veuillez réessayer.',
  },
  accepted: {
    title: 'Votre code est correct',
    note: 'Si vous êtes déjà de retour dans votre application, vous pouvez fermer cette page.',
  },
  error: {
    wrongCode: 'Ce code est incorrect ou a expiré. Vérifiez-le ou demandez-en un nouveau.',
    tooManyTries: 'Trop de codes incorrects. Demandez un nouveau code.',
    tooManyRequests: 'Trop de tentatives. Attendez quelques minutes, puis réessayez.',
    noAccount:
      'Aucun compte ne correspond à ce numéro ou à cette adresse. Vérifiez la saisie ou contactez l’assistance de l’application.',
    blocked: 'Ce compte est bloqué. Contactez l’assistance de l’application.',
    denied: 'Vous n’avez pas accès à cette application. Contactez son assistance.',
    badPhone: 'Ce numéro de téléphone n’est pas valide. Vérifiez-le, ainsi que le pays.',
    badEmail: 'Cette adresse e-mail n’est pas valide. Vérifiez-la.',
    notMobile: 'Ce numéro ne peut pas recevoir de SMS. Utilisez un numéro de mobile.',
    unsubscribed:
      'Ce numéro s’est désabonné de nos SMS. Envoyez START au numéro dont ils provenaient, puis réessayez.',
    region:
      'Nous ne pouvons pas envoyer de SMS vers ce pays. Utilisez un autre numéro ou un autre mode de connexion.',
    notSent: 'Nous n’avons pas pu envoyer de code à ce numéro. Vérifiez-le ou réessayez plus tard.',
    unavailable:
      'Ce mode de connexion n’est pas disponible pour le moment. Revenez à l’application et recommencez.',
    server: 'Le service de connexion rencontre un problème. Réessayez dans un instant.',
    unknown: 'Cela n’a pas fonctionné. Veuillez réessayer.',
    fallback: 'Cela n’a pas fonctionné. Vérifiez votre connexion, puis réessayez.',
  },
  code: {
    missing: 'Saisissez le code que nous vous avons envoyé.',
    change: {
      sms: 'Modifier le numéro de téléphone',
      email: 'Modifier l’adresse e-mail',
    },
    sendAgain: 'Envoyer un nouveau code',
    canSendAgain: 'Vous pouvez maintenant demander un nouveau code.',
    sentAgain: 'Nous vous avons envoyé un nouveau code. Le précédent n’est plus valable.',
    late: 'Toujours pas de code ?',
    lateHint: {
      sms: 'Vérifiez que le numéro ci-dessus est correct et que votre téléphone a du réseau.',
      email: 'Vérifiez que l’adresse ci-dessus est correcte et regardez dans vos courriers indésirables.',
    },
  },
  phone: {
    missing: 'Saisissez votre numéro de téléphone.',
    tooShort: 'Ce numéro est trop court ({country}). Exemple de numéro de mobile de ce pays : {example}',
    tooLong: 'Ce numéro est trop long ({country}). Exemple de numéro de mobile de ce pays : {example}',
    invalid: 'Ce numéro n’est pas un numéro de ce pays ({country}). Exemple de numéro de mobile : {example}',
    notOffered:
      'Les numéros de ce pays ne sont pas acceptés ici ({country}). Choisissez un pays dans la liste.',
  },
  label: {
    country: 'Pays',
    search: 'Rechercher un pays',
    email: 'Adresse e-mail',
    back: 'Retour',
    newCaptcha: 'Une autre image',
  },
  tryAgain: 'Réessayer',
  terms: 'Conditions d’utilisation',
  privacy: 'Politique de confidentialité',
  consent: {
    label: 'J’accepte les conditions d’utilisation et la politique de confidentialité.',
    missing: 'Cochez d’abord la case pour accepter.',
  },
  support: 'Obtenir de l’aide',
};
