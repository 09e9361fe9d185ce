import { pageStyle } from "@leadrelay/look/page-style";

/** One sheet for the demo site, in LeadRelay's own colours; nothing is fetched from elsewhere. */
export const style = `${pageStyle()}
.top { display: flex; gap: 1.5rem; align-items: baseline; padding: 1rem clamp(1rem, 4vw, 3rem); border-bottom: 1px solid var(--line); }
.top [aria-current] { color: inherit; font-weight: 650; text-decoration: none; }
.top strong { margin-right: auto; letter-spacing: -.01em; }
main { max-width: 68rem; margin: 0 auto; padding: clamp(1.5rem, 5vw, 4rem) clamp(1rem, 4vw, 3rem); }
main.narrow { max-width: 40rem; }
h1 { font-size: clamp(1.8rem, 4.5vw, 2.8rem); line-height: 1.12; letter-spacing: -.025em; margin: 0 0 1rem; text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 0 0 .75rem; }
.split { display: grid; gap: clamp(2rem, 6vw, 5rem); grid-template-columns: minmax(0, 1fr) minmax(0, 26rem); align-items: start; }
@media (max-width: 52rem) { .split { grid-template-columns: 1fr; } }
.card { width: auto; margin: 0; padding: 1.5rem; }
.facts { padding: 0; list-style: none; display: grid; gap: .75rem; margin: 2rem 0 0; }
.facts li { padding-left: 1.6rem; position: relative; }
.facts li::before { content: "✓"; position: absolute; left: 0; color: var(--brand); font-weight: 700; }
form { display: grid; gap: .9rem; }
label { display: grid; gap: .3rem; margin: 0; font-size: .925rem; }
input, select, textarea { margin: 0; min-height: 2.75rem; font-weight: 400; }
.pair { display: grid; gap: .9rem; grid-template-columns: 8.5rem 1fr; }
button, .button { margin: 0; padding: .75rem 1.1rem; text-align: center; }
.off-screen { position: absolute; left: -10000px; width: 1px; height: 1px; overflow: hidden; }
code, pre { font: .86em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
pre { background: var(--canvas); border: 1px solid var(--line); border-radius: 8px; padding: .9rem; overflow: auto; margin: .5rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.deliveries { display: grid; gap: .75rem; padding: 0; margin: 1.5rem 0 0; list-style: none; }
.deliveries summary { cursor: pointer; display: flex; flex-wrap: wrap; gap: .35rem 1rem; align-items: baseline; }
.deliveries details { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: .85rem 1.1rem; }
.deliveries summary::-webkit-details-marker { display: none; }
.deliveries summary::before { content: "▸"; color: var(--soft); transition: transform .15s; }
.deliveries [open] > summary::before { transform: rotate(90deg); }
@media (prefers-reduced-motion: reduce) { .deliveries summary::before { transition: none; } }
.deliveries .who { font-weight: 650; margin-right: auto; }
.status { font-weight: 600; color: var(--soft); }
.status.bad { color: var(--bad); }
.sections { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); margin-top: 1rem; }
.sections h2 { font-size: .85rem; margin: 0; color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: .86rem; margin-top: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 500; color: var(--soft); width: 45%; overflow-wrap: normal; }
`;
