import { z } from "@hono/zod-openapi";
import { settingTypes, type SettingFields } from "@leadrelay/adapters/settings/setting-field";

const settingSchema = z
  .object({
    name: z.string().openapi({ example: "api_key" }),
    type: z.enum(settingTypes),
    label: z.string(),
    help: z.string(),
    example: z.unknown().openapi({ description: "A value that would be accepted; nobody's." }),
    choices: z.array(z.string()).nullable().openapi({ description: "Of a `choice` all there are." }),
    is_secret: z.boolean().openapi({ description: "Never shown again once it is set." }),
    is_optional: z.boolean(),
    usual: z
      .union([z.string(), z.number(), z.boolean()])
      .nullable()
      .openapi({ description: "What counts where it is not set; null: nothing." }),
  })
  .openapi("DestinationSetting");

export const describedSettings = z
  .array(settingSchema)
  .openapi({ description: "In the order in which somebody is asked for them." });

/** What forms and command lines need in order to ask for the settings of a kind. */
export const describeSettings = (fields: SettingFields): z.output<typeof describedSettings> =>
  Object.entries(fields).map(([name, field]) => ({
    name,
    type: field.type,
    label: field.label,
    help: field.help,
    example: field.example,
    choices: field.choices === undefined ? null : [...field.choices],
    is_secret: field.isSecret,
    is_optional: field.isOptional,
    usual: field.usual ?? null,
  }));
