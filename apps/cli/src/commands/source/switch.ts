import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { patchSource } from "./patch-source.ts";

export const pauseSource = (cli: Cli) =>
  new Command("pause")
    .description("take nothing for now: whoever posts is told to try again later")
    .argument("<source>", "its name or id")
    .action(async (id) => {
      const source = await patchSource(cli, id, () => ({ enabled: false }));
      cli.results.show(
        source,
        () => `${source.name} is paused: what is posted is answered 503, within about a minute everywhere.\n`,
      );
    });

export const resumeSource = (cli: Cli) =>
  new Command("resume")
    .description("take leads again after a pause")
    .argument("<source>", "its name or id")
    .action(async (id) => {
      const source = await patchSource(cli, id, () => ({ enabled: true }));
      cli.results.show(source, () => `${source.name} takes leads again, within about a minute everywhere.\n`);
    });
