import type { Words } from '../../page/PageData.ts';

export const zh: Words = {
  title: '登录 {brand}',
  titlePlain: '登录',
  loading: '正在加载登录表单…',
  noscript: '此页面需要 JavaScript 才能登录。请在浏览器中启用后重新加载页面。',
  switchTo: {
    sms: '改用手机号码',
    email: '改用电子邮箱',
  },
  switchedTo: {
    sms: '现在可以使用手机号码登录。',
    email: '现在可以使用电子邮箱登录。',
  },
  failureTitle: '目前无法登录',
  failure: {
    not_served: '此页面不能直接打开。请返回您要登录的应用，从那里开始。',
    bad_config: '您的登录请求已损坏或不完整。请返回您要登录的应用，重新开始。',
    lock_missing: '无法加载登录表单。请检查网络连接和内容拦截器，然后重试。',
    unreachable: '无法连接登录服务。请检查网络连接，然后重试。',
    no_connection: '此应用目前不支持通过短信或电子邮件登录。请联系该应用的支持团队。',
    expired: '此页面打开时间过长，您的登录请求已过期。请返回要登录的应用，重新开始。',
    slow: '所需时间比平时长。您可以继续等待，也可以重试。',
    unexpected: '我们这边出了点问题。请重试。',
  },
  error: {
    wrongCode: '验证码错误或已过期。请检查，或获取新的验证码。',
    tooManyTries: '错误次数过多。请获取新的验证码。',
    tooManyRequests: '尝试次数过多。请等待几分钟后重试。',
    blocked: '此帐户已被锁定。请联系应用的支持团队。',
    denied: '您无权使用此应用。请联系其支持团队。',
    badPhone: '此电话号码无效。请检查号码和国家/地区。',
    badEmail: '此邮箱地址无效。请检查。',
    notSent: '无法向此号码发送验证码。请检查号码，或稍后重试。',
    unavailable: '此登录方式目前不可用。请返回应用，重新开始。',
    server: '登录服务出现问题。请稍后重试。',
    fallback: '操作未成功。请检查网络连接，然后重试。',
  },
  tryAgain: '重试',
  terms: '使用条款',
  privacy: '隐私政策',
  support: '获取帮助',
};
