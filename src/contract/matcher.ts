import type { ProviderName } from '../documents/documents.ts';
import type { OperationRef } from './answers/routes.ts';
import { validate } from './validate.ts';

declare global {
  // vitest, and what else speaks jest's language, takes new matchers from here.
  namespace jest {
    interface Matchers<R, T> {
      /** Passes when a body is what the provider's document says of this operation and status. */
      toMatchContract(provider: ProviderName, operation: OperationRef, status?: number): R;
    }
  }
}

/**
 * The matcher `toMatchContract`, for `expect.extend({ toMatchContract })`: then
 * `expect(body).toMatchContract('cometapi', 'textToAudio.create', 200)` holds a fixture against the contract, and says
 * what differs. The status is 200 when it is left out.
 * @throws {TypeError} as `validate`
 */
export function toMatchContract(
  received: unknown,
  provider: ProviderName,
  operation: OperationRef,
  status = 200,
): { pass: boolean; message: () => string } {
  const findings = validate(provider, operation, status, received);
  const what = `${provider} ${operation} ${status}`;
  const lines = findings.map(({ severity, kind, message }) => `  ${severity} ${kind}: ${message}`);
  return {
    pass: findings.length === 0,
    message: () =>
      findings.length === 0
        ? `expected a body that differs from the contract of ${what}`
        : `expected a body as in the contract of ${what}, but:\n${lines.join('\n')}`,
  };
}
