import type { Language } from '../../settings/languages.ts';

/**
 * Texts of Lock's form in the page's words, laid over Lock's own: a page of passwordless logins has no "sign up", and
 * one word for one thing. Where Lock's translations address people in another way than the page does, they change too.
 */
export const lockTexts: Readonly<Record<Language, LockTexts>> = {
  en: {
    passwordlessEmailInstructions: 'Enter your email address to log in or create an account.',
    passwordlessEmailAlternativeInstructions:
      'Otherwise, enter your email address to log in or create an account.',
    passwordlessSMSInstructions: 'Enter your phone number to log in or create an account.',
    passwordlessSMSAlternativeInstructions:
      'Otherwise, enter your phone number to log in or create an account.',
    passwordlessSMSCodeInstructions: 'A text message with the code has been sent to %s.',
    signUpTerms: 'By continuing, you agree to our terms of use and privacy policy.',
    signUpWithLabel: 'Continue with %s',
    loginWithLabel: 'Continue with %s',
  },
  es: {
    passwordlessEmailInstructions: 'Introduce tu correo electrónico para iniciar sesión o crear una cuenta.',
    passwordlessEmailAlternativeInstructions:
      'También puedes introducir tu correo electrónico para iniciar sesión o crear una cuenta.',
    passwordlessEmailCodeInstructions: 'Hemos enviado un correo con el código a %s.',
    passwordlessSMSInstructions: 'Introduce tu número de teléfono para iniciar sesión o crear una cuenta.',
    passwordlessSMSAlternativeInstructions:
      'También puedes introducir tu número de teléfono para iniciar sesión o crear una cuenta.',
    passwordlessSMSCodeInstructions: 'Hemos enviado un SMS con el código a %s.',
    signUpTerms: 'Al continuar, aceptas nuestras condiciones de uso y nuestra política de privacidad.',
    signUpWithLabel: 'Continuar con %s',
    loginWithLabel: 'Continuar con %s',
    captchaCodeInputPlaceholder: 'Introduce el código de arriba',
    captchaMathInputPlaceholder: 'Resuelve la fórmula de arriba',
    resendCodeAction: '¿No has recibido el código?',
    sentLabel: '¡Enviado!',
    failedLabel: 'No se ha podido enviar',
    blankEmailErrorHint: 'Escribe tu correo electrónico',
    invalidEmailErrorHint: 'Este correo no es válido',
    blankCaptchaErrorHint: 'Escribe el código de la imagen',
    lastLoginInstructions: 'La última vez iniciaste sesión con',
    notYourAccountAction: '¿No es tu cuenta?',
    success: {
      logIn: 'Has iniciado sesión.',
      magicLink: 'Hemos enviado un enlace para iniciar sesión a %s.',
    },
    error: {
      passwordless: {
        invalid_captcha: 'El texto de la imagen no coincide. Inténtalo de nuevo.',
        invalid_recaptcha: 'Marca la casilla para demostrar que no eres un robot.',
      },
    },
  },
  fr: {
    passwordlessEmailInstructions: 'Saisissez votre adresse e-mail pour vous connecter ou créer un compte.',
    passwordlessEmailAlternativeInstructions:
      'Sinon, saisissez votre adresse e-mail pour vous connecter ou créer un compte.',
    passwordlessEmailCodeInstructions: 'Nous avons envoyé un e-mail avec le code à %s.',
    passwordlessSMSInstructions:
      'Saisissez votre numéro de téléphone pour vous connecter ou créer un compte.',
    passwordlessSMSAlternativeInstructions:
      'Sinon, saisissez votre numéro de téléphone pour vous connecter ou créer un compte.',
    passwordlessSMSCodeInstructions: 'Nous avons envoyé un SMS avec le code au %s.',
    signUpTerms:
      'En continuant, vous acceptez nos conditions d’utilisation et notre politique de confidentialité.',
    signUpWithLabel: 'Continuer avec %s',
    loginWithLabel: 'Continuer avec %s',
    captchaCodeInputPlaceholder: 'Saisissez le code ci-dessus',
    resendLabel: 'Renvoyer',
    failedLabel: 'L’envoi a échoué',
    blankEmailErrorHint: 'Saisissez votre adresse e-mail',
    invalidEmailErrorHint: 'Cette adresse e-mail n’est pas valide',
    success: { magicLink: 'Nous avons envoyé un lien de connexion à %s.' },
    error: {
      passwordless: { invalid_captcha: 'Le texte ne correspond pas à l’image. Réessayez.' },
    },
  },
  de: {
    passwordlessEmailInstructions:
      'Geben Sie Ihre E-Mail-Adresse ein, um sich anzumelden oder ein Konto zu erstellen.',
    passwordlessEmailAlternativeInstructions:
      'Oder geben Sie Ihre E-Mail-Adresse ein, um sich anzumelden oder ein Konto zu erstellen.',
    passwordlessEmailCodeInstructions: 'Wir haben eine E-Mail mit dem Code an %s gesendet.',
    passwordlessSMSInstructions:
      'Geben Sie Ihre Telefonnummer ein, um sich anzumelden oder ein Konto zu erstellen.',
    passwordlessSMSAlternativeInstructions:
      'Oder geben Sie Ihre Telefonnummer ein, um sich anzumelden oder ein Konto zu erstellen.',
    passwordlessSMSCodeInstructions: 'Wir haben eine SMS mit dem Code an %s gesendet.',
    signUpTerms:
      'Wenn Sie fortfahren, stimmen Sie unseren Nutzungsbedingungen und der Datenschutzerklärung zu.',
    signUpWithLabel: 'Weiter mit %s',
    loginWithLabel: 'Weiter mit %s',
    captchaCodeInputPlaceholder: 'Code aus dem Bild eingeben',
    captchaMathInputPlaceholder: 'Aufgabe aus dem Bild lösen',
    retryLabel: 'Erneut versuchen',
    failedLabel: 'Nicht gesendet',
    blankEmailErrorHint: 'Geben Sie Ihre E-Mail-Adresse ein',
    invalidEmailErrorHint: 'Diese E-Mail-Adresse ist ungültig',
    lastLoginInstructions: 'Zuletzt haben Sie sich angemeldet mit',
    success: {
      logIn: 'Sie sind angemeldet.',
      magicLink: 'Wir haben einen Link zum Anmelden an %s gesendet.',
    },
    error: {
      passwordless: {
        invalid_captcha: 'Die Eingabe passt nicht zum Bild. Versuchen Sie es erneut.',
        invalid_recaptcha: 'Setzen Sie das Häkchen, um zu zeigen, dass Sie kein Roboter sind.',
      },
    },
  },
  'pt-br': {
    passwordlessEmailInstructions: 'Digite seu e-mail para entrar ou criar uma conta.',
    passwordlessEmailAlternativeInstructions: 'Ou digite seu e-mail para entrar ou criar uma conta.',
    passwordlessEmailCodeInstructions: 'Enviamos um e-mail com o código para %s.',
    passwordlessSMSInstructions: 'Digite seu número de telefone para entrar ou criar uma conta.',
    passwordlessSMSAlternativeInstructions:
      'Ou digite seu número de telefone para entrar ou criar uma conta.',
    passwordlessSMSCodeInstructions: 'Enviamos um SMS com o código para %s.',
    signUpTerms: 'Ao continuar, você concorda com nossos termos de uso e nossa política de privacidade.',
    signUpWithLabel: 'Continuar com %s',
    loginWithLabel: 'Continuar com %s',
    failedLabel: 'Não foi enviado',
    blankEmailErrorHint: 'Digite seu e-mail',
    invalidEmailErrorHint: 'Este e-mail não é válido',
    success: { logIn: 'Você entrou.', magicLink: 'Enviamos um link para entrar para %s.' },
    error: {
      passwordless: {
        invalid_captcha: 'O texto não corresponde à imagem. Tente novamente.',
        invalid_recaptcha: 'Marque a caixa para mostrar que você não é um robô.',
      },
    },
  },
  it: {
    passwordlessEmailInstructions: 'Inserisci il tuo indirizzo e-mail per accedere o creare un account.',
    passwordlessEmailAlternativeInstructions:
      'Oppure inserisci il tuo indirizzo e-mail per accedere o creare un account.',
    passwordlessEmailCodeInstructions: 'Abbiamo inviato un’e-mail con il codice a %s.',
    passwordlessSMSInstructions: 'Inserisci il tuo numero di telefono per accedere o creare un account.',
    passwordlessSMSAlternativeInstructions:
      'Oppure inserisci il tuo numero di telefono per accedere o creare un account.',
    passwordlessSMSCodeInstructions: 'Abbiamo inviato un SMS con il codice a %s.',
    signUpTerms: 'Continuando, accetti le nostre condizioni d’uso e la nostra informativa sulla privacy.',
    signUpWithLabel: 'Continua con %s',
    loginWithLabel: 'Continua con %s',
    resendCodeAction: 'Non hai ricevuto il codice?',
    resendLabel: 'Invia di nuovo',
    resendingLabel: 'Nuovo invio…',
    retryLabel: 'Riprova',
    failedLabel: 'Invio non riuscito',
    blankEmailErrorHint: 'Inserisci il tuo indirizzo e-mail',
    invalidEmailErrorHint: 'Questo indirizzo e-mail non è valido',
    success: { logIn: 'Accesso eseguito.', magicLink: 'Abbiamo inviato un link per accedere a %s.' },
    error: {
      passwordless: { invalid_captcha: 'Il testo non corrisponde all’immagine. Riprova.' },
    },
  },
  nl: {
    passwordlessEmailInstructions: 'Vul je e-mailadres in om in te loggen of een account aan te maken.',
    passwordlessEmailAlternativeInstructions:
      'Of vul je e-mailadres in om in te loggen of een account aan te maken.',
    passwordlessEmailCodeInstructions: 'We hebben een e-mail met de code gestuurd naar %s.',
    passwordlessSMSInstructions: 'Vul je telefoonnummer in om in te loggen of een account aan te maken.',
    passwordlessSMSAlternativeInstructions:
      'Of vul je telefoonnummer in om in te loggen of een account aan te maken.',
    passwordlessSMSCodeInstructions: 'We hebben een sms met de code gestuurd naar %s.',
    signUpTerms: 'Als je doorgaat, ga je akkoord met onze gebruiksvoorwaarden en ons privacybeleid.',
    signUpWithLabel: 'Doorgaan met %s',
    loginWithLabel: 'Doorgaan met %s',
    codeInputPlaceholder: 'je code',
    captchaCodeInputPlaceholder: 'Vul de code hierboven in',
    captchaMathInputPlaceholder: 'Los de som hierboven op',
    phoneNumberInputPlaceholder: 'je telefoonnummer',
    resendingLabel: 'Wordt verzonden…',
    failedLabel: 'Niet verzonden',
    blankEmailErrorHint: 'Vul je e-mailadres in',
    invalidEmailErrorHint: 'Dit e-mailadres is ongeldig',
    lastLoginInstructions: 'De vorige keer logde je in met',
    notYourAccountAction: 'Niet jouw account?',
    success: {
      logIn: 'Je bent ingelogd.',
      magicLink: 'We hebben een link om in te loggen gestuurd naar %s.',
    },
    error: {
      passwordless: {
        invalid_captcha: 'De tekst klopt niet met de afbeelding. Probeer het opnieuw.',
        invalid_recaptcha: 'Vink het vakje aan om te laten zien dat je geen robot bent.',
      },
    },
  },
  ja: {
    passwordlessEmailInstructions: 'メールアドレスを入力して、ログインするかアカウントを作成してください。',
    passwordlessEmailAlternativeInstructions:
      'または、メールアドレスを入力して、ログインするかアカウントを作成してください。',
    passwordlessEmailCodeInstructions: '%s にコードをメールで送信しました。',
    passwordlessSMSInstructions: '電話番号を入力して、ログインするかアカウントを作成してください。',
    passwordlessSMSAlternativeInstructions:
      'または、電話番号を入力して、ログインするかアカウントを作成してください。',
    passwordlessSMSCodeInstructions: '%s にコードを SMS で送信しました。',
    signUpTerms: '続行すると、利用規約とプライバシーポリシーに同意したことになります。',
    signUpWithLabel: '%s で続行',
    loginWithLabel: '%s で続行',
    resendCodeAction: 'コードが届きませんか？',
    retryLabel: 'もう一度試す',
    failedLabel: '送信できませんでした',
    blankEmailErrorHint: 'メールアドレスを入力してください',
    invalidEmailErrorHint: 'このメールアドレスは正しくありません',
    lastLoginInstructions: '前回のログイン方法：',
    notYourAccountAction: '別のアカウントをお使いですか？',
    success: { magicLink: '%s にログイン用のリンクを送信しました。' },
    error: {
      passwordless: {
        invalid_captcha: '入力した文字が画像と一致しません。もう一度お試しください。',
        invalid_recaptcha: 'チェックボックスを選択して、ロボットではないことを確認してください。',
      },
    },
  },
  zh: {
    passwordlessEmailInstructions: '输入电子邮箱即可登录或创建账号。',
    passwordlessEmailAlternativeInstructions: '或者，输入电子邮箱即可登录或创建账号。',
    passwordlessEmailCodeInstructions: '验证码已通过电子邮件发送到 %s。',
    passwordlessSMSInstructions: '输入手机号码即可登录或创建账号。',
    passwordlessSMSAlternativeInstructions: '或者，输入手机号码即可登录或创建账号。',
    passwordlessSMSCodeInstructions: '验证码已通过短信发送到 %s。',
    signUpTerms: '继续即表示您同意我们的使用条款和隐私政策。',
    signUpWithLabel: '使用 %s 继续',
    loginWithLabel: '使用 %s 继续',
    codeInputPlaceholder: '您的验证码',
    captchaCodeInputPlaceholder: '输入上图中的文字',
    captchaMathInputPlaceholder: '计算上图中的算式',
    resendCodeAction: '没有收到验证码？',
    resendingLabel: '正在重新发送…',
    sentLabel: '已发送',
    failedLabel: '发送失败',
    blankEmailErrorHint: '请输入电子邮箱',
    invalidEmailErrorHint: '此电子邮箱地址无效',
    lastLoginInstructions: '您上次的登录方式',
    success: { magicLink: '登录链接已发送到 %s。' },
    error: {
      passwordless: {
        invalid_captcha: '输入的内容与图片不符。请重试。',
        invalid_recaptcha: '请勾选复选框，确认您不是机器人。',
      },
    },
  },
  ar: {
    passwordlessEmailInstructions: 'أدخل بريدك الإلكتروني لتسجيل الدخول أو إنشاء حساب.',
    passwordlessEmailAlternativeInstructions: 'أو أدخل بريدك الإلكتروني لتسجيل الدخول أو إنشاء حساب.',
    passwordlessEmailCodeInstructions: 'أرسلنا رسالة بريد إلكتروني فيها الرمز إلى %s.',
    passwordlessSMSInstructions: 'أدخل رقم هاتفك لتسجيل الدخول أو إنشاء حساب.',
    passwordlessSMSAlternativeInstructions: 'أو أدخل رقم هاتفك لتسجيل الدخول أو إنشاء حساب.',
    passwordlessSMSCodeInstructions: 'أرسلنا رسالة نصية فيها الرمز إلى %s.',
    signUpTerms: 'بالمتابعة، فأنت توافق على شروط الاستخدام وسياسة الخصوصية الخاصة بنا.',
    signUpWithLabel: 'المتابعة باستخدام %s',
    loginWithLabel: 'المتابعة باستخدام %s',
    captchaCodeInputPlaceholder: 'أدخل الرمز الظاهر أعلاه',
    captchaMathInputPlaceholder: 'حُل المسألة الظاهرة أعلاه',
    resendCodeAction: 'ألم يصلك الرمز؟',
    resendingLabel: 'جارٍ إعادة الإرسال…',
    retryLabel: 'إعادة المحاولة',
    failedLabel: 'تعذّر الإرسال',
    blankEmailErrorHint: 'أدخل بريدك الإلكتروني',
    invalidEmailErrorHint: 'عنوان البريد الإلكتروني هذا غير صالح',
    lastLoginInstructions: 'سجّلت الدخول آخر مرة باستخدام',
    success: { logIn: 'تم تسجيل دخولك.', magicLink: 'أرسلنا رابط تسجيل الدخول إلى %s.' },
    error: {
      passwordless: {
        invalid_captcha: 'النص لا يطابق الصورة. أعد المحاولة.',
        invalid_recaptcha: 'حدّد المربع لتأكيد أنك لست روبوتًا.',
      },
    },
  },
};

/** Of Lock's dictionary, by its keys; `%s` becomes the number, the address or the provider. */
interface LockTexts {
  readonly [key: string]: string | LockTexts;
}
