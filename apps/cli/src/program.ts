import { Command, Option, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { createCli, type Cli } from "./cli.ts";
import { resolveNamed } from "./named/resolve-named.ts";
import { tellPeriod } from "./commands/shared/tell-period.ts";
import { nouns } from "./commands/nouns.ts";
import { usageFailure } from "./exit/failure.ts";
import type { Outside } from "./outside/outside.ts";
import { asCalled } from "./output/as-called.ts";
import { fitLines } from "./output/hang.ts";
import { paintFor } from "./output/paint.ts";
import { textWidth } from "./output/text-width.ts";
import { outputForms } from "./output/results.ts";
import { versionReport } from "./version.ts";

const exits = `
Exit codes: 0 done · 1 error · 2 wrong usage · 3 not signed in or not permitted · 4 done in part · 5 nothing matched · 130 interrupted
Settings: flags, then LEADRELAY_URL, _PROFILE, _OUTPUT, _INTAKE_URL, then ./.leadrelay.toml, then your config.toml
Machines: LEADRELAY_KEY_ID and LEADRELAY_KEY_SECRET sign every request`;

/** The whole command tree, writing to this outside. It throws commander's errors instead of ending the process. */
export function createProgram(outside: Outside): { program: CommandUnknownOpts; cli: Cli } {
  const program = new Command("leadrelay")
    .description("LeadRelay from the terminal: find a lead, see why it did not land, send it on.")
    .usage("<noun> <verb> [options]")
    .version(versionReport(), "-V, --version", "which version this is")
    .option("--profile <name>", "which of your installations")
    .option("--url <origin>", "the API's address, such as https://relay.example.com")
    .option("--intake-url <origin>", "the address that forms post to")
    .addOption(
      new Option("-o, --output <form>", "how results are written (default: table)").choices(outputForms),
    )
    .option("--wide", "lines as long as they are; a terminal's are fitted to it otherwise")
    .addHelpText("after", exits);
  const cli = createCli(outside, () => program.opts());
  for (const noun of nouns) program.addCommand(noun(cli));
  program.hook("preAction", async (_program, command) => {
    tellPeriod(cli, command.opts());
    const form = program.opts().output ?? outside.env["LEADRELAY_OUTPUT"];
    const isExport = command.parent?.name() === "lead" && ["list", "export"].includes(command.name());
    const isTable = form === "csv" && command.name() === "stats";
    if ((form === "csv" || form === "ndjson") && !isExport && !isTable)
      throw usageFailure(
        `--output ${form} is for leads.`,
        "use --output json here. Leads: `leadrelay lead export`, for those who see contacts unmasked.",
      );
    await resolveNamed(cli, command);
  });
  settle(program, outside);
  return { program, cli };
}

/** Commands made apart do not inherit how their parent writes, exits and helps. */
function settle(command: CommandUnknownOpts, outside: Outside): void {
  command
    .exitOverride()
    .configureHelp({ showGlobalOptions: command.parent !== null })
    .configureOutput({
      writeOut: (text) => write(outside, "stdout", text),
      writeErr: (text) => write(outside, "stderr", text),
      // Told once, by whoever runs the program, in the form that was asked for.
      outputError: () => undefined,
      getOutHelpWidth: () => outside.stdout.columns ?? 100,
      getErrHelpWidth: () => outside.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const child of command.commands) settle(child, outside);
}

/** Help, our commands as they must be typed here; what commander does not wrap is wrapped as it is indented. */
function write(outside: Outside, where: "stdout" | "stderr", text: string): void {
  const measure = (line: string) => textWidth(asCalled(line, outside));
  const paint = paintFor(outside[where], outside.env, false, measure);
  outside[where].write(asCalled(fitLines(text, paint), outside));
}
