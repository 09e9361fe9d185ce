import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { formField, formFields, type FormFields, type FormValue } from "./form-fields.ts";
import { formPrefix, leadNames, payloadNameOf } from "./lead-names.ts";

/** A lead as one destination is told of it, all that a filter or a mapping may ask for. */
export interface ToldLead {
  event: { id: string; type: string; created_at: number };
  payload: LeadPayload;
  attribution: LeadAttribution;
  /** What the person wrote; null: nothing. */
  message: string | null;
  /** The whole parsed body of the submission as JSON; null: it is not at hand. Read at most once. */
  payload_json: string | null;
  /** null before there is a delivery. */
  delivery_public_id: string | null;
}

/** What a lead says under a name; null where it says nothing. */
export type LeadValue = FormValue | null;

/** The lead's values, by name. */
export interface LeadValues {
  of(name: string): LeadValue;
  /** The same for templates: every name, and `fields` with those of the form. Nothing of it has a prototype. */
  all(): Readonly<Record<string, unknown>>;
}

export function leadValues(lead: ToldLead): LeadValues {
  const named = namedValues(lead);
  let form: FormFields | undefined;
  const ofForm = (): FormFields => (form ??= formFields(lead.payload_json ?? "{}"));
  return {
    of(name) {
      if (name.startsWith(formPrefix)) return formField(ofForm(), name.slice(formPrefix.length)) ?? null;
      return named.get(payloadNameOf(name)) ?? null;
    },
    all() {
      const entries = leadNames.map((name) => [name, named.get(payloadNameOf(name)) ?? null] as const);
      const fields = bare(ofForm());
      return bare([...entries, ["fields", fields] as const]);
    },
  };
}

function namedValues({ event, payload, attribution, message, delivery_public_id }: ToldLead) {
  const { first, latest } = attribution;
  const told: [string, unknown][] = [
    ...Object.entries(payload),
    ...Object.entries(latest ?? {}),
    ...Object.entries(first ?? {}).map(([name, value]): [string, unknown] => [`first_${name}`, value]),
    ["message", message],
    ["event", event.type],
    ["event_id", event.id],
    ["delivery_id", delivery_public_id],
    ["happened_at", new Date(event.created_at).toISOString()],
  ];
  return new Map(
    told.flatMap(([name, value]): [string, LeadValue][] =>
      typeof value === "string" || typeof value === "number" ? [[name, value]] : [],
    ),
  );
}

/** An object without a prototype, so that nothing is found in it that was not put there. */
function bare(entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const object = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of entries) if (name !== "__proto__") object[name] = value;
  return object;
}
