// X's own SDK, which speaks the dialect of document 2.167, against the simulator.
// Environment: SIM_URL, SIM_ACCOUNT (username), SIM_QUESTION (id of a post that names the account).
// Prints one JSON object; the test reads it.
import { Client, OAuth2, generateCodeChallenge, generateCodeVerifier } from '@xdevplatform/xdk';
import { consent, failure } from './around.mjs';

const { SIM_URL: baseUrl, SIM_ACCOUNT: account, SIM_QUESTION: question } = process.env;
const scope = ['tweet.read', 'tweet.write', 'users.read', 'dm.read', 'dm.write', 'offline.access'];
const redirectUri = 'http://127.0.0.1/callback';

const oauth2 = new OAuth2({ clientId: 'sim-client', clientSecret: 'sim-secret', redirectUri, scope });
const verifier = generateCodeVerifier();
await oauth2.setPkceParameters(verifier, await generateCodeChallenge(verifier));
const tokens = await consent(await oauth2.getAuthorizationUrl('state-1'), account, verifier, redirectUri);

const app = new Client({ baseUrl, bearerToken: 'sim-bearer' });
const user = new Client({ baseUrl, accessToken: tokens.access_token });

const found = await app.users.getByUsername(account, { userFields: ['public_metrics', 'created_at'] });
const me = await user.users.getMe();
const first = await app.users.getMentions(found.data.id, {
  maxResults: 5,
  postFields: ['created_at', 'conversation_id', 'entities'],
  expansions: ['author_id', 'referenced_posts', 'in_reply_to_user_id'],
});
const second = await app.users.getMentions(found.data.id, {
  maxResults: 5,
  paginationToken: first.meta.nextToken ?? first.meta.next_token,
});
const search = await app.posts.searchRecent(`@${account} -is:retweet`, { maxResults: 10 });
const reply = await user.posts.create({ text: 'We are on it', reply: { inReplyToTweetId: question } });
const duplicate = await failure(() =>
  user.posts.create({ text: 'We are on it', reply: { inReplyToTweetId: question } }));
const own = await user.users.getPosts(found.data.id, { maxResults: 5, expansions: ['author_id', 'referenced_posts'] });
const byIds = await app.posts.getByIds([reply.data.id, '1']);
const message = await user.directMessages.createByParticipantId(first.data[0].authorId ?? first.data[0].author_id, {
  text: 'Can you tell us your order number?',
});
const messages = await user.directMessages.getEvents({ dmEventFields: ['created_at', 'dm_conversation_id'] });
const deleted = await user.posts.delete(reply.data.id);
const withoutUser = await failure(() => new Client({ baseUrl, accessToken: 'sim-bearer' }).posts.create({ text: 'x' }));

console.log(JSON.stringify({
  tokens: { ...tokens, access_token: undefined, refresh_token: undefined },
  found, me, first, second, search, reply, duplicate, own, byIds, message, messages, deleted, withoutUser,
}));
