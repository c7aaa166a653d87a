// The community's client, which speaks the dialect of document 2.166, against the simulator.
// It knows only https://api.x.com, so its connections are led to the simulator; the client itself is untouched.
// Environment: SIM_URL, SIM_ACCOUNT (username), SIM_QUESTION (id of a post that names the account).
// Prints one JSON object; the test reads it.
import { failure, leadToSimulator } from './around.mjs';

leadToSimulator(process.env.SIM_URL);
const { TwitterApi } = await import('twitter-api-v2');
const { SIM_URL: baseUrl, SIM_ACCOUNT: account, SIM_QUESTION: question } = process.env;
const redirectUri = 'http://127.0.0.1/callback';

const client = new TwitterApi({ clientId: 'sim-client', clientSecret: 'sim-secret' });
const link = client.generateOAuth2AuthLink(redirectUri, {
  scope: ['tweet.read', 'tweet.write', 'users.read', 'dm.read', 'dm.write', 'offline.access'],
});
const page = new URL(link.url);
const back = await fetch(`${baseUrl}/i/oauth2/authorize${page.search}&sim_user=${account}`, { redirect: 'manual' });
const code = new URL(back.headers.get('location')).searchParams.get('code');
const login = await client.loginWithOAuth2({ code, codeVerifier: link.codeVerifier, redirectUri });
const renewed = await client.refreshOAuth2Token(login.refreshToken);
const user = renewed.client;
const app = new TwitterApi('sim-bearer');

const found = await app.v2.userByUsername(account, { 'user.fields': ['public_metrics', 'created_at'] });
const me = await user.v2.me();
const mentions = await app.v2.userMentionTimeline(found.data.id, {
  max_results: 5,
  'tweet.fields': ['created_at', 'conversation_id', 'referenced_tweets', 'author_id', 'in_reply_to_user_id'],
  expansions: ['author_id', 'referenced_tweets.id'],
});
const first = { data: mentions.data.data, includes: mentions.data.includes, meta: mentions.data.meta };
await mentions.fetchNext();
const search = await app.v2.search(`@${account} -is:retweet`, { max_results: 10 });
const reply = await user.v2.reply('We are on it', question);
const duplicate = await failure(() => user.v2.reply('We are on it', question));
const own = await user.v2.userTimeline(found.data.id, {
  max_results: 5, exclude: ['retweets'], 'tweet.fields': ['referenced_tweets', 'public_metrics'],
});
const byIds = await app.v2.tweets([reply.data.id, '1'], { 'tweet.fields': ['author_id'] });
const message = await user.v2.sendDmToParticipant(first.data[0].author_id, { text: 'Your order number, please?' });
const messages = await user.v2.listDmEvents({ 'dm_event.fields': ['created_at', 'sender_id', 'dm_conversation_id'] });
const deleted = await user.v2.deleteTweet(reply.data.id);
const withoutUser = await failure(() => app.v2.tweet('x'));
const reused = await failure(() => client.refreshOAuth2Token(login.refreshToken));
const afterReuse = await failure(() => user.v2.me());

console.log(JSON.stringify({
  login: { expiresIn: login.expiresIn, scope: login.scope },
  found, me, first, walked: mentions.tweets.map((post) => post.id), search: search.data, reply, duplicate,
  own: own.data, byIds, message, messages: messages.data, deleted, withoutUser, reused, afterReuse,
  limit: mentions.rateLimit,
}));
