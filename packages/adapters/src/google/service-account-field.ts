import * as z from "zod/mini";
import type { DefinedSettings } from "../settings/define-settings.ts";
import type { SettingField } from "../settings/setting-field.ts";
import { exampleKeyFile } from "./example-key-file.ts";
import { getServiceAccount, readServiceAccount } from "./service-account.ts";

const noKeyFile =
  "should be the whole JSON key file of a service account, with `client_email` and `private_key`";
const longestKeyFile = 8_000;

/** The key file of a service account. @param use what it must be let into, as an end of a sentence */
export const serviceAccountField = (use: string): SettingField<z.ZodMiniString> => ({
  type: "text",
  label: "Key file of the service account",
  help: `the whole content of the JSON key file that Google Cloud hands out for a service account; ${use}`,
  example: exampleKeyFile,
  isSecret: true,
  isOptional: false,
  schema: z.string(noKeyFile).check(
    z.maxLength(longestKeyFile, noKeyFile),
    z.refine((value) => readServiceAccount(value) !== undefined, noKeyFile),
  ),
});

/** Settings with such a file: whom it must be shared with is shown, the key is not, nor are parts of it. */
export const withServiceAccount = <Settings extends { service_account: string }>(
  defined: DefinedSettings<Settings>,
): DefinedSettings<Settings> => ({
  ...defined,
  showSettings: (settings) => ({
    ...defined.showSettings(settings),
    client_email: getServiceAccount(settings.service_account).client_email,
  }),
  secretsOf: ({ service_account }) => [service_account, getServiceAccount(service_account).private_key],
});
