import type { Schemas } from "../api.ts";

/** What a part of a form's page is given. */
export interface TabProps {
  form: Schemas["Form"];
  /** Where it posts to. */
  action: string;
}
