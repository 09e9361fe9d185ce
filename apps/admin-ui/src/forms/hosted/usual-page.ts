import type { HostedPage } from "../hosted-page.ts";
import { fieldsOfMapping } from "../../format/form-fields.ts";
import { formsTexts } from "../../texts/forms.ts";

const words = formsTexts.page.usual;

/** What a page begins with: the form's own fields that people fill in, off until somebody turns it on. */
export const usualPage = (mapping: Readonly<Record<string, string>>): HostedPage => ({
  is_on: false,
  title: words.title,
  intro: "",
  fields: fieldsOfMapping(mapping, formsTexts.fields.names).flatMap(({ name, label, kind }) =>
    kind === "hidden"
      ? []
      : [
          {
            name,
            label,
            kind,
            is_required: kind === "email" || mapping[name] === "name" || name === "name",
            options: [],
          },
        ],
  ),
  button: words.button,
  consent: null,
  thanks: words.thanks,
});
