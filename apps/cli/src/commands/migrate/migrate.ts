import { Command, Option } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";
import { confirmed } from "../shared/confirmed.ts";
import { pendingMigrations } from "./pending-migrations.ts";
import { runWrangler } from "./run-wrangler.ts";

export const migrate = (cli: Cli) =>
  new Command("migrate")
    .description("bring the database up to this version: shows what is missing, asks, applies it")
    .addOption(new Option("--local", "the local stack's database (the default)").conflicts("remote"))
    .option("--remote", "the deployment's database, through wrangler's login")
    .option("--state-dir <folder>", "where the local stack keeps its data, if not in .wrangler/state")
    .option("--yes", "apply without asking")
    .option("--dry-run", "only show what is missing")
    .action(async ({ remote, stateDir, yes, dryRun }) => {
      const where = remote === true ? "the deployment's database" : "the local database";
      const target =
        remote === true
          ? ["--remote"]
          : ["--local", ...(stateDir === undefined ? [] : ["--persist-to", stateDir])];
      const pending = await pendingMigrations(cli.outside, target);
      const document = { database: remote === true ? "remote" : "local", pending, applied: false };
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
