/** What is said of a request and its answer. */
export const exchange = {
  request: "What is sent",
  answer: "What was answered",
  status: (status: number) => `HTTP ${status}`,
} as const;
