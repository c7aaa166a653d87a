// Fails when the AsyncAPI parser finds an error, or when a message's schema was not found and read.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Parser } from '@asyncapi/parser';

const path = process.argv[2] ?? fileURLToPath(new URL('../src/main/resources/asyncapi.yaml', import.meta.url));
const { document, diagnostics } = await new Parser().parse(await readFile(path, 'utf8'), { source: path });

const ERROR = 0;
const errors = diagnostics.filter((one) => one.severity === ERROR);
for (const one of diagnostics) {
  console.log(`${one.severity === ERROR ? 'error' : 'note'} ${one.path.join('.')}: ${one.message}`);
}
const messages = document?.allMessages().all() ?? [];
const unread = messages.filter((message) => !message.payload()?.json()?.$id);
for (const message of unread) {
  console.log(`error ${message.name()}: its schema was not read`);
}
const passed = messages.length - unread.length;
const failed = errors.length + unread.length + (messages.length === 0 ? 1 : 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
