import { document } from '../pages/document.ts';

/** The sample app: what it looks like before its script has run. */
export const appPage: string = document({
  title: 'Sample app',
  current: '/app',
  scripts: ['/tenant/assets/app.js'],
  body: `<main class="app">
<h1>Sample app</h1>
<p>A single-page application with the real <code>@auth0/auth0-spa-js</code>, as yours would use it. Codes arrive in the
<a href="/tenant/outbox" target="_blank" rel="noopener">outbox</a>, which opens in a new tab.</p>
<div id="result" role="status" aria-live="polite" tabindex="-1"></div>
<p id="copied" class="unseen" role="status"></p>
<section id="login" aria-labelledby="login-title">
<h2 id="login-title">Log in</h2>
<form id="choices">
<fieldset><legend>How</legend>
<label><input type="radio" name="how" value="redirect" checked> by redirect</label>
<label><input type="radio" name="how" value="popup"> in a popup</label>
</fieldset>
<fieldset><legend><code>allowedConnections</code></legend>
<label><input type="radio" name="asks" value="" checked> not set</label>
<label><input type="radio" name="asks" value="sms"> <code>['sms']</code></label>
<label><input type="radio" name="asks" value="email"> <code>['email']</code></label>
<label><input type="radio" name="asks" value="sms,email"> <code>['sms', 'email']</code></label>
</fieldset>
<fieldset><legend>Page</legend>
<label><input type="radio" name="page" value="own" checked> as it is built</label>
<label><input type="radio" name="page" value="fixed"> static: <code>choose: 'fixed'</code>, whatever the app asks for</label>
</fieldset>
<p><button class="primary">Log in</button></p>
</form>
<h3 id="snippet-title">The code for that</h3>
<pre id="snippet" tabindex="0" role="region" aria-labelledby="snippet-title"></pre>
<p><button type="button" id="copy" data-copy="" aria-label="Copy the code">Copy</button></p>
</section>
<section id="wrong" aria-labelledby="wrong-title">
<h2 id="wrong-title">What goes wrong</h2>
<p>With <code>connection</code> set to <code>'sms'</code> or <code>'email'</code>, <code>/authorize</code> never shows the
login page: Auth0 expects a code that the application has asked for itself, and answers
<q>no phone_number or no verification_code provided</q>.</p>
<pre tabindex="0" role="region" aria-labelledby="wrong-title">authorizationParams: { connection: 'sms' }            // refused
authorizationParams: { allowedConnections: ['sms'] }  // the page, by SMS</pre>
<p class="row"><button type="button" data-wrong="redirect">Try it by redirect</button> <button type="button" data-wrong="popup">Try it in a popup</button></p>
</section>
<noscript><p class="bad">A single-page application needs JavaScript.</p></noscript>
</main>`,
});
