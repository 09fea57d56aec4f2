import type { Words } from '../../page/PageData.ts';

export const ptBr: Words = {
  title: 'Entrar em {brand}',
  titlePlain: 'Entrar',
  loading: 'Carregando o formulário de login…',
  noscript:
    'Esta página precisa de JavaScript para fazer seu login. Ative-o no navegador e recarregue a página.',
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
    slow: 'Está demorando mais que o normal. Você pode continuar esperando ou tentar novamente.',
    unexpected: 'Algo deu errado do nosso lado. Tente novamente.',
  },
  tryAgain: 'Tentar novamente',
  terms: 'Termos de uso',
  privacy: 'Política de privacidade',
  support: 'Obter ajuda',
};
