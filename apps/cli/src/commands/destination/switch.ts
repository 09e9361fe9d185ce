import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { hang } from "../../output/hang.ts";
import { patchDestination } from "./patch-destination.ts";

export const enableDestination = (cli: Cli) =>
  new Command("enable")
    .description("switch a destination on: what was held for it is sent within a minute")
    .argument("<destination>", "its name or id")
    .action(async (id) => {
      const destination = await patchDestination(cli, id, () => ({ enabled: true }));
      cli.results.show(
        destination,
        (paint) =>
          `${hang("", `${destination.name} is on. ${destination.what_next || "Nothing waits for it."}`, paint)}\n`,
      );
    });

export const disableDestination = (cli: Cli) =>
  new Command("disable")
    .description("switch a destination off: what is to go there is held, without tries")
    .argument("<destination>", "its name or id")
    .action(async (id) => {
      const destination = await patchDestination(cli, id, () => ({ enabled: false }));
      cli.results.show(
        destination,
        (paint) =>
          `${hang("", `${destination.name} is off: its deliveries are held until it is on again. ${destination.what_next}`.trimEnd(), paint)}\n`,
      );
    });
