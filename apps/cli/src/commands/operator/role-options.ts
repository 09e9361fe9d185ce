import { Option } from "@commander-js/extra-typings";
import { roles } from "@leadrelay/contracts/roles";

export const roleOption = () =>
  new Option("--role <role>", "what they may do; all but an owner's role name clients")
    .choices(roles)
    .makeOptionMandatory();

export const clientsOption = () =>
  new Option(
    "--client <client...>",
    "the clients the role is for, if you work for several; not for an agency_owner",
  );

export const agencyOption = () => new Option("--agency <agency>", "the agency, if you belong to several");
