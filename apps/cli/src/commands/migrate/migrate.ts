import { Command, Option } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";
import { confirmed } from "../shared/confirmed.ts";
import { disagreement } from "./compare-installation.ts";
import { localDatabase, remoteDatabase } from "./migrated-database.ts";
import { pendingMigrations } from "./pending-migrations.ts";
import { runWrangler } from "./run-wrangler.ts";

export const migrate = (cli: Cli) =>
  new Command("migrate")
    .description("bring the database up to this version: shows what is missing, asks, applies it")
    .addOption(new Option("--local", "the local stack's database (the default)").conflicts("remote"))
    .option("--remote", "the deployment's database, through wrangler's login")
    .addOption(
      new Option(
        "--state-dir <folder>",
        "where the local stack keeps its data; not said: STATE_DIR, or .wrangler/state",
      ).conflicts("remote"),
    )
    .option("--yes", "apply without asking")
    .option("--dry-run", "only show what is missing")
    .addHelpText(
      "after",
      "\nIt names the database first, and warns when the installation you are signed in to has another.",
    )
    .action(async ({ remote, stateDir, yes, dryRun }) => {
      const database = remote === true ? remoteDatabase() : localDatabase(cli.outside, stateDir);
      const { name: where, target } = database;
      cli.results.note(`This is ${where}: ${database.place}`);
      const pending = await pendingMigrations(cli.outside, target);
      const warning = await disagreement(cli, pending);
      if (warning !== undefined) cli.results.note(`Warning: ${warning}`);
      const document = { database: database.kind, place: database.place, pending, applied: false };
      if (pending.length === 0) {
        cli.results.show(document, () => `Nothing to do: ${where} is up to date.\n`);
        return;
      }
      if (dryRun === true) {
        cli.results.show(document, () => `Missing in ${where}:\n${listed(pending)}`);
        return;
      }
      cli.results.note(`Missing in ${where}:\n${listed(pending)}`);
      if (!(await confirmed(cli, { yes, message: `Apply to ${where}?` }))) return;
      const done = await runWrangler(cli.outside, "apply", target);
      if (done.status !== 0)
        throw new Failure({
          ending: "error",
          title: "The migrations were not applied to their end.",
          detail: done.output,
          whatToDo: "read what wrangler says above; run this again, it goes on where it stopped.",
        });
      cli.results.show({ ...document, applied: true }, () => `Applied to ${where}:\n${listed(pending)}`);
    });

const listed = (names: readonly string[]) => names.map((name) => `  ${name}\n`).join("");
