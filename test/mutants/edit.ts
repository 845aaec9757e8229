/** Any part of a document or an answer. */
export type Node = Record<string, unknown>;

/** Changes a part in place. */
export type Edit = (node: Node) => void;

/** Does something at every place that a path means, such as `data.*.task_id`; `*` is each item or field. */
function visit(node: unknown, steps: string[], act: (parent: Node, key: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  const parent = node as Node;
  const [step = '', ...rest] = steps;
  for (const key of step === '*' ? Object.keys(parent) : [step]) {
    if (rest.length) visit(parent[key], rest, act);
    else act(parent, key);
  }
}

const at =
  (path: string, act: (parent: Node, key: string) => void): Edit =>
  (node) =>
    visit(node, path.split('.'), act);

/** Sets a field, there or not. */
export const put = (path: string, value: unknown): Edit =>
  at(path, (parent, key) => {
    parent[key] = structuredClone(value);
  });

/** Makes another value out of the one that is there; does nothing where there is none. */
export const turn = (path: string, into: (value: unknown) => unknown): Edit =>
  at(path, (parent, key) => {
    if (key in parent) parent[key] = into(parent[key]);
  });

/** Takes a field away. */
export const drop = (path: string): Edit =>
  at(path, (parent, key) => {
    delete parent[key];
  });

/** Gives a field another name. */
export const rename = (path: string, to: string): Edit =>
  at(path, (parent, key) => {
    if (!(key in parent)) return;
    parent[to] = parent[key];
    delete parent[key];
  });

/** Takes a value out of a list. */
export const without = (path: string, value: unknown): Edit =>
  turn(path, (list) => (list as unknown[]).filter((each) => each !== value));

/** Adds a value to a list, which is made where there is none. */
export const including = (path: string, value: unknown): Edit =>
  at(path, (parent, key) => {
    parent[key] = [...((parent[key] as unknown[]) ?? []), value];
  });

/** Several edits as one. */
export const all =
  (...edits: Edit[]): Edit =>
  (node) => {
    for (const edit of edits) edit(node);
  };

/** Schema of any text. */
export const text = { type: 'string' };
