import {
  choiceSetting,
  flagSetting,
  httpUrlSetting,
  numberSetting,
  readSettings,
  type Setting,
} from "@leadrelay/contracts/settings";
import { resolve } from "node:path";
import { repositoryRoot } from "./repository-root.ts";

const port = (fallback: number, whose: string) =>
  numberSetting(`Port of ${whose}, on 127.0.0.1.`, { fallback, min: 1, max: 65_535 });

const defaultStateDir = ".wrangler/state";

const stateDirSetting: Setting<string> = {
  read: (text) => text ?? defaultStateDir,
  default: `\`${defaultStateDir}\``,
  range: "a folder, relative to the repository",
  meaning:
    "Where the local stack keeps D1, KV, the intake journal and its master key. One stack at a time: a second one refuses to start.",
};

/** The local stack's own settings; the Workers' are in `worker-settings.ts`. */
export const stackSettings = {
  PORT_PRODUCER: port(8787, "the producer Worker"),
  PORT_CONSUMER: port(8788, "the consumer Worker"),
  PORT_RECEIVER: port(8789, "the demo receiver"),
  STATE_DIR: stateDirSetting,
  DEMO_MAKE_URL: httpUrlSetting("Where the demo client's leads are delivered; sealed anew at each start.", {
    kept: "href",
    absent: "the demo receiver's `/hook`",
  }),
  LOG_FORMAT: choiceSetting(
    ["human", "json", "off"],
    "How the Workers' log lines are shown: one readable line, JSON as written, or not at all.",
    "human",
  ),
  JOURNAL: choiceSetting(
    ["on", "off"],
    "The intake journal that keeps acknowledged leads over a restart; off only for benchmarks.",
    "on",
  ),
  INSPECTOR_PORT: numberSetting(
    "Port of workerd's inspector, where Chrome's DevTools find the Workers and their CPU profiles. 0: none.",
    { fallback: 0, min: 0, max: 65_535 },
  ),
  LOCAL_FAULTS: flagSetting("Opens /__faults, /__sql and /__sweep on the Workers' ports, for tests.", false),
};

export interface StackSettings {
  ports: { producer: number; consumer: number; receiver: number };
  /** Absolute. */
  stateDir: string;
  /** The same as a person wrote it. */
  stateDirGiven: string;
  demoMakeUrl: string;
  logFormat: "human" | "json" | "off";
  journal: boolean;
  /** 0: none. */
  inspectorPort: number;
  faults: boolean;
}

/** Throws `InvalidSettings` naming each variable at fault. */
export function readStackSettings(env: Readonly<Record<string, string | undefined>>): StackSettings {
  const values = readSettings(stackSettings, env);
  return {
    ports: {
      producer: values.PORT_PRODUCER,
      consumer: values.PORT_CONSUMER,
      receiver: values.PORT_RECEIVER,
    },
    stateDir: resolve(repositoryRoot, values.STATE_DIR),
    stateDirGiven: values.STATE_DIR,
    demoMakeUrl: values.DEMO_MAKE_URL ?? `http://127.0.0.1:${values.PORT_RECEIVER}/hook`,
    logFormat: values.LOG_FORMAT,
    journal: values.JOURNAL === "on",
    inspectorPort: values.INSPECTOR_PORT,
    faults: values.LOCAL_FAULTS,
  };
}
