import { parts } from './style-parts.ts';

/** The page's look: colours, letters, and where things stand. Light and dark follow the reader's system. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f4f5f3; --paper: #ffffff; --sunken: #f7f8f6; --ink: #1b1f1e; --faint: #59615e;
  --line: #d9ddd9; --strong-line: #87908c; --accent: #0f6a62; --accent-ink: #ffffff; --focus: #0f6a62;
  --good: #17663a; --good-ground: #e0f2e6; --bad: #a3261d; --bad-ground: #fbe9e7;
  --busy: #7a4b00; --busy-ground: #fdf0d5; --calm: #3d4b73; --calm-ground: #e8ecf7;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Open Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #121514; --paper: #1a1e1d; --sunken: #151918; --ink: #e6e9e6; --faint: #a2aba7;
    --line: #2f3634; --strong-line: #6d7773; --accent: #5fc9ba; --accent-ink: #06211e; --focus: #5fc9ba;
    --good: #7fd6a0; --good-ground: #14301f; --bad: #ff9d92; --bad-ground: #3b1a17;
    --busy: #f2c46d; --busy-ground: #35280c; --calm: #adbcf0; --calm-ground: #212842;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { font: 100%/1.5 var(--sans); background: var(--ground); color: var(--ink); }
body { margin: 0; }
h1, h2, h3, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
ul, ol { list-style: none; }
h1 { font-size: 1.25rem; letter-spacing: -.01em; }
h1 span { font-weight: 400; color: var(--faint); }
h2 { font-size: 1.0625rem; letter-spacing: -.005em; }
h3 { font-size: .9375rem; }
.part { font-size: .8125rem; color: var(--faint); font-weight: 600; }
code, pre, .json { font-family: var(--mono); font-size: .8125em; overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }

.top {
  display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem;
  padding: .75rem 1.5rem; background: var(--paper); border-bottom: 1px solid var(--line);
}
#live { display: flex; align-items: center; gap: .4rem; font-size: .8125rem; color: var(--faint); }
#live::before { content: ''; width: .5rem; height: .5rem; border-radius: 50%; background: var(--bad); }
#live[data-live]::before { background: var(--good); }
#where { font-size: .8125rem; color: var(--faint); flex: 1 1 16rem; }
#time { display: flex; gap: .5rem; }
#said {
  position: fixed; bottom: 1rem; left: 50%; transform: translateX(-50%); max-width: 90vw; padding: .5rem 1rem;
  border-radius: .5rem; background: var(--ink); color: var(--ground); font-size: .875rem;
}
#said:empty { opacity: 0; pointer-events: none; }
main {
  display: grid; grid-template-columns: minmax(0, 29rem) minmax(0, 1fr); gap: 1.5rem;
  max-width: 84rem; margin: 0 auto; padding: 1.5rem;
}
.side, .centre { display: grid; gap: 1.5rem; align-content: start; }
section { display: grid; gap: .75rem; align-content: start; }
.side > section { padding: 1rem 1.125rem 1.125rem; background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; }
#task-count { color: var(--faint); font-size: .875rem; }
@media (max-width: 60rem) {
  main { grid-template-columns: minmax(0, 1fr); padding: 1rem; }
  .top { padding: .75rem 1rem; }
}

button, input, select, textarea { font: inherit; color: inherit; }
button {
  padding: .35rem .8rem; border: 1px solid var(--strong-line); border-radius: .5rem;
  background: var(--paper); cursor: pointer; font-size: .875rem; font-weight: 500;
}
button:hover { border-color: var(--ink); }
button.small { padding: .15rem .6rem; font-size: .8125rem; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); font-weight: 600; }
button.primary:hover { border-color: var(--ink); }
button[aria-disabled] { color: var(--faint); border-color: var(--line); border-style: dashed; cursor: default; }
input[type=text], select, textarea {
  width: 100%; padding: .4rem .6rem; border: 1px solid var(--strong-line); border-radius: .5rem;
  background: var(--sunken); font-size: .9375rem;
}
textarea { resize: vertical; line-height: 1.4; display: block; }
textarea.json { font-size: .8125rem; }
::placeholder { color: var(--faint); opacity: 1; }
[aria-invalid] { border-color: var(--bad) !important; }
summary { cursor: pointer; font-size: .875rem; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; }
.mark { font-size: .75rem; color: var(--faint); }
.help { font-size: .8125rem; color: var(--faint); }
.rule { margin-left: auto; font-size: .75rem; color: var(--faint); text-align: right; }
.note { display: block; font-size: .8125rem; font-weight: 500; color: var(--bad); }
.empty { color: var(--faint); font-size: .875rem; }
pre {
  margin: 0; padding: .625rem .75rem; max-height: 20rem; overflow: auto; border-radius: .5rem;
  background: var(--sunken); border: 1px solid var(--line); white-space: pre-wrap; line-height: 1.5;
}
${parts}`;
