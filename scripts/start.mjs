// `npm start`: installs what is missing, then runs the local stack on the workspace's own Node 24.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, node24, root } from "./install.mjs";

ensureInstalled();
const main = join(root, "apps", "local-stack", "src", "main.ts");
// The channel tells the stack when this process is gone, however it went.
const stack = spawn(node24, [main], { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"] });

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stack.kill(signal));
stack.on("error", (error) => {
  console.error(`The local stack could not be started: ${error.message}`);
  process.exit(1);
});
stack.on("exit", (code, signal) => process.exit(signal === null ? code : 1));

// npm passes signals on, but a killed npm cannot: without it nobody could stop us.
if (process.env.npm_lifecycle_event === "start") {
  const began = parents();
  setInterval(() => {
    if (parents() !== began) process.exit(1);
  }, 500).unref();
}

/** Our parent and, where it can be known, its parent: npm, or a shell and npm. */
function parents() {
  try {
    const afterName = readFileSync(`/proc/${process.ppid}/stat`, "utf8").split(") ").at(-1) ?? "";
    return `${process.ppid} ${afterName.split(" ")[1]}`;
  } catch {
    return String(process.ppid);
  }
}
