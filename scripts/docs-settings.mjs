// Writes docs/settings.md from the schemas that read the settings.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { settingsPage } from "../apps/local-stack/src/settings/settings-page.ts";
import { root } from "./install.mjs";

writeFileSync(join(root, "docs", "settings.md"), settingsPage());
