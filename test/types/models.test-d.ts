import { expectTypeOf, it } from 'vitest';
import {
  check,
  createKling,
  type Estimate,
  estimate,
  type Input,
  klingai,
  klingai2,
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
  const kling2 = createKling(klingai2, { apiKey: 'k' });
  const second: Input<typeof kling2.textToVideo> = {
    model: 'kling-3.0-turbo',
    prompt: 'x',
    settings: { duration: 12 },
  };
  expectTypeOf(check('textToVideo', second)).toEqualTypeOf<Warning[]>();
  expectTypeOf(estimate('textToVideo', second)).toEqualTypeOf<Estimate | undefined>();
  // @ts-expect-error no such operation
  check('imageToSound', input);
  // @ts-expect-error text is no request
  estimate('imageToVideo', 'a boat');
});
