import { defaultOperators, Liquid, type Context } from "liquidjs";
import { allowedFilters, allowedTags, searchingFilters } from "./allowed-words.ts";
import { RefusedTemplate } from "./refused-template.ts";
import { templateLimits } from "./template-limits.ts";

/** Set on each rendering's context: what `"now" | date` is. */
export const nowRegister = "now_ms";

let made: Liquid | undefined;

/** One engine an isolate, made when the first template comes. */
export const templateEngine = (): Liquid => (made ??= makeEngine());

function makeEngine(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    dynamicPartials: false,
    parseLimit: templateLimits.characters,
    memoryLimit: templateLimits.memory,
    timezoneOffset: 0,
    dateFormat: "%Y-%m-%d %H:%M",
    operators: meteredOperators(),
  });
  for (const name of Object.keys(engine.tags)) if (!allowedTags.includes(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters))
    if (allowedFilters.includes(name)) meterFilter(engine, name);
    else engine.unregisterFilter(name);
  return engine;
}

/** Every filter is a step, and none looks for a long text in another. */
function meterFilter(engine: Liquid, name: string): void {
  const given = engine.filters[name];
  if (given === undefined) return;
  const [handler, raw] = typeof given === "function" ? [given, false] : [given.handler, given.raw];
  engine.registerFilter(name, {
    raw,
    handler(value, ...args) {
      this.context.renderLimit.check(1);
      if (searchingFilters.includes(name)) checkNeedle(args[0]);
      const isNow = name === "date" && (value === "now" || value === "today");
      return handler.call(this, isNow ? this.context.getRegister(nowRegister) : value, ...args);
    },
  });
}

/** Comparing long texts costs what filters' going through them does. */
function meteredOperators(): typeof defaultOperators {
  const binary = ["==", "!=", ">", "<", ">=", "<=", "contains"] as const;
  const metered = binary.map((sign) => {
    const operator = defaultOperators[sign];
    if (operator === undefined) throw new Error(`liquidjs has no operator ${sign}`);
    return [
      sign,
      (left: unknown, right: unknown, context: Context) => {
        context.memoryLimit.use(lengthOf(left) + lengthOf(right));
        if (sign === "contains") checkNeedle(right);
        return operator(left, right, context);
      },
    ];
  });
  return { ...defaultOperators, ...Object.fromEntries(metered) };
}

const lengthOf = (value: unknown) => (typeof value === "string" || Array.isArray(value) ? value.length : 0);

function checkNeedle(value: unknown): void {
  if (lengthOf(value) > templateLimits.needle)
    throw new RefusedTemplate(`looks for a text of more than ${templateLimits.needle} characters`);
}
