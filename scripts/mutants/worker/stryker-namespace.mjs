/** What the instrumented code and Stryker tell each other, under the name that is compiled in. */
export const stryker = (globalThis.__stryker__ ??= {});

// The instrumented code keeps both objects when it first runs, so they are changed and never replaced.
stryker.mutantCoverage ??= { static: {}, perTest: {} };
