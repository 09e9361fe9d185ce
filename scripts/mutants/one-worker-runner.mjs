// Runs the tests for Stryker. Its own runner starts a worker for each mutant, which takes a second; here one worker
// stays, and keeps the test files loaded from one mutant to the next.
import { dirname, join, relative } from "node:path";
import { createVitest } from "vitest/node";
import { relatedTests } from "./related-tests.mjs";

const statuses = { passed: 0, failed: 1 };

class OneWorkerRunner {
  #waiting = new Map();
  #lastId = 0;
  #related = relatedTests(process.cwd());

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const name = `mutants-${process.pid}`;
    this.channel = new BroadcastChannel(name);
    this.channel.addEventListener("message", ({ data }) => this.#waiting.get(data.id)?.(data.answer));
    const ready = this.#answerTo(0);
    this.vitest = await createVitest("test", { config: "scripts/mutants/vitest.config.mjs", watch: false });
    this.vitest.provide("channel", name);
    this.running = this.vitest.start();
    const ended = this.running.then(() => Promise.reject(new Error("The worker ended before it was asked.")));
    await Promise.race([ready, ended]);
    ended.catch(() => {});
  }

  async dryRun({ files }) {
    const testFiles = [...new Set(files.flatMap((file) => this.#testsOf(file)))];
    const { tests, mutantCoverage, error } = await this.#ask({ kind: "dry", testFiles });
    if (error) return { status: "error", errorMessage: error };
    const results = tests.map((test) => ({
      ...test,
      fileName: join(process.cwd(), test.fileName),
      status: statuses[test.status],
    }));
    return { status: "complete", tests: results, mutantCoverage };
  }

  /** Without a filter the mutant is in code that runs while files load, and any test that loads it may notice. */
  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit, mutantActivation }) {
    const testFiles = this.#testsOf(sandboxFileName);
    const mutant = activeMutant.id;
    return this.#ask({ kind: "mutant", mutant, testFiles, testFilter, hitLimit, mutantActivation });
  }

  async dispose() {
    this.channel.postMessage({ kind: "end" });
    await this.running;
    this.channel.close();
    await this.vitest.close();
  }

  /** Its own first, then those of its folder: they notice most. */
  #testsOf(file) {
    const from = relative(process.cwd(), file);
    const awayFrom = (test) =>
      test.startsWith(from.replace(/ts$/, "")) ? 0 : dirname(test) === dirname(from) ? 1 : 2;
    return (this.#related.get(from) ?? []).toSorted((one, other) => awayFrom(one) - awayFrom(other));
  }

  #ask(question) {
    const id = ++this.#lastId;
    const answer = this.#answerTo(id);
    this.channel.postMessage({ id, ...question });
    return answer;
  }

  #answerTo(id) {
    return new Promise((resolve) => this.#waiting.set(id, resolve)).finally(() => this.#waiting.delete(id));
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "one-worker", injectableClass: OneWorkerRunner }];
