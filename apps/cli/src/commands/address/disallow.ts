import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { takeOff } from "./take-off.ts";

export const disallowAddresses = (cli: Cli) =>
  takeOff(cli, {
    name: "disallow",
    about: "take networks off the list of the client's own",
    remove: (path) =>
      answerOf(cli.api().DELETE("/api/clients/{client_id}/allowed-ips/{cidr}", { params: { path } })),
    inWords: (cidr) => `The client's own no longer: ${cidr}.`,
  });
