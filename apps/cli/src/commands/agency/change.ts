import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { asTyped, orNone, readNumber } from "../shared/values.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { agencyDetails } from "./agency-details.ts";
import { readLogoFile } from "./read-logo-file.ts";

export const changeAgency = (cli: Cli) =>
  new Command("change")
    .description("rename an agency, or give it a look of its own")
    .argument("<agency>", "its name or id")
    .option("--name <name>", "what people call it")
    .option("--hue <degrees>", "of its colour, 0 to 359, or none for LeadRelay's own", orNone(readNumber))
    .option("--logo <file>", "a PNG or WebP image of at most 32 KB, or none", orNone(asTyped))
    .action(async (agency_id, { name, hue, logo }) => {
      const logoFile = logo?.to;
      const body = withoutUndefined({
        name,
        hue: hue?.to,
        logo: typeof logoFile === "string" ? readLogoFile(logoFile, cli.outside.cwd) : logoFile,
      });
      if (Object.keys(body).length === 0)
        throw usageFailure("Nothing to change: give --name, --hue or --logo.");
      const api = cli.api();
      const path = { agency_id };
      const { version } = await readForChange(api.GET("/api/agencies/{agency_id}", { params: { path } }));
      const header = { "if-match": version };
      const agency = await answerOf(
        api.PATCH("/api/agencies/{agency_id}", { params: { path, header }, body }),
      );
      cli.results.show(agency, (paint) => agencyDetails(agency, cli, paint));
    });
