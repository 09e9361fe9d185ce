// `npm start`: installs what is missing, then runs the local stack on the workspace's own Node 24.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureUi } from "./build-ui.mjs";
import { ensureInstalled, node24, root } from "./install.mjs";

ensureInstalled();
ensureUi();
const main = join(root, "apps", "local-stack", "src", "main.ts");
// The channel tells the stack when this process is gone, however it went.
// What Node made of the sources at the last start: loading them is a third of what a start takes.
const env = { NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "node"), ...process.env };
const stack = spawn(node24, [main], { cwd: root, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stack.kill(signal));
stack.on("error", (error) => {
  console.error(`The local stack could not be started: ${error.message}`);
  process.exit(1);
});
stack.on("exit", (code, signal) => process.exit(signal === null ? code : 1));

// npm passes signals on, but a killed npm cannot: without it nobody could stop us.
if (process.env.npm_lifecycle_event === "start") {
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) process.exit(1);
  }, 500).unref();
}
