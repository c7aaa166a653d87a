// What both client programs need around their clients.
import http from 'node:http';
import https from 'node:https';

/** Presses the consent button as this account and redeems the code, as a web application would. */
export async function consent(authorizationUrl, account, verifier, redirectUri) {
  const page = new URL(authorizationUrl);
  const base = process.env.SIM_URL;
  const back = await fetch(`${base}/i/oauth2/authorize${page.search}&sim_user=${account}`, { redirect: 'manual' });
  const code = new URL(back.headers.get('location')).searchParams.get('code');
  const answer = await fetch(`${base}/2/oauth2/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from('sim-client:sim-secret').toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier,
    }),
  });
  return answer.json();
}

/** How a client tells of a refusal: the status and the body that X answered. */
export async function failure(act) {
  try {
    return { unexpected: await act() };
  } catch (error) {
    return { name: error.constructor.name, status: error.status ?? error.code, body: error.data ?? error.message };
  }
}

/** Leads every connection to api.x.com to the simulator instead. */
export function leadToSimulator(url) {
  const to = new URL(url);
  https.request = (options, ...rest) => http.request(
    { ...options, protocol: 'http:', host: to.hostname, hostname: to.hostname, port: to.port, agent: undefined }, ...rest);
}
