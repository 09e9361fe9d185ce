import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, type Statement } from "../statement.ts";

/**
 * Whether a form of this installation has this public key, whoever's it is and deleted ones too, which may be restored: that a form is
 * there, its address says to everybody.
 */
export const isFormKey = (_scope: OperatorScope, formKey: string): Statement<boolean> => ({
  query: sql`SELECT 1 FROM forms WHERE form_key = ${formKey}`.compile(queries),
  read: (rows) => rows.length > 0,
});
