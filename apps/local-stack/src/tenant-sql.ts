import { runTenantSql } from "./tenant-sql/run-tenant-sql.ts";

const { status, stdout, stderr } = await runTenantSql(process.argv.slice(2), process.env);
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
