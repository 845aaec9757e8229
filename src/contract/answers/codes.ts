import { valueAt } from '../../documents/json.ts';
import { nodesIn } from './places.ts';
import { type Documented, documentedBy } from './routes.ts';

/** The service codes of an operation, as the examples of its document show them under each status. */
export interface ServiceCodes {
  /** Where they stand in an answer. */
  pointers: string[];
  byStatus: Map<number, Set<number>>;
}

const known = new Map<Documented, ServiceCodes>();

/** The codes of one operation. A gateway passes Kling's refusals on, so Kling's codes of the same status are its, too. */
export function codesOf(documented: Documented): ServiceCodes {
  const codes = known.get(documented) ?? withKlings(shownBy(documented), documented);
  known.set(documented, codes);
  return codes;
}

function shownBy({ operation }: Documented): ServiceCodes {
  const pointers = new Set<string>();
  const byStatus = new Map<number, Set<number>>();
  for (const [status, { content }] of Object.entries(operation.responses)) {
    const codes = new Set<number>();
    byStatus.set(Number(status), codes);
    for (const { value } of Object.values(content?.['application/json']?.examples ?? {})) {
      for (const node of nodesIn(value, '')) {
        if (node.name !== 'code' || typeof node.value !== 'number') continue;
        pointers.add(node.pointer);
        codes.add(node.value);
      }
    }
  }
  return { pointers: [...pointers], byStatus };
}

function withKlings(codes: ServiceCodes, { action, name }: Documented): ServiceCodes {
  const kling = documentedBy('klingai').find(
    (each) => each.name === name && each.action === action,
  );
  if (!kling) return codes;
  for (const [status, all] of shownBy(kling).byStatus) {
    for (const code of all) codes.byStatus.get(status)?.add(code);
  }
  return codes;
}

/** The service code in an answer, and where it stands. */
export function codeIn(
  documented: Documented,
  body: unknown,
): { pointer: string; code: number } | undefined {
  for (const pointer of codesOf(documented).pointers) {
    const code = valueAt(body, pointer);
    if (typeof code === 'number') return { pointer, code };
  }
  return undefined;
}

/** The statuses under which a code is documented. */
export function statusesOf(documented: Documented, code: number): number[] {
  const { byStatus } = codesOf(documented);
  return [...byStatus].filter(([, codes]) => codes.has(code)).map(([status]) => status);
}
