import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { renderDetails } from "../../output/render-details.ts";
import type { Paint } from "../../output/paint.ts";

type Shown = components["schemas"]["ShownShape"];
type Mapping = NonNullable<components["schemas"]["DestinationShape"]>["mapping"];

/** A destination's filter and mapping, for a person, with the versions there were. */
export const shapeDetails = (shown: Shown, { outside }: Cli, paint: Paint): string =>
  renderDetails(
    [
      ["Destination", `${shown.destination_name} (${shown.destination_id})`],
      [
        "Gets",
        shown.is_readable
          ? shown.filter_in_words === null
            ? "all leads"
            : `leads of which ${shown.filter_in_words}`
          : "cannot be read: save it anew",
      ],
      ["Written", mappingWords(shown.shape?.mapping ?? null)],
      [
        "Versions",
        shown.versions.length === 0
          ? "none yet"
          : shown.versions
              .map(({ version, created_at, created_by, restores, shape }) =>
                [
                  `${version}`,
                  localTime(created_at, outside),
                  created_by ?? "",
                  restores === null ? (shape === null ? "none" : "") : `as version ${restores}`,
                ]
                  .filter((part) => part !== "")
                  .join("  "),
              )
              .join("\n"),
      ],
    ],
    paint,
  );

function mappingWords(mapping: Mapping): string {
  if (mapping === null) return "as its kind does";
  const rows = mapping.rows.map((row) => {
    const usual = row.default === undefined ? "" : `, or ${JSON.stringify(row.default)}`;
    return `${row.target} ← ${sourceOf(row)}${usual}`;
  });
  return [mapping.only ? "these alone:" : "beside what its kind sends:", ...rows].join("\n");
}

function sourceOf({ field, template, constant }: NonNullable<Mapping>["rows"][number]): string {
  if (field !== undefined) return field;
  return template ?? JSON.stringify(constant);
}
