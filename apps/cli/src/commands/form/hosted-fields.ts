import { InvalidArgumentError } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { hostedFieldKinds } from "@leadrelay/contracts/hosted-page";

type HostedPage = NonNullable<components["schemas"]["Form"]["hosted_page"]>;
type Field = HostedPage["fields"][number];

const shape =
  "It should be written as name=Label, name=Label:kind, or name=Label:select:one|another; a * behind the label: required.";

/** Gathers `name=Label*:kind:options` of an option that may be repeated. */
export function collectHostedFields(text: string, before: readonly Field[] = []): readonly Field[] {
  const at = text.indexOf("=");
  const name = text.slice(0, Math.max(at, 0)).trim();
  const [said = "", given = "", ...rest] = text.slice(at + 1).split(":");
  const label = said.replace(/\*\s*$/, "").trim();
  if (name === "" || label === "") throw new InvalidArgumentError(shape);
  const kind = given.trim() === "" ? "text" : hostedFieldKinds.find((known) => known === given.trim());
  if (kind === undefined)
    throw new InvalidArgumentError(`${given} is no kind: those are ${hostedFieldKinds.join(", ")}.`);
  const options = rest
    .join(":")
    .split("|")
    .map((option) => option.trim())
    .filter((option) => option !== "");
  return [...before, { name, label, kind, is_required: /\*\s*$/.test(said), options }];
}

/** A field as it is given. */
export const hostedFieldWords = ({ name, label, kind, is_required, options }: Field): string =>
  `${name}=${label}${is_required ? "*" : ""}:${kind}${options.length === 0 ? "" : `:${options.join("|")}`}`;
