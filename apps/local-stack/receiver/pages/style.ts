/** One sheet for the demo site: system fonts, both colour schemes, nothing fetched from elsewhere. */
export const style = `
:root { color-scheme: light dark; --ink: #16211c; --soft: #54625b; --paper: #f6f7f3; --card: #fff; --line: #d9dfd8; --accent: #0b6b4f; --on-accent: #fff; --bad: #a8231d; --warn: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9efea; --soft: #a3b0a8; --paper: #101613; --card: #18211c; --line: #2d3a33; --accent: #5fd0a5; --on-accent: #06251a; --bad: #ff9a91; --warn: #f0c36a; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--ink); background: var(--paper); }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.top { display: flex; gap: 1.5rem; align-items: baseline; padding: 1rem clamp(1rem, 4vw, 3rem); border-bottom: 1px solid var(--line); }
.top [aria-current] { color: inherit; font-weight: 650; text-decoration: none; }
.top strong { margin-right: auto; letter-spacing: -.01em; }
main { max-width: 68rem; margin: 0 auto; padding: clamp(1.5rem, 5vw, 4rem) clamp(1rem, 4vw, 3rem); }
main.narrow { max-width: 40rem; }
h1 { font-size: clamp(1.8rem, 4.5vw, 2.8rem); line-height: 1.12; letter-spacing: -.025em; margin: 0 0 1rem; text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 0 0 .75rem; }
.soft { color: var(--soft); }
.split { display: grid; gap: clamp(2rem, 6vw, 5rem); grid-template-columns: minmax(0, 1fr) minmax(0, 26rem); align-items: start; }
@media (max-width: 52rem) { .split { grid-template-columns: 1fr; } }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.5rem; }
.facts { padding: 0; list-style: none; display: grid; gap: .75rem; margin: 2rem 0 0; }
.facts li { padding-left: 1.6rem; position: relative; }
.facts li::before { content: "✓"; position: absolute; left: 0; color: var(--accent); font-weight: 700; }
form { display: grid; gap: .9rem; }
label { display: grid; gap: .3rem; font-weight: 600; font-size: .925rem; }
input, select, textarea { font: inherit; font-weight: 400; min-height: 2.75rem; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 8px; padding: .6rem .7rem; width: 100%; }
.pair { display: grid; gap: .9rem; grid-template-columns: 8.5rem 1fr; }
button, .button { font: inherit; font-weight: 650; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 8px; padding: .75rem 1.1rem; cursor: pointer; text-decoration: none; display: inline-block; text-align: center; }
.off-screen { position: absolute; left: -10000px; width: 1px; height: 1px; overflow: hidden; }
code, pre { font: .86em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
pre { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .9rem; overflow: auto; margin: .5rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.deliveries { display: grid; gap: .75rem; padding: 0; margin: 1.5rem 0 0; list-style: none; }
.deliveries summary { cursor: pointer; display: flex; flex-wrap: wrap; gap: .35rem 1rem; align-items: baseline; }
.deliveries details { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .85rem 1.1rem; }
.deliveries summary::-webkit-details-marker { display: none; }
.deliveries summary::before { content: "▸"; color: var(--soft); transition: transform .15s; }
.deliveries [open] > summary::before { transform: rotate(90deg); }
@media (prefers-reduced-motion: reduce) { .deliveries summary::before { transition: none; } }
.deliveries .who { font-weight: 650; margin-right: auto; }
.status { font-weight: 650; color: var(--accent); }
.status.bad { color: var(--bad); }
.status.waiting { color: var(--warn); }
.sections { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); margin-top: 1rem; }
.sections h2 { font-size: .85rem; margin: 0; color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: .86rem; margin-top: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 500; color: var(--soft); width: 45%; overflow-wrap: normal; }
`;
