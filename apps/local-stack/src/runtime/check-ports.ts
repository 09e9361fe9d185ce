import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { StartRefused } from "../start-refused.ts";

/** Throws `StartRefused` for the first port that something else listens on, or that two of ours share. */
export async function checkPorts(ports: Readonly<Record<string, number>>): Promise<void> {
  const taken = new Map<number, string>();
  for (const [setting, port] of Object.entries(ports)) {
    const other = taken.get(port);
    if (other !== undefined)
      throw new StartRefused(`${setting} and ${other} are both ${port}: give them different ports.`);
    taken.set(port, setting);
    if (await staysBusy(port))
      throw new StartRefused(
        `Port ${port} is in use: stop what listens there, or choose another with ${setting}=<port>.`,
      );
  }
}

/** A stack that was killed a moment ago may still be letting go. */
const patienceMs = 1_000;

async function staysBusy(port: number): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await wait(50))
    if (!(await isBusy(port))) return false;
  return true;
}

function isBusy(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(true));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(false)));
  });
}
