import { CommanderError } from "commander";
import type { Cli } from "./cli.ts";
import { exitCodes, type ExitCode } from "./exit/exit-codes.ts";
import { Failure, usageFailure } from "./exit/failure.ts";
import { inFlags } from "./exit/in-flags.ts";
import { failureDocument, failureText } from "./output/tell-failure.ts";
import type { Outside } from "./outside/outside.ts";
import { asCalled } from "./output/as-called.ts";
import { harmless, harmlessPainted } from "./text/harmless.ts";
import { paintFor, type Paint } from "./output/paint.ts";
import { textWidth } from "./output/text-width.ts";
import { createProgram } from "./program.ts";

/** Runs one command line, without the program's name, and tells how it ended. Throws only on our own mistakes. */
export async function runCli(args: readonly string[], outside: Outside): Promise<ExitCode> {
  const { program, cli } = createProgram(outside);
  let acting = program;
  program.hook("preAction", (_program, command) => void (acting = command));
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCodes[cli.results.ending()];
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
    const failure = inFlags(toFailure(error), acting);
    outside.stderr.write(
      wantsJson(cli, outside)
        ? harmless(`${JSON.stringify(failureDocument(failure, outside), null, 2)}\n`)
        : harmlessPainted(asCalled(failureText(failure, errorPaint(cli, outside)), outside)),
    );
    return exitCodes[failure.parts.ending];
  }
}

function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof CommanderError)) throw error;
  if (error.code === "commander.help")
    return usageFailure("Which command?", "`leadrelay --help` lists them.");
  return usageFailure(error.message.replace(/^error: /, ""), "add --help to see how it is called.");
}

function errorPaint(cli: Cli, outside: Outside): Paint {
  const measure = (text: string) => textWidth(asCalled(text, outside));
  return paintFor(outside.stderr, outside.env, cli.options().wide === true, measure);
}

/** The settings themselves may be what is wrong: then flag and environment decide. */
function wantsJson(cli: Cli, { env }: Outside): boolean {
  try {
    return cli.settings().output === "json";
  } catch {
    return (cli.options().output ?? env["LEADRELAY_OUTPUT"]) === "json";
  }
}
