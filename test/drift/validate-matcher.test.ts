import { describe, expect, it } from 'vitest';
import { toMatchContract } from '../../src/contract/validate.ts';
import { accepted, looksLike } from '../support/kling.ts';

expect.extend({ toMatchContract });

/** What an application has as a fixture of CometAPI's answer to a create. */
const { request_id: _, ...fixture } = accepted();

describe('toMatchContract', () => {
  it('passes for a fixture that is as the provider answers', () => {
    expect(fixture).toMatchContract('cometapi', 'textToAudio.create', 200);
    expect(looksLike('processing')).toMatchContract('klingai', 'textToVideo.get');
    expect({ code: 1302, message: '', request_id: '' }).toMatchContract(
      'klingai',
      'textToVideo',
      429,
    );
  });

  it('fails for a fixture that differs, and says how', () => {
    const wrong = { ...fixture, data: { ...fixture.data, task_id: 5, task_status: 'queued' } };
    const check = () => expect(wrong).toMatchContract('cometapi', 'textToAudio.create', 200);
    expect(check).toThrow(
      'expected a body as in the contract of cometapi textToAudio.create 200, but:',
    );
    expect(check).toThrow('breaking answer-type: /data/task_id is an integer, not a string');
    expect(check).toThrow('warning answer-enum: /data/task_status is queued');
  });

  it('can be negated', () => {
    expect({}).not.toMatchContract('klingai', 'textToAudio.create');
    const check = () => expect(fixture).not.toMatchContract('cometapi', 'textToAudio.create');
    expect(check).toThrow('expected a body that differs from the contract');
  });

  it('has types: a wrong provider or operation does not compile', () => {
    // @ts-expect-error there is no such provider
    expect(() => expect(fixture).toMatchContract('nobody', 'textToAudio')).toThrow('no provider');
    // @ts-expect-error there is no such operation
    expect(() => expect(fixture).toMatchContract('klingai', 'textToSong')).toThrow('no operation');
  });
});
