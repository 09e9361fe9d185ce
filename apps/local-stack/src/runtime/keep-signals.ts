const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs `create` and drops the signal listeners it added: Miniflare's would end the process before we put things away. */
export function keepSignals<Created>(create: () => Created): Created {
  const ours = signals.map((signal) => process.listeners(signal));
  const created = create();
  for (const [index, signal] of signals.entries())
    for (const listener of process.listeners(signal))
      if (!ours[index]?.includes(listener)) process.removeListener(signal, listener);
  return created;
}
