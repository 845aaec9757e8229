/** The look of the parts of the page: form, cards, timelines, exchanges, contracts. */
export const parts = `
form { display: grid; gap: .875rem; }
.picks { display: grid; gap: .5rem; }
.pick { display: grid; grid-template-columns: 5.5rem 1fr; align-items: center; }
.pick legend { float: left; font-size: .8125rem; color: var(--faint); }
.pick > div { display: flex; border: 1px solid var(--strong-line); border-radius: .5rem; overflow: hidden; grid-column: 2; }
.pick label { flex: 1; display: flex; position: relative; text-align: center; font-size: .8125rem; cursor: pointer; }
.pick label + label { border-left: 1px solid var(--strong-line); }
.pick input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
.pick span { flex: 1; padding: .25rem .375rem; background: var(--sunken); }
.pick input:checked + span { background: var(--accent); color: var(--accent-ink); font-weight: 600; }
.pick input:focus-visible + span { outline: 2px solid var(--focus); outline-offset: -4px; }
.pick input:checked:focus-visible + span { outline-color: var(--accent-ink); }
.route { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; }
.route span { font-size: .8125rem; color: var(--faint); }
.examples { display: flex; gap: .5rem; align-items: center; font-size: .8125rem; color: var(--faint); }
.fields { display: grid; gap: .875rem; }
.more > summary { color: var(--faint); }
.more[open] > summary { margin-bottom: .75rem; }
.more .field + .field { margin-top: .875rem; }
.field { display: grid; gap: .25rem; }
.field-head { display: flex; gap: .5rem; align-items: baseline; font-size: .9375rem; }
.field-head code { font-weight: 600; }
.body { font-size: .8125rem; }
.body label { color: var(--faint); }
.expected { flex: 1; min-width: 10rem; font-size: .8125rem; color: var(--bad); }
.outcome { font-size: .875rem; overflow-wrap: anywhere; }
.card > :empty, .expected:empty, #body-note:empty, .notes:empty, .rules:empty { display: none; }
.outcome[data-kind=good] { color: var(--good); }
.outcome[data-kind=bad] { color: var(--bad); }
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
.actions { display: flex; flex-wrap: wrap; gap: .5rem; }

.exchanges > summary { color: var(--faint); }
.exchanges .list { max-height: 32rem; overflow: auto; display: grid; align-content: start; margin-top: .5rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--paper); }
.exchanges .list:empty { display: none; }
.exchange + .exchange { border-top: 1px solid var(--line); }
.exchange > summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .625rem; padding: .3rem .75rem; list-style: none; }
.exchange > summary::-webkit-details-marker { display: none; }
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
.contract[open] { display: grid; gap: .75rem; padding-bottom: 1.125rem; }
.contract h3 { margin-top: .25rem; }
.operations li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .75rem; padding: .25rem 0; font-size: .8125rem; border-top: 1px solid var(--line); }
.operations li code { flex: 1 1 20rem; }
.operations .mark { min-width: 5rem; }
.corrections { display: grid; gap: .5rem; font-size: .875rem; list-style: decimal; padding-left: 1.5rem; }
.corrections .target { display: block; color: var(--faint); font-size: .75rem; }
`;
