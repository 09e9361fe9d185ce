import { z } from "@hono/zod-openapi";

const addresses = z
  .object({ link: z.string(), activity: z.string(), outcome: z.string() })
  .nullable()
  .openapi({
    description:
      "Where its CRM posts to, and for what; null while there is no key. Begins with the producer's address, where PUBLIC_INTAKE_URL says it.",
  });

export const callbacksSchema = z
  .object({
    client_id: z.string(),
    callback_key: z
      .string()
      .nullable()
      .openapi({ description: "As it stands in the addresses: no secret. null until a secret is made." }),
    previous_secret_until: z
      .int()
      .nullable()
      .openapi({ description: "Until when the secret before lets in, too, milliseconds UTC." }),
    addresses,
  })
  .openapi("Callbacks");

export const callbacksWithSecretSchema = callbacksSchema
  .extend({ secret: z.string().openapi({ description: "Shown this once: only its hash is kept." }) })
  .openapi("CallbacksWithSecret");

interface Row {
  client_id: string;
  callback_key: string;
  previous_until: number | null;
}

/** What a client's callbacks are let in by, and where they go. @param intakeUrl the producer's origin, where it is known */
export function shownCallbacks(
  clientId: string,
  row: Row | undefined,
  { intakeUrl, nowMs }: { intakeUrl: string | null; nowMs: number },
): z.output<typeof callbacksSchema> {
  const until = row?.previous_until ?? null;
  const base = row === undefined ? null : `${intakeUrl ?? ""}/callbacks/crm/${row.callback_key}`;
  return {
    client_id: clientId,
    callback_key: row?.callback_key ?? null,
    previous_secret_until: until !== null && until > nowMs ? until : null,
    addresses:
      base === null ? null : { link: base, activity: `${base}/activity`, outcome: `${base}/outcome` },
  };
}
