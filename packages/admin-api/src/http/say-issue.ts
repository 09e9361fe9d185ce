/** What a schema found wrong with a field, as far as words are made of it. */
export interface SchemaIssue {
  message: string;
  code?: string;
  expected?: string;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  values?: readonly unknown[];
  format?: string;
}

/** How the schema library begins a sentence of its own; every other one is ours already. */
const isLibrarys = /^(Invalid|Too (small|big))/;

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};
const forms: Readonly<Record<string, string>> = { email: "an e-mail address", url: "an address (URL)" };
const units: Readonly<Record<string, string>> = { string: " characters", array: " items" };

/** It in plain words that follow the field's name; what was sent is not repeated. */
export function sayIssue(issue: SchemaIssue): string {
  const { message, code = "", expected = "", origin = "", minimum, maximum, values, format = "" } = issue;
  if (!isLibrarys.test(message)) return message;
  if (message.endsWith("received undefined")) return "is missing";
  const unit = units[origin] ?? "";
  switch (code) {
    case "invalid_type":
      return expected in kinds ? `should be ${kinds[expected]}` : message;
    case "too_small":
      if (unit !== "")
        return minimum === 1 ? "should not be empty" : `should have at least ${minimum}${unit}`;
      return `should be at least ${minimum}`;
    case "too_big":
      return unit === "" ? `should be at most ${maximum}` : `should have at most ${maximum}${unit}`;
    case "invalid_value":
      return values?.length === 1
        ? `should be ${String(values[0])}`
        : `should be one of ${values?.join(", ")}`;
    case "invalid_format":
      return format in forms ? `should be ${forms[format]}` : "has not the form that it should have";
    default:
      return message;
  }
}
