import type { Locator } from 'playwright-core';

/** What a player did when it was told to play, and then to go on from elsewhere. */
export interface Played {
  /** Seconds that the file lasts. */
  duration: number;
  /** Seconds played from the start. */
  fromStart: number;
  /** Where it was a moment after it was sent to three quarters of the file. */
  afterSeek: number;
  /** Pixels; 0 for a sound. */
  width: number;
  height: number;
}

/** Plays a file a little, seeks to three quarters of it, and plays on. */
export function play(player: Locator): Promise<Played> {
  return player.evaluate(async (element: HTMLMediaElement) => {
    const beyond = async (seconds: number) => {
      for (let i = 0; i < 3_000 && element.currentTime <= seconds; i++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return element.currentTime;
    };
    element.muted = true;
    await element.play();
    const fromStart = await beyond(0.1);
    const there = element.duration * 0.75;
    const seeked = new Promise((resolve) => element.addEventListener('seeked', resolve));
    element.currentTime = there;
    await seeked;
    const afterSeek = await beyond(there + 0.1);
    element.pause();
    const { videoWidth: width = 0, videoHeight: height = 0 } = element as HTMLVideoElement;
    return { duration: element.duration, fromStart, afterSeek, width, height };
  });
}
