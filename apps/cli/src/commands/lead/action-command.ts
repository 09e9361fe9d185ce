interface Action {
  operation: string;
  method: string;
  path: string;
}

/** Operations that are commands of ours, by what stands behind the collection in their path. */
const commands: Readonly<Record<string, (id: string) => string>> = {
  retryDelivery: (id) => `leadrelay delivery retry ${id}`,
  cancelDelivery: (id) => `leadrelay delivery cancel ${id} --reason …`,
  replayDeadLetter: (id) => `leadrelay dlq replay ${id}`,
  discardDeadLetter: (id) => `leadrelay dlq discard ${id} --reason …`,
  changeDestination: (id) => `leadrelay destination enable ${id}`,
};

/** What to type for an action the API offers; another one as the request it is. */
export function actionCommand({ operation, method, path }: Action): string {
  const [, id] = /^\/api\/[^/]+\/([^/]+)/.exec(path) ?? [];
  const command = commands[operation];
  return command === undefined || id === undefined ? `${method} ${path}` : command(decodeURIComponent(id));
}
