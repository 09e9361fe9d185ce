import { consumerSettings, readConfig } from "@leadrelay/consumer/config";
import { sharedSettings } from "@leadrelay/contracts/shared-settings";
import { readSettings } from "@leadrelay/contracts/settings";

type Variables = Record<string, string>;

/**
 * The Workers' variables: what the environment gives, else what suits a local stack.
 * Throws `InvalidSettings` here rather than let a Worker start that refuses every request.
 */
export function readWorkerVariables(
  env: Readonly<Record<string, string | undefined>>,
  masterKey: () => string,
): { producer: Variables; consumer: Variables } {
  const given = pick(env, Object.keys(consumerSettings));
  const variables: Variables = { ENVIRONMENT: "development", ...given };
  if (variables["ENVIRONMENT"] !== "production") variables["ALLOW_PRIVATE_DESTINATIONS"] ??= "true";
  variables["DELIVERY_MASTER_KEY"] ??= masterKey();
  readConfig(variables);
  const producer = pick(variables, Object.keys(sharedSettings));
  readSettings(sharedSettings, producer);
  return { producer, consumer: variables };
}

/** A blank variable counts as absent. */
function pick(from: Readonly<Record<string, string | undefined>>, names: readonly string[]): Variables {
  const entries = names.flatMap((name) => (from[name] ? [[name, from[name]] as const] : []));
  return Object.fromEntries(entries);
}
