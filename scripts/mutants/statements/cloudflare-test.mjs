// `cloudflare:test` as far as a test of statements needs it: D1 played by the same SQLite in this process, which starts at once.
import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

const migrations = new URL("../../../migrations/", import.meta.url);

function emptyDatabase() {
  const database = new DatabaseSync(":memory:", { enableForeignKeyConstraints: true });
  for (const name of readdirSync(migrations).toSorted())
    database.exec(readFileSync(new URL(name, migrations), "utf8"));
  return database;
}

const database = emptyDatabase();

const prepare = (text, values = []) => ({
  bind: (...bound) => prepare(text, bound),
  all: async () => runOne({ text, values }),
  run: async () => runOne({ text, values }),
  text,
  values,
});

function runOne({ text, values }) {
  const numbered = Object.fromEntries(values.map((value, index) => [`?${index + 1}`, value]));
  const statement = database.prepare(text);
  const results = /\?\d/.test(text) ? statement.all(numbered) : statement.all(...values);
  const [{ changes }] = database.prepare("SELECT changes() AS changes").all();
  return { results: results.map((row) => ({ ...row })), meta: { changes } };
}

/** One transaction, like D1's: all of it or none. */
async function batch(statements) {
  database.exec("BEGIN");
  try {
    const results = statements.map(runOne);
    database.exec("COMMIT");
    return results;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

const queue = {
  send: async () => {},
  sendBatch: async () => {},
  metrics: async () => ({ backlogCount: 0, backlogBytes: 0 }),
};

export const env = {
  DB: { prepare: (text) => prepare(text), batch },
  // Nothing of what is tried here is kept in KV.
  KV: { get: async () => null, put: async () => {}, delete: async () => {} },
  LEADS_QUEUE: queue,
  DELIVERIES_QUEUE: queue,
  ENVIRONMENT: "development",
  ALLOW_PRIVATE_DESTINATIONS: "true",
  FIRST_ATTEMPTS: "0",
  DELIVERY_MASTER_KEY: "test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
};
export const applyD1Migrations = async () => {};

/** A batch that notes what becomes of its messages. */
export function createMessageBatch(queueName, given) {
  const settled = { explicitAcks: [], retryMessages: [] };
  const messages = given.map((message) => ({
    ...message,
    ack: () => settled.explicitAcks.push(message.id),
    retry: () => settled.retryMessages.push({ msgId: message.id }),
  }));
  return { queue: queueName, messages, settled };
}
export const createExecutionContext = () => ({});
export const getQueueResult = async ({ settled }) => settled;

globalThis.scheduler ??= { wait: (ms) => new Promise((done) => setTimeout(done, ms)) };
