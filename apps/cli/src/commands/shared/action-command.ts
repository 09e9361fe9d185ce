import type { OfferedOperation } from "@leadrelay/contracts/offered-operations";

/** An operation that the API offers. */
export interface Action {
  operation: string;
  method: string;
  path: string;
  /** Of a body: what it is about. */
  field?: string | null;
  /** What of a destination's settings. */
  setting?: string | null;
}

type Command = (id: string, within: string, about: Pick<Action, "field" | "setting">) => string;

/** Operations that are commands of ours, by the ids in their path, in its order. */
const commands: Readonly<Record<string, Command>> = {
  retryDelivery: (id) => `leadrelay delivery retry ${id}`,
  cancelDelivery: (id) => `leadrelay delivery cancel ${id} --reason "…"`,
  replayDeadLetter: (id) => `leadrelay dlq replay ${id}`,
  discardDeadLetter: (id) => `leadrelay dlq discard ${id} --reason "…"`,
  changeDestination: (id, _, { field, setting }) =>
    field === "settings"
      ? `leadrelay destination change ${id} ${setting === "key" ? "--api-key" : "--address"}`
      : `leadrelay destination enable ${id}`,
  testDestination: (id) => `leadrelay destination test ${id}`,
  unblockIp: (client, cidr) => `leadrelay address unblock ${cidr} --client ${client}`,
} satisfies Record<OfferedOperation, Command>;

/** What to type for an action the API offers; another one, of a newer API, as the request it is. */
export function actionCommand({ operation, method, path, field, setting }: Action): string {
  const [, id, within = ""] = /^\/api\/[^/]+\/([^/]+)(?:\/[^/]+\/([^/]+))?/.exec(path) ?? [];
  const command = commands[operation];
  if (command === undefined || id === undefined) return `${method} ${path}`;
  return command(decodeURIComponent(id), decodeURIComponent(within), { field, setting });
}
