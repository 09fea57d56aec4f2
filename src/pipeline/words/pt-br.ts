import type { Words } from '../../page/PageData.ts';

export const ptBr: Words = {
  title: 'Entrar em {brand}',
  titlePlain: 'Entrar',
  loading: 'Carregando o formulário de login…',
  stalled:
    'O formulário de login não abriu. Tente novamente. Se não resolver, verifique sua conexão e seus bloqueadores de conteúdo ou use um navegador mais recente.',
  noscript: 'Esta página precisa de JavaScript para você entrar. Ative-o no navegador e recarregue a página.',
  switchTo: {
    sms: 'Usar meu número de telefone',
    email: 'Usar meu e-mail',
  },
  switchedTo: {
    sms: 'Agora você pode entrar com seu número de telefone.',
    email: 'Agora você pode entrar com seu e-mail.',
  },
  failureTitle: 'Não é possível entrar agora',
  failure: {
    not_served:
      'Esta página não pode ser aberta diretamente. Volte ao aplicativo em que deseja entrar e comece por lá.',
    bad_config:
      'Sua solicitação de login está danificada ou incompleta. Volte ao aplicativo em que deseja entrar e comece novamente.',
    lock_missing:
      'Não foi possível carregar o formulário de login. Verifique sua conexão e seus bloqueadores de conteúdo e tente novamente.',
    unreachable: 'Não conseguimos acessar o serviço de login. Verifique sua conexão e tente novamente.',
    no_connection:
      'Este aplicativo não oferece login por SMS ou e-mail no momento. Avise a equipe de suporte dele.',
    expired:
      'Esta página ficou aberta por muito tempo e sua solicitação de login expirou. Volte ao aplicativo em que você quer entrar e comece de novo.',
    slow: 'Está demorando mais que o normal. Você pode continuar esperando ou tentar novamente.',
    unexpected: 'Algo deu errado do nosso lado. Tente novamente.',
  },
  accepted: {
    title: 'Seu código está certo',
    note: 'Se você já voltou ao seu aplicativo, pode fechar esta página.',
  },
  error: {
    wrongCode: 'Este código está errado ou expirou. Confira-o ou peça um novo.',
    tooManyTries: 'Muitos códigos errados. Peça um novo código.',
    tooManyRequests: 'Muitas tentativas. Espere alguns minutos e tente novamente.',
    noAccount:
      'Não há nenhuma conta com este número ou e-mail. Confira-o ou fale com o suporte do aplicativo.',
    blocked: 'Esta conta está bloqueada. Fale com o suporte do aplicativo.',
    denied: 'Você não tem acesso a este aplicativo. Fale com o suporte dele.',
    badPhone: 'Este número de telefone não é válido. Confira o número e o país.',
    badEmail: 'Este endereço de e-mail não é válido. Confira-o.',
    notMobile: 'Este número não pode receber SMS. Use um número de celular.',
    unsubscribed:
      'Este número cancelou o recebimento dos nossos SMS. Envie START para o número de onde eles vinham e tente novamente.',
    region: 'Não conseguimos enviar SMS para este país. Use outro número ou outra forma de entrar.',
    notSent: 'Não conseguimos enviar um código para este número. Confira-o ou tente mais tarde.',
    unavailable: 'Esta forma de entrar não está disponível agora. Volte ao aplicativo e comece de novo.',
    server: 'O serviço de login está com um problema. Tente novamente em instantes.',
    unknown: 'Não funcionou. Tente novamente.',
    fallback: 'Não funcionou. Verifique sua conexão e tente novamente.',
  },
  code: {
    missing: 'Digite o código que enviamos a você.',
    change: {
      sms: 'Alterar o número de telefone',
      email: 'Alterar o endereço de e-mail',
    },
    sendAgain: 'Enviar um novo código',
    canSendAgain: 'Agora você já pode pedir um novo código.',
    sentAgain: 'Enviamos um novo código a você. O anterior não vale mais.',
    late: 'Ainda sem o código?',
    lateHint: {
      sms: 'Confira se o número acima está certo e se o seu telefone tem sinal.',
      email: 'Confira se o endereço acima está certo e olhe na pasta de spam.',
    },
  },
  phone: {
    missing: 'Digite seu número de telefone.',
    tooShort: 'Este número é curto demais ({country}). Um celular desse país tem este formato: {example}',
    tooLong: 'Este número é longo demais ({country}). Um celular desse país tem este formato: {example}',
    invalid: 'Este não é um número desse país ({country}). Um celular de lá tem este formato: {example}',
    notOffered: 'Números desse país não podem ser usados aqui ({country}). Escolha um país da lista.',
  },
  label: {
    country: 'País',
    search: 'Buscar um país',
    email: 'Endereço de e-mail',
    back: 'Voltar',
    newCaptcha: 'Outra imagem',
  },
  tryAgain: 'Tentar novamente',
  terms: 'Termos de uso',
  privacy: 'Política de privacidade',
  consent: {
    label: 'Concordo com os termos de uso e a política de privacidade.',
    missing: 'Primeiro marque a caixa para concordar.',
  },
  support: 'Obter ajuda',
};
