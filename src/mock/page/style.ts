/** The style sheet of the page. Light or dark follows the system's setting. */
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
#controls { display: flex; gap: .5rem; }
#message {
  position: fixed; bottom: 1rem; left: 50%; transform: translateX(-50%); max-width: 90vw; padding: .5rem 1rem;
  border-radius: .5rem; background: var(--ink); color: var(--ground); font-size: .875rem;
}
#message:empty { opacity: 0; pointer-events: none; }
main {
  display: grid; grid-template-columns: minmax(0, 29rem) minmax(0, 1fr); gap: 1.5rem;
  max-width: 84rem; margin: 0 auto; padding: 1.5rem;
}
.side, .centre { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; align-content: start; }
section { display: grid; gap: .75rem; align-content: start; grid-template-columns: minmax(0, 1fr); }
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
.field .help code, .rows .help code { font-size: .9375em; }
.rule { margin-left: auto; font-size: .75rem; color: var(--faint); text-align: right; }
.note { display: block; font-size: .8125rem; font-weight: 500; color: var(--bad); }
.note.ignored { color: var(--busy); }
.empty { color: var(--faint); font-size: .875rem; }
.cost { font-size: .8125rem; color: var(--faint); }
pre {
  margin: 0; padding: .625rem .75rem; max-height: 20rem; overflow: auto; border-radius: .5rem;
  background: var(--sunken); border: 1px solid var(--line); white-space: pre-wrap; line-height: 1.5;
}

form { display: grid; gap: .875rem; }
.picks { display: grid; gap: .5rem; }
.pick { display: grid; grid-template-columns: 5.5rem 1fr; align-items: center; }
.pick legend, .pick .legend { float: left; font-size: .8125rem; color: var(--faint); }
.pick > div:not(.chooser) { display: flex; border: 1px solid var(--strong-line); border-radius: .5rem; overflow: hidden; grid-column: 2; }
.pick label { flex: 1; display: flex; position: relative; text-align: center; font-size: .8125rem; cursor: pointer; }
.pick label + label { border-left: 1px solid var(--strong-line); }
.pick [type=radio] { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
.pick [type=radio] + span { flex: 1; padding: .25rem .375rem; background: var(--sunken); }
.pick input:checked + span { background: var(--accent); color: var(--accent-ink); font-weight: 600; }
.pick input:focus-visible + span { outline: 2px solid var(--focus); outline-offset: -4px; }
.pick input:checked:focus-visible + span { outline-color: var(--accent-ink); }
.pick > label { display: block; text-align: left; font-size: .8125rem; color: var(--faint); }
#key { font-size: .875rem; }
#account { width: auto; margin-left: auto; padding: .2rem .5rem; font-size: .8125rem; }
.account { font-family: var(--mono); font-size: .75rem; color: var(--faint); }
body:not([data-accounts]) .account { display: none; }
.labelled input { color: var(--ink); }
.chooser { position: relative; color: var(--ink); }
.pick .chooser { grid-column: 2; }
.chooser input { padding-right: 1.75rem; text-overflow: ellipsis; font-size: .875rem; }
.chooser::after {
  content: ''; position: absolute; top: .8rem; right: .8rem; width: .45rem; height: .45rem; rotate: 45deg; pointer-events: none;
  border: solid var(--faint); border-width: 0 .125rem .125rem 0;
}
.chooser [role=listbox] {
  position: absolute; z-index: 2; top: calc(100% + .25rem); left: 0; right: 0; max-height: 20rem; overflow: auto;
  padding: .25rem; background: var(--paper); border: 1px solid var(--strong-line); border-radius: .5rem;
  box-shadow: 0 .5rem 1.5rem rgb(0 0 0 / .18); color: var(--ink);
}
.chooser .group { padding: .5rem .5rem .125rem; font-size: .75rem; font-weight: 600; color: var(--faint); }
.chooser [role=option] { display: grid; padding: .25rem .5rem; border-radius: .375rem; font-size: .875rem; line-height: 1.35; cursor: pointer; overflow-wrap: anywhere; }
.chooser [role=option]:hover { background: var(--sunken); }
.chooser [role=option][data-at] { background: var(--sunken); outline: 2px solid var(--focus); outline-offset: -2px; }
.chooser [aria-selected=true] span { color: var(--accent); font-weight: 600; }
.chooser [aria-disabled] { color: var(--faint); cursor: default; }
.chooser small { font-size: .75rem; color: var(--faint); }
/* A chosen kind of what is asked for, under the picks of the request. */
.variant > div { flex-wrap: wrap; }
.variant [type=radio] + span { display: grid; align-content: center; line-height: 1.3; }
@media (max-width: 26rem) {
  .pick { grid-template-columns: 1fr; }
  .pick > div.chooser, .pick > div:not(.chooser) { grid-column: 1; }
}
.route { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; }
.route span { font-size: .8125rem; color: var(--faint); }
.examples { display: flex; flex-wrap: wrap; gap: .375rem .5rem; align-items: center; font-size: .8125rem; color: var(--faint); }
.recent { display: flex; flex-wrap: wrap; gap: .375rem; font-size: .8125rem; color: var(--faint); }
.recent:empty { display: none; }
.recent span { width: 100%; }
.recent button { font-family: var(--mono); font-size: .75rem; color: var(--ink); }
.fields { display: grid; gap: .875rem; }
.more > summary { color: var(--faint); }
.more[open] > summary { margin-bottom: .75rem; }
.more .field:not([hidden]) ~ .field { margin-top: .875rem; }
.item .field { margin-top: 0 !important; }
.field { display: grid; gap: .25rem; }
.field-head { display: flex; flex-wrap: wrap; gap: 0 .5rem; align-items: baseline; font-size: .9375rem; }
.field-head code { font-weight: 600; }
.items { display: grid; gap: .75rem; }
.items:empty { display: none; }
.item { display: grid; gap: .75rem; justify-items: start; padding: .25rem 0 .25rem .75rem; border-left: 2px solid var(--line); }
.item > .field, .item > .fields { width: 100%; }
.field-head .path { font-weight: 400; color: var(--faint); }
.media, .chosen, .address { display: flex; flex-wrap: wrap; gap: .375rem .5rem; align-items: center; }
.media > div { max-width: 100%; }
.media .address { flex: 1 1 100%; flex-wrap: nowrap; }
.file { position: relative; flex: none; padding: .35rem .8rem; border: 1px solid var(--strong-line); border-radius: .5rem; background: var(--paper); font-size: .875rem; font-weight: 500; }
.file:hover { border-color: var(--ink); }
.file input { position: absolute; inset: 0; width: 100%; opacity: 0; cursor: pointer; font-size: 0; }
.file:focus-within { outline: 2px solid var(--focus); outline-offset: 2px; }
.chosen { font-size: .8125rem; overflow-wrap: anywhere; }
.preview:empty, [aria-hidden]:empty { display: none; }
.preview img, .preview video { display: block; max-height: 6rem; max-width: 12rem; border-radius: .375rem; border: 1px solid var(--line); }
.preview audio { height: 2.25rem; width: 17rem; max-width: 100%; }
.body { font-size: .8125rem; }
.body label { color: var(--faint); }
.warning { flex: 1; min-width: 10rem; font-size: .8125rem; color: var(--bad); }
.outcome { font-size: .875rem; overflow-wrap: anywhere; }
.card > :empty, .warning:empty, #body-note:empty, .notes:empty, .rules:empty { display: none; }
.outcome[data-kind=good] { color: var(--good); }
.outcome[data-kind=bad] { color: var(--bad); }
.outcome[data-kind=busy] { color: var(--busy); }
.sending, .program { display: grid; gap: .5rem; }
.program .row { justify-content: space-between; }
.program pre { font-size: .75rem; }
.program code { font-size: 1em; }
.program .line { display: block; padding-left: 2ch; text-indent: -2ch; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
.labelled { display: grid; gap: .2rem; font-size: .8125rem; color: var(--faint); }
.labelled select { color: var(--ink); }
.rules { display: grid; gap: .25rem; font-size: .875rem; list-style: decimal; padding-left: 1.25rem; }

.cards { display: grid; gap: .75rem; }
.card { display: grid; gap: .5rem; padding: .875rem 1.125rem; background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; }
.card header { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; font-size: .875rem; color: var(--faint); }
.card h3 { color: var(--ink); }
.age { margin-left: auto; color: var(--faint); font-size: .8125rem; font-variant-numeric: tabular-nums; }
.status { padding: .1rem .6rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600; }
.status[data-status=submitted] { color: var(--calm); background: var(--calm-ground); }
.status[data-status=processing] { color: var(--busy); background: var(--busy-ground); }
.status[data-status=succeed] { color: var(--good); background: var(--good-ground); }
.status[data-status=failed] { color: var(--bad); background: var(--bad-ground); }
.prompt { font-size: .9375rem; overflow-wrap: anywhere; }
.ids { font-size: .75rem; color: var(--faint); }
.ids code { font-size: 1em; }
.timeline { display: flex; margin: .25rem 0; }
.timeline li { flex: 1; display: grid; position: relative; padding-top: .875rem; font-size: .8125rem; line-height: 1.3; }
.timeline li:last-child { flex: 0 0 auto; min-width: 5rem; }
.timeline li::before { content: ''; position: absolute; top: 0; left: 0; width: .625rem; height: .625rem; border-radius: 50%; background: var(--accent); }
.timeline li::after { content: ''; position: absolute; top: .25rem; left: .875rem; right: .25rem; height: .125rem; background: var(--accent); }
.timeline li:last-child::after { display: none; }
.timeline .to-come { color: var(--faint); }
.timeline .to-come::before { background: none; box-shadow: inset 0 0 0 .125rem var(--strong-line); }
.timeline .now::after, .timeline .to-come::after { background: var(--line); }
.timeline .now { font-weight: 600; }
.timeline small { font-size: .75rem; font-weight: 400; color: var(--faint); }
.result-note { font-size: .875rem; color: var(--faint); }
.result-note[data-status=failed] { color: var(--bad); }
.scenario { padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .75rem; }
.players { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: end; }
.players figure { display: flex; gap: .5rem; align-items: center; max-width: 100%; font-size: .8125rem; }
.players audio { height: 2.25rem; width: 17rem; max-width: 100%; }
.players video { max-height: 11rem; max-width: 100%; border-radius: .5rem; background: #000; display: block; }
figure.image { display: grid; gap: .125rem; justify-items: center; align-self: start; }
.picture { padding: 0; border: 0; background: none; border-radius: .5rem; overflow: hidden; cursor: zoom-in; }
.picture img { display: block; max-height: 9rem; max-width: 100%; min-height: 2rem; min-width: 2rem; background: var(--sunken); }
.large { max-width: 94vw; max-height: 94vh; padding: .75rem; border: 1px solid var(--strong-line); border-radius: .75rem; background: var(--paper); color: var(--ink); }
.large::backdrop { background: rgb(0 0 0 / .6); }
.large img { display: block; max-width: 100%; max-height: 82vh; margin-bottom: .625rem; border-radius: .375rem; }
.large .row { justify-content: space-between; }
.answer { max-height: 34rem; overflow: auto; padding: .625rem .75rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--sunken); font-size: .8125rem; }
.answer .rows { grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: .125rem .75rem; font-size: .8125rem; }
.answer dt { overflow-wrap: anywhere; color: var(--faint); }
.answer dt:has(+ dd > .rows, + dd > .list, + dd > .kept), .answer dd:has(> .rows, > .list, > .kept) { grid-column: 1 / -1; }
.answer dd > .rows { padding-left: .75rem; border-left: 2px solid var(--line); }
.answer .list { display: grid; gap: .5rem; }
.answer .list > li { padding: .375rem .625rem; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; }
.answer figure { display: grid; gap: .125rem; justify-items: start; max-width: 100%; }
.answer audio { height: 2.25rem; width: 17rem; max-width: 100%; }
.answer video { max-height: 9rem; max-width: 100%; border-radius: .375rem; }
.kept { display: grid; gap: .5rem; }
.kept[data-deleted] .rows { text-decoration: line-through; color: var(--faint); }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; }

.exchanges > summary { color: var(--faint); }
.exchanges .list { max-height: 32rem; overflow: auto; display: grid; align-content: start; margin-top: .5rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--paper); }
.exchanges .list:empty { display: none; }
.exchange + .exchange { border-top: 1px solid var(--line); }
.exchange > summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .625rem; padding: .3rem .75rem; list-style: none; }
.exchange > summary::-webkit-details-marker { display: none; }
.exchange > summary::before {
  content: ''; align-self: center; width: .375rem; height: .375rem; margin-right: .125rem; rotate: -45deg;
  border: solid var(--faint); border-width: 0 .125rem .125rem 0;
}
.exchange[open] > summary { background: var(--sunken); }
.exchange[open] > summary::before { rotate: 45deg; translate: 0 -.125rem; }
.exchange > summary:hover { background: var(--sunken); }
.exchange time { margin-left: auto; font-size: .75rem; color: var(--faint); font-variant-numeric: tabular-nums; }
.exchange summary .mark { color: var(--busy); }
.code { font-weight: 600; font-size: .8125rem; font-variant-numeric: tabular-nums; }
.code-2 { color: var(--good); }
.code-0, .code-3, .code-4, .code-5 { color: var(--bad); }
.inside { display: grid; gap: .5rem; padding: .25rem .75rem .75rem; justify-items: start; }
.inside pre, .inside .rows { width: 100%; }
.rows { display: grid; grid-template-columns: minmax(5rem, max-content) 1fr; gap: .25rem 1rem; font-size: .875rem; }
.rows dd { display: grid; overflow-wrap: anywhere; }

.contract { padding: .625rem 1.125rem; background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; }
.contract > summary { font-size: .9375rem; }
.contract .age { margin-left: .75rem; }
.contract[open] { display: grid; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; gap: .75rem; padding-bottom: 1.125rem; }
.contract h3 { margin-top: .25rem; }
.operations li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .75rem; padding: .25rem 0; font-size: .8125rem; border-top: 1px solid var(--line); }
.operations li code { flex: 1 1 20rem; }
.operations .mark { min-width: 5rem; }
.corrections { display: grid; gap: .5rem; font-size: .875rem; list-style: decimal; padding-left: 1.5rem; }
.corrections .target { display: block; color: var(--faint); font-size: .75rem; }
`;
