import { fieldsOf, keyOf, membersOf, textOf } from "../../read-value.ts";
import type { Preset } from "../preset.ts";

const nothing = { kind: "unreadable", detail: "There is no field in it." } as const;

const ofFields = (entries: Iterable<readonly [string, unknown]>, key: string | null) => {
  const fields = fieldsOf(entries);
  return Object.keys(fields).length === 0 ? nothing : ({ kind: "items", items: [{ key, fields }] } as const);
};

/** As it is: the form's mapping reads it by path. */
export const none: Preset = { name: "none", split: (value) => ofFields(membersOf(value), null) };

/** Elementor Pro: with "Advanced Data" each field is `fields[id][value]`, and what is told of the visit `meta[…][value]`; without it, titles. */
export const elementor: Preset = {
  name: "elementor",
  split(value) {
    const entries = [...membersOf(value)].flatMap(([name, each]): [string, unknown][] => {
      const [, group = "", id = "", part = ""] =
        /^(fields|meta|form)\[([^\]]{1,100})\](?:\[([^\]]{1,40})\])?$/.exec(name) ?? [];
      if (group === "") return [[name, each]];
      if (group === "form") return [[`form_${id}`, each]];
      // Whose address and browser it was is no field: names of ours would be taken for it.
      return part === "value" ? [[group === "meta" ? `meta_${id}` : id, each]] : [];
    });
    return ofFields(entries, null);
  },
};

/** Gravity Forms' webhooks: JSON whose names are field ids, parts of a field behind a dot, such as `1.3`; the entry's own id is its name. */
export const gravityForms: Preset = {
  name: "gravity_forms",
  split(value) {
    const entry = membersOf(value);
    const [form, id] = [textOf(entry.get("form_id")), keyOf(entry.get("id"))];
    // Without an id of its own an entry has no name: two that say the same are two.
    return ofFields(entry, form === "" || id === null ? id : keyOf(`${form}:${id}`));
  },
};

/** Contact Form 7: `your-name` is a name. */
export const contactForm7: Preset = {
  name: "contact_form_7",
  split: (value) =>
    ofFields(
      [...membersOf(value)].flatMap(([name, each]): [string, unknown][] =>
        // What WordPress tells of itself.
        name.startsWith("_wpcf7") ? [] : [[name.replace(/^your-/, ""), each]],
      ),
      null,
    ),
};
