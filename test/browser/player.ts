import type { Locator } from 'playwright-core';

/** How a file played from its start, and after a seek. */
export interface Played {
  /** Duration of the file in seconds. */
  duration: number;
  /** Seconds played from the start. */
  fromStart: number;
  /** The position, in seconds, shortly after a seek to three quarters of the file. */
  afterSeek: number;
  /** In pixels; 0 for a sound. */
  width: number;
  height: number;
}

/** Plays the start of a file, seeks to three quarters of it, and plays on. */
export function play(player: Locator): Promise<Played> {
  return player.evaluate(async (element: HTMLMediaElement) => {
    const waitUntil = async (seconds: number) => {
      for (let i = 0; i < 3_000 && element.currentTime <= seconds; i++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return element.currentTime;
    };
    element.muted = true;
    await element.play();
    const fromStart = await waitUntil(0.1);
    const target = element.duration * 0.75;
    const seeked = new Promise((resolve) => element.addEventListener('seeked', resolve));
    element.currentTime = target;
    await seeked;
    const afterSeek = await waitUntil(target + 0.1);
    element.pause();
    const { videoWidth: width = 0, videoHeight: height = 0 } = element as HTMLVideoElement;
    return { duration: element.duration, fromStart, afterSeek, width, height };
  });
}
