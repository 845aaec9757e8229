/** JSON pointers (RFC 6901) as answers are spoken of: `/data/task_result/audios/0/url_mp3`. */

/** The pointer to a field or entry below another. */
export function below(pointer: string, name: string | number): string {
  return `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The pointer without its last step. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The last step. */
export function nameOf(pointer: string): string {
  const step = pointer.slice(pointer.lastIndexOf('/') + 1);
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Whether a place is another one or inside of it. */
export function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

/** What is there; undefined when nothing is. */
export function valueAt(value: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>((from, step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return from instanceof Object && Object.hasOwn(from, name)
      ? Reflect.get(from, name)
      : undefined;
  }, value);
}

/** The same pointer for every entry of a list: what is wrong with one of them is wrong with all. */
export function generic(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}

/** Names as providers give them to fields, in snake or camel case. */
export const plainName = /^(?!.*\d{5})[a-z_]\w{0,39}$/;

/** The pointer as it may be shown: a step that may be anything but a name is covered. */
export function shown(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return steps
    .map((step) => `/${/^\d+$|^$/.test(step) || plainName.test(step) ? step : '…'}`)
    .join('');
}
