import { comparableName } from "@leadrelay/core/fields/aliases";
import { textOf, type BodyEntry } from "@leadrelay/core/fields/extract-fields";
import { findField, type FieldMapping } from "@leadrelay/core/fields/field-mapping";
import { referrerField } from "../../request/find-referrer.ts";
import { html, type Html } from "./html.ts";

const longestQuoted = 100;

/** What was typed, as a page repeats it. */
export const quoted = (text: string) =>
  text.length > longestQuoted ? `${text.slice(0, longestQuoted).toWellFormed()}…` : text;

/**
 * What a page does not send back as it came: the referrer, which is ours to say, and the time to submit, which
 * nobody measures here. The first one would make a person who corrects a form look as fast as a bot.
 */
export const isReplaced = ([name]: BodyEntry, mapping: FieldMapping) =>
  comparableName(name) === referrerField || findField(name, mapping) === "time_to_submit";

/** Nested values cannot be in a form. */
export const hiddenInput = ([name, value]: BodyEntry): Html =>
  value !== null && typeof value === "object"
    ? html``
    : html`<input
        type="hidden"
        name="${name}"
        value="${typeof value === "string" ? value : textOf(value)}"
      /> `;
