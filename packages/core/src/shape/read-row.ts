import { shapeLimits, type Constant, type MappingRow } from "@leadrelay/contracts/shape";
import { parseTemplate, type ParsedTemplate } from "../templates/parse-template.ts";
import { readConstant } from "./read-constant.ts";
import { requireObject } from "./require-object.ts";
import { requireName, WrongShape } from "./shape-problem.ts";
import { targetPath, type Step } from "./target-path.ts";

/** A row of a mapping that was read. */
export interface ReadRow {
  target: string;
  path: readonly Step[];
  from: { field: string } | { constant: Constant } | { template: ParsedTemplate };
  default?: Constant;
}

/** A row of a mapping as somebody gave it, with how it is kept. Throws `WrongShape` with its first fault. */
export function readRow(given: unknown, at: string): { row: ReadRow; given: MappingRow } {
  const row = requireObject(given, at, ["target", "field", "constant", "template", "default"]);
  const { target } = row;
  if (typeof target !== "string" || target === "")
    throw new WrongShape(`${at}.target`, "should name where the value stands");
  const sources = ["field", "constant", "template"].filter((name) => row[name] !== undefined);
  if (sources.length !== 1)
    throw new WrongShape(
      at,
      `should have a field, a constant or a template for ${target.slice(0, 60)}, and one of them`,
    );
  const path = targetPath(target, `${at}.target`);
  const usual =
    row["default"] === undefined
      ? {}
      : { default: readConstant(row["default"], `${at}.default`, shapeLimits.constant) };
  const { from, kept } = readSource(row, at);
  return { row: { target, path, from, ...usual }, given: { target, ...kept, ...usual } };
}

function readSource(
  row: Record<string, unknown>,
  at: string,
): { from: ReadRow["from"]; kept: { field: string } | { constant: Constant } | { template: string } } {
  const { field, template, constant } = row;
  if (field !== undefined) {
    if (typeof field !== "string" || field.length > shapeLimits.text)
      throw new WrongShape(`${at}.field`, "should be the name of a field");
    requireName(field, `${at}.field`);
    return { from: { field }, kept: { field } };
  }
  if (template === undefined) {
    const value = readConstant(constant, `${at}.constant`, shapeLimits.constant);
    return { from: { constant: value }, kept: { constant: value } };
  }
  if (typeof template !== "string") throw new WrongShape(`${at}.template`, "should be a text");
  const parsed = parseTemplate(template);
  if (!parsed.ok) throw new WrongShape(`${at}.template`, parsed.error);
  for (const [name = "", ...more] of parsed.names) {
    if (name !== "fields") requireName(name, `${at}.template`);
    else if (more.length === 0)
      throw new WrongShape(`${at}.template`, "names all fields of the form at once: name one");
  }
  return { from: { template: parsed }, kept: { template } };
}
