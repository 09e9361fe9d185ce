import { createSealer, isMasterKeys } from "@leadrelay/signing/seal";
import { tenantStatements } from "./seed/tenant.ts";
import { inlineSql } from "./tenant-sql/inline-sql.ts";
import { readTenantOptions } from "./tenant-sql/read-tenant-options.ts";
import { usage } from "./tenant-sql/usage.ts";
import { WrongOption } from "./tenant-sql/wrong-option.ts";

// Prints the SQL that gives a deployment its first client, form and Make destination: docs/deploy.md.
try {
  const tenant = readTenantOptions(process.argv.slice(2));
  if (tenant === null) {
    console.log(usage);
    process.exit(0);
  }
  const masterKeys = process.env["DELIVERY_MASTER_KEY"] ?? "";
  if (!isMasterKeys(masterKeys))
    throw new WrongOption(
      "DELIVERY_MASTER_KEY must be the deployment's: an id, a colon and 32 bytes in base64",
    );
  const statements = await tenantStatements(tenant, await createSealer(masterKeys), Date.now());
  console.log(statements.map(({ query }) => inlineSql(query)).join("\n"));
} catch (error) {
  if (!(error instanceof WrongOption)) throw error;
  console.error(`${usage}\n\n${error.message}`);
  process.exit(1);
}
