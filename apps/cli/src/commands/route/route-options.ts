import { InvalidArgumentError, Option, type Command } from "@commander-js/extra-typings";
import { routeModes } from "@leadrelay/contracts/route-mode";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { resolveThing } from "../../named/resolve-thing.ts";
import { collectPairs, orNone, readNumber } from "../shared/values.ts";

/** A member as it was typed. */
interface TypedMember {
  destination: string;
  weight: number | undefined;
}

/** Gathers `destination=weight` of an option that may be repeated. */
export function collectMembers(text: string, before: TypedMember[] = []): TypedMember[] {
  const [, destination = "", weight] = /^(.*?)(?:=(\d{1,4}))?$/s.exec(text) ?? [];
  if (destination.trim() === "")
    throw new InvalidArgumentError("It should be a destination, or destination=weight.");
  return [...before, { destination, weight: weight === undefined ? undefined : Number(weight) }];
}

/** Adds what can be set of a route beside its name. */
export const withRouteOptions = <Args extends unknown[], Options extends Record<string, unknown>>(
  command: Command<Args, Options>,
) =>
  command
    .addOption(new Option("--mode <mode>", "how its members share leads").choices(routeModes))
    .option(
      "--members <destination=weight>",
      "a member by name or id, in order, with its weight where the mode is weighted; repeated for each of them",
      collectMembers,
    )
    .option(
      "--when <destination=condition>",
      'which leads a member may get, such as "Villas=country is IN"; may be repeated',
      collectPairs,
    )
    .option(
      "--overflow <minutes>",
      "what waits at a member for longer goes on to the next that is open; none: it waits as long as it takes",
      orNone(readNumber),
    )
    .addHelpText(
      "after",
      `
Modes: all (each member gets every lead), first_accepting (the first in order, and the next where it refuses, has the person already or cannot
be reached), round_robin (each in turn), weighted (by their weights).

  leadrelay route create --name Buyers --mode weighted --members "Buyer A=60" --members "Buyer B=40"

Who is full, off, down or out of hours is passed over for the next. What members mean, and what is counted: docs/routes.md.`,
    );

interface MemberOptions {
  members?: TypedMember[] | undefined;
  when?: Record<string, string> | undefined;
}

/** Members as the API takes them; undefined where none were typed. */
export async function typedMembers(
  cli: Cli,
  { members, when = {} }: MemberOptions,
  client: string | undefined,
) {
  if (members === undefined) {
    if (Object.keys(when).length > 0)
      throw usageFailure(
        "--when says something of a member.",
        "name every member of the route by --members, too.",
      );
    return undefined;
  }
  const others = Object.keys(when).filter((name) => !members.some(({ destination }) => destination === name));
  if (others.length > 0)
    throw usageFailure(
      `--when: ${others.join(", ")} is not among the members.`,
      "write the destination as in --members.",
    );
  return Promise.all(
    members.map(async ({ destination, weight }) => ({
      destination_id: await resolveThing(cli, "destination", destination, { flag: "--members", client }),
      ...(weight === undefined ? {} : { weight }),
      ...(when[destination] === undefined ? {} : { conditions: when[destination] }),
    })),
  );
}
