import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { takeOff } from "./take-off.ts";

export const unblockAddresses = (cli: Cli) =>
  takeOff(cli, {
    name: "unblock",
    about: "block networks no longer",
    remove: (path) =>
      answerOf(cli.api().DELETE("/api/clients/{client_id}/blocked-ips/{cidr}", { params: { path } })),
    inWords: (cidr) => `Blocked no longer: ${cidr}.`,
  });
