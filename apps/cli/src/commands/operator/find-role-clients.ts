import { namesClients, type Role } from "@leadrelay/contracts/roles";
import type { Cli } from "../../cli.ts";
import { findClient } from "../shared/find-client.ts";

/** The clients a role is for: those given, else the only one the caller works for; an owner's role names none. */
export const findRoleClients = async (cli: Cli, role: Role, given: string[] | undefined): Promise<string[]> =>
  given ?? (namesClients(role) ? [await findClient(cli, undefined)] : []);
