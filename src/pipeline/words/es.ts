import type { Words } from '../../page/PageData.ts';

export const es: Words = {
  title: 'Iniciar sesión en {brand}',
  titlePlain: 'Iniciar sesión',
  loading: 'Cargando el formulario de acceso…',
  stalled:
    'El formulario de acceso no se ha iniciado. Inténtalo de nuevo. Si no sirve, comprueba tu conexión y tus bloqueadores de contenido, o usa un navegador más reciente.',
  noscript:
    'Esta página necesita JavaScript para iniciar tu sesión. Actívalo en tu navegador y vuelve a cargar la página.',
  switchTo: {
    sms: 'Usar mi número de teléfono',
    email: 'Usar mi correo electrónico',
  },
  switchedTo: {
    sms: 'Ahora puedes iniciar sesión con tu número de teléfono.',
    email: 'Ahora puedes iniciar sesión con tu correo electrónico.',
  },
  failureTitle: 'Ahora mismo no puedes iniciar sesión',
  failure: {
    not_served:
      'Esta página no se puede abrir directamente. Vuelve a la aplicación en la que quieres iniciar sesión y empieza desde allí.',
    bad_config:
      'Tu solicitud de acceso está dañada o incompleta. Vuelve a la aplicación en la que quieres iniciar sesión y empieza de nuevo.',
    lock_missing:
      'No se ha podido cargar el formulario de acceso. Comprueba tu conexión y tus bloqueadores de contenido e inténtalo de nuevo.',
    unreachable: 'No podemos conectar con el servicio de acceso. Comprueba tu conexión e inténtalo de nuevo.',
    no_connection:
      'Esta aplicación no ofrece por ahora el acceso por SMS ni por correo electrónico. Avisa a su equipo de soporte.',
    expired:
      'Esta página ha estado abierta demasiado tiempo y tu solicitud de acceso ha caducado. Vuelve a la aplicación en la que quieres iniciar sesión y empieza de nuevo.',
    slow: 'Está tardando más de lo normal. Puedes seguir esperando o intentarlo de nuevo.',
    unexpected: 'Algo ha fallado por nuestra parte. Inténtalo de nuevo.',
  },
  accepted: {
    title: 'El código es correcto',
    note: 'Si ya estás de vuelta en tu aplicación, puedes cerrar esta página.',
  },
  error: {
    wrongCode: 'Este código es incorrecto o ha caducado. Compruébalo o pide uno nuevo.',
    tooManyTries: 'Demasiados códigos incorrectos. Pide un código nuevo.',
    tooManyRequests: 'Demasiados intentos. Espera unos minutos y vuelve a intentarlo.',
    noAccount:
      'No hay ninguna cuenta con este número o correo. Compruébalo o ponte en contacto con el soporte de la aplicación.',
    blocked: 'Esta cuenta está bloqueada. Ponte en contacto con el soporte de la aplicación.',
    denied: 'No tienes acceso a esta aplicación. Ponte en contacto con su soporte.',
    badPhone: 'Este número de teléfono no es válido. Comprueba el número y el país.',
    badEmail: 'Esta dirección de correo no es válida. Compruébala.',
    notMobile: 'Este número no puede recibir SMS. Usa un número de móvil.',
    unsubscribed:
      'Este número se ha dado de baja de nuestros SMS. Envía START al número del que venían y vuelve a intentarlo.',
    region: 'No podemos enviar SMS a este país. Usa otro número u otra forma de iniciar sesión.',
    notSent: 'No hemos podido enviar un código a este número. Compruébalo o inténtalo más tarde.',
    unavailable:
      'Esta forma de iniciar sesión no está disponible ahora. Vuelve a la aplicación y empieza de nuevo.',
    server: 'El servicio de acceso tiene un problema. Vuelve a intentarlo en un momento.',
    unknown: 'No ha funcionado. Inténtalo de nuevo.',
    fallback: 'No ha funcionado. Comprueba tu conexión y vuelve a intentarlo.',
  },
  code: {
    missing: 'Introduce el código que te hemos enviado.',
    change: {
      sms: 'Cambiar el número de teléfono',
      email: 'Cambiar la dirección de correo',
    },
    sendAgain: 'Enviar un código nuevo',
    canSendAgain: 'Ya puedes pedir un código nuevo.',
    sentAgain: 'Te hemos enviado un código nuevo. El anterior ya no sirve.',
    late: '¿Aún no tienes el código?',
    lateHint: {
      sms: 'Comprueba que el número de arriba es correcto y que tu teléfono tiene cobertura.',
      email: 'Comprueba que la dirección de arriba es correcta y mira en la carpeta de correo no deseado.',
    },
  },
  phone: {
    missing: 'Escribe tu número de teléfono.',
    tooShort: 'Este número es demasiado corto ({country}). Un número de móvil de ese país es así: {example}',
    tooLong: 'Este número es demasiado largo ({country}). Un número de móvil de ese país es así: {example}',
    invalid: 'Este número no es de ese país ({country}). Un número de móvil de allí es así: {example}',
    notOffered: 'Aquí no se pueden usar números de ese país ({country}). Elige un país de la lista.',
  },
  label: {
    country: 'País',
    search: 'Buscar un país',
    email: 'Dirección de correo electrónico',
    back: 'Atrás',
    newCaptcha: 'Otra imagen',
  },
  tryAgain: 'Intentar de nuevo',
  terms: 'Condiciones de uso',
  privacy: 'Política de privacidad',
  consent: {
    label: 'Acepto las condiciones de uso y la política de privacidad.',
    missing: 'Marca primero la casilla para aceptar.',
  },
  support: 'Obtener ayuda',
};
