// Writes docs/fields.md from the table by which a form's fields are read.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fieldsPage } from "../apps/local-stack/src/docs/fields-page.ts";
import { root } from "./install.mjs";

writeFileSync(join(root, "docs", "fields.md"), fieldsPage());
