import { findDoor } from "@leadrelay/sources/doors";
import { webhookSpelling } from "@leadrelay/sources/signed/webhook-spelling";
import type { AdminDependencies } from "../dependencies.ts";

export interface ShownSecret {
  name: string;
  label: string;
  value: string;
}

interface Shown {
  kind: string;
  /** Where it was made anew; null: it stays as it was. */
  key: string | null;
  /** Settings that were made, by name. */
  made: Readonly<Record<string, string>>;
}

/** What the other system is to be given, in words; addresses begin with the producer's, where PUBLIC_INTAKE_URL says it. */
export function shownSecrets(
  { kind, key, made }: Shown,
  { intakeUrl }: Pick<AdminDependencies, "intakeUrl">,
): ShownSecret[] {
  const door = findDoor(kind);
  const origin = intakeUrl ?? "";
  const isKey = door?.foundBy === "key";
  const found: ShownSecret[] =
    key === null
      ? []
      : isKey
        ? [
            { name: "address", label: "Address", value: `${origin}/v1/leads` },
            { name: "key_id", label: "Key id", value: key },
            { name: "posting_document", label: "Posting document", value: `${origin}/v1/leads/${key}` },
          ]
        : [{ name: "address", label: "Address", value: `${origin}/s/${key}` }];
  const settings = Object.entries(made).map(([name, value]) => ({
    name,
    label: door?.fields[name]?.label ?? name,
    value,
  }));
  const spelled =
    isKey && made["secret"] !== undefined
      ? [
          {
            name: "webhook_secret",
            label: "The same for Standard Webhooks",
            value: webhookSpelling(made["secret"]),
          },
        ]
      : [];
  return [...found, ...settings, ...spelled];
}
