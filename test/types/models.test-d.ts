import { expectTypeOf, it } from 'vitest';
import {
  check,
  createKling,
  type Estimate,
  estimate,
  type Input,
  klingai,
  type Warning,
} from '../../src/index.ts';

const kling = createKling(klingai, { apiKey: 'k' });

it('models and prices are asked about with what a create takes', () => {
  const input: Input<typeof kling.imageToVideo> = {
    image: 'https://example.com/boat.png',
    prompt: 'x',
  };
  expectTypeOf(check('imageToVideo', input)).toEqualTypeOf<Warning[]>();
  expectTypeOf(estimate('imageToVideo', input)).toEqualTypeOf<Estimate | undefined>();
  expectTypeOf<Warning['certainty']>().extract<string>().toEqualTypeOf<Estimate['certainty']>();
  // @ts-expect-error no such operation
  check('imageToSound', input);
  // @ts-expect-error text is no request
  estimate('imageToVideo', 'a boat');
});
