import type { CpuProfile } from "./cpu-profile.ts";
import { openInspector } from "./open-inspector.ts";

/** Microseconds between two samples of an isolate. */
export const sampleEveryUs = 1_000;

/** What one isolate did, its name as workerd has it: a Worker of ours, or one of those that play D1, KV and queues. */
export interface IsolateProfile {
  name: string;
  profile: CpuProfile;
}

/** Profiles every isolate of a workerd while `act` runs. An isolate is sampled while it holds its lock only: there is no idle in it. */
export async function profileWorkerd(
  inspectorPort: number,
  act: () => Promise<unknown>,
): Promise<IsolateProfile[]> {
  const address = `127.0.0.1:${inspectorPort}`;
  const answer = await fetch(`http://${address}/json`);
  const targets = await answer.json<{ id: string }[]>();
  // Functions of the stack's own process have one too, under a name that no address can hold.
  const isolates = targets.filter(({ id }) => !id.includes("#"));
  const inspected = await Promise.all(
    isolates.map(async ({ id }) => ({ name: id, inspector: await openInspector(`ws://${address}/${id}`) })),
  );
  for (const { inspector } of inspected) {
    await inspector.ask("Profiler.enable");
    await inspector.ask("Profiler.setSamplingInterval", { interval: sampleEveryUs });
    await inspector.ask("Profiler.start");
  }
  await act();
  const profiles: IsolateProfile[] = [];
  for (const { name, inspector } of inspected) {
    const { profile } = (await inspector.ask("Profiler.stop")) as { profile: CpuProfile };
    profiles.push({ name, profile });
    inspector.close();
  }
  return profiles;
}
