import type { HostedPage } from "../hosted-page.ts";
import type { SnippetField } from "../../format/form-snippet.ts";

/** The fields of a hosted page, as a page of the client's own has them. */
export const fieldsOfPage = ({ fields }: HostedPage): SnippetField[] =>
  fields.map(({ name, label, kind, is_required, options }) => ({
    name,
    label,
    kind,
    isRequired: is_required,
    options,
  }));
