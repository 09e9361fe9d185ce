import { createServer } from "node:net";
import { StartRefused } from "../start-refused.ts";

/** Throws `StartRefused` for the first port that something else listens on, or that two of ours share. */
export async function checkPorts(ports: Readonly<Record<string, number>>): Promise<void> {
  const taken = new Map<number, string>();
  for (const [setting, port] of Object.entries(ports)) {
    const other = taken.get(port);
    if (other !== undefined)
      throw new StartRefused(`${setting} and ${other} are both ${port}: give them different ports.`);
    taken.set(port, setting);
    if (await isBusy(port))
      throw new StartRefused(
        `Port ${port} is in use: stop what listens there, or choose another with ${setting}=<port>.`,
      );
  }
}

function isBusy(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(true));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(false)));
  });
}
