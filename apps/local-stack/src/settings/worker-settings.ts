import { consumerSettings, readConfig as readConsumerConfig } from "@leadrelay/consumer/config";
import { producerSettings, readConfig as readProducerConfig } from "@leadrelay/producer/config";

type Variables = Record<string, string>;

/**
 * Each Worker's variables: what the environment gives, else what suits a local stack. @param own The stack's own addresses.
 * Throws `InvalidSettings` here rather than let a Worker start that refuses every request.
 */
export function readWorkerVariables(
  env: Readonly<Record<string, string | undefined>>,
  keys: { master: () => string; intake: () => string },
  own: { PUBLIC_URL: string; PUBLIC_INTAKE_URL: string },
): { producer: Variables; consumer: Variables } {
  const given = pick(env, Object.keys({ ...producerSettings, ...consumerSettings }));
  const variables: Variables = { ENVIRONMENT: "development", ...own, ...given };
  if (variables["ENVIRONMENT"] !== "production") variables["ALLOW_PRIVATE_DESTINATIONS"] ??= "true";
  variables["DELIVERY_MASTER_KEY"] ??= keys.master();
  variables["INTAKE_MASTER_KEY"] ??= keys.intake();
  readProducerConfig(variables);
  readConsumerConfig(variables);
  return {
    producer: pick(variables, Object.keys(producerSettings)),
    consumer: pick(variables, Object.keys(consumerSettings)),
  };
}

/** A blank variable counts as absent. */
function pick(from: Readonly<Record<string, string | undefined>>, names: readonly string[]): Variables {
  const entries = names.flatMap((name) => (from[name] ? [[name, from[name]] as const] : []));
  return Object.fromEntries(entries);
}
