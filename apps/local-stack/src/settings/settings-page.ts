import { consumerSettings } from "@leadrelay/consumer/config";
import type { Setting } from "@leadrelay/contracts/settings";
import { sharedMeanings } from "@leadrelay/contracts/shared-meanings";
import { producerSettings } from "@leadrelay/producer/config";
import { alignedTable } from "./aligned-table.ts";
import { stackSettings } from "./stack-settings.ts";

type Settings = Readonly<Record<string, Setting<unknown>>>;

/** docs/settings.md, from the very schemas that read the settings. Written by `pnpm docs:settings`; a test fails when it is behind. */
export const settingsPage = (): string => `# Settings

Variables go into \`[vars]\` of \`wrangler.producer.toml\` and \`wrangler.consumer.toml\`, secrets are set with \`wrangler secret put\`; the local
stack takes all of them from its environment. A wrong value refuses to start: the Worker answers every request with the
name of the setting and what it should be, and \`npm start\` stops with the same sentence.

## The Workers

${table({ ...producerSettings, ...consumerSettings }, workersOf)}

\`INTAKE_RATE\` is no variable: it is the \`[[ratelimits]]\` binding of \`wrangler.producer.toml\`, \`simple = { limit = 20, period = 60 }\` unless
changed: so many submissions in so many seconds (10 or 60) from one address to one form. What comes faster is taken all the same, with the
suspicion reason \`high_rate\`; [Deploy](deploy.md#2-write-the-ids-into-the-wrangler-files) has the rest. \`CALLBACK_RATE\` is another, of what comes to the door of Twilio's callbacks,
and \`SOURCE_RATE\` of what comes to [sources](sources.md#floods).

## The local stack

\`npm start\` also sets, unless given: \`ENVIRONMENT=development\`, \`ALLOW_PRIVATE_DESTINATIONS=true\` outside production, a
\`DELIVERY_MASTER_KEY\` and an \`INTAKE_MASTER_KEY\` of its own, kept in \`STATE_DIR\`, and \`PUBLIC_URL\` and \`PUBLIC_INTAKE_URL\`: both Workers at their ports.

${table(stackSettings)}

What \`npm start\` prints has the addresses as they are with these ports; the pages of this documentation have the usual ones.
`;

function workersOf(name: string): string {
  const workers = [
    ...(name in producerSettings ? ["producer"] : []),
    ...(name in consumerSettings ? ["consumer"] : []),
  ];
  return workers.join(", ");
}

const meanings: Readonly<Record<string, string>> = sharedMeanings;

function table(settings: Settings, workers?: (name: string) => string): string {
  const head = ["Setting", ...(workers ? ["Worker"] : []), "Default", "Range", "Meaning"];
  const rows = Object.entries(settings).map(([name, setting]) => [
    `\`${name}\``,
    ...(workers ? [workers(name)] : []),
    setting.default,
    setting.range,
    setting.meaning ?? meanings[name] ?? "",
  ]);
  return alignedTable([head, ...rows]);
}
