import { ownedRows, type OwnedRange } from "../lists/owned-rows.ts";
import type { OperatorScope } from "../scope.ts";
import { rowsOf, type Statement } from "../statement.ts";
import type { FormsTable } from "../tables/forms-table.ts";
import { toForm, type FormDetails } from "./form.ts";

/** Forms of the scope's clients, deleted ones too: client by client, newest first. */
export const listForms = (scope: OperatorScope, range: OwnedRange): Statement<FormDetails[]> =>
  rowsOf(ownedRows<FormsTable>(scope, "forms", range), toForm);
