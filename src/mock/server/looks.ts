/** What the files of a task look and sound like: how long, how large and of which seed, by what its create asked for. */
import { createHash } from 'node:crypto';
import { findOperation, requestSchema } from '../../contract/documented.ts';
import { type JsonObject, listOf, objectOf } from '../../documents/json.ts';
import { readPicture } from '../../documents/pictures.ts';
import type { AspectRatio } from '../media/media.ts';
import { readAsked } from './results.ts';
import { inputOf, type MockTask } from './tasks.ts';

/** Width and height in pixels. */
interface Size {
  width: number;
  height: number;
}

/** What a file depends on: two that look alike have the same bytes. */
export interface Look extends Size {
  seconds: number;
  aspectRatio: AspectRatio;
  /** Whether it has a watermark. */
  isMarked: boolean;
  seed: string;
}

/** Seconds of a result whose request asks for nothing sensible: one document takes any text for a duration. */
const usualSeconds = 5;
/** The longest result, more than any document allows: each is made in memory. */
const maxSeconds = 60;
/** Characters that are spoken in a second. */
const spoken = 15;

/** Seconds that the result plays: those that were asked for, or those of the shots, of the text or of the invented source video. */
export function secondsOf(asked: JsonObject): number {
  const {
    duration,
    multi_shot: isCut,
    multi_prompt: shots,
    text,
    voice_speed: speed,
    input,
  } = asked;
  const cut = String(isCut) === 'true' ? listOf(shots) : [];
  const ofShots = cut.reduce<number>((sum, shot) => sum + Number(objectOf(shot).duration), 0);
  const ofText = typeof text === 'string' ? text.length / spoken / (Number(speed) || 1) : 0;
  const wanted = [ofShots, duration, objectOf(input).duration, ofText && Math.max(ofText, 1)];
  const [found = usualSeconds] = wanted.map(Number).filter((each) => each > 0);
  return Number.isFinite(found) ? Math.min(Number(found.toFixed(3)), maxSeconds) : usualSeconds;
}

/** How the task's file of that number looks, counted from 1 among those of its format. */
export function lookOf(task: MockTask, nth: number, isMarked: boolean): Look {
  const { provider, operation } = task;
  const { model, ...input } = inputOf(task);
  const create =
    findOperation(provider, operation, 'create', String(model)) ??
    findOperation(provider, operation, 'call');
  const asked = readAsked(task, (create && requestSchema(create)) ?? {}, input);
  const about = JSON.stringify(input.prompt ?? input.contents ?? input) + (nth > 1 ? nth : '');
  const source = findSource(asked);
  const ratio = readRatio(asked) ?? (source ? source.width / source.height : 16 / 9);
  return {
    seconds: task.seconds,
    aspectRatio: nearestRatio(ratio),
    ...sizeOf(asked, source),
    isMarked,
    seed: createHash('sha256').update(about).digest('base64'),
  };
}

/** The aspect ratios of films. */
const filmRatios: Record<AspectRatio, number> = { '16:9': 16 / 9, '9:16': 9 / 16, '1:1': 1 };

function nearestRatio(ratio: number): AspectRatio {
  const distance = (each: AspectRatio) => Math.abs(Math.log(filmRatios[each] / ratio));
  const names = Object.keys(filmRatios) as AspectRatio[];
  return names.reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

/** The aspect ratio that was asked for; undefined where it follows from something else. */
function readRatio({ aspect_ratio: ratio }: JsonObject): number | undefined {
  const [, across, down] = /^(\d{1,4}):(\d{1,4})$/.exec(String(ratio)) ?? [];
  return Number(across) / Number(down) || undefined;
}

/** The side of a square picture, by its resolution. */
const sides: Record<string, number> = { '1k': 1024, '2k': 2048, '4k': 4096 };
const usualSide = 1024;
/** Pixels of the largest picture: each is made in memory. */
const maxPixels = 4096 ** 2;

/** The size of a picture: by resolution and aspect ratio, or that of the picture that it is made from, and larger where it grows. */
function sizeOf(asked: JsonObject, source: Size | undefined): Size {
  const side = sides[String(asked.resolution)];
  const ratio = readRatio(asked) ?? (side && source ? source.width / source.height : undefined);
  const square = { width: side ?? usualSide, height: side ?? usualSide };
  const { width, height } = ratio ? reshape(square, ratio) : (source ?? square);
  const grow = (...edges: string[]) =>
    edges.reduce((sum, edge) => sum + (Number(asked[`${edge}_expansion_ratio`]) || 0), 1);
  const grown = { width: width * grow('left', 'right'), height: height * grow('up', 'down') };
  const scale = Math.min(1, Math.sqrt(maxPixels / (grown.width * grown.height)));
  const whole = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: whole(grown.width), height: whole(grown.height) };
}

/** Another aspect ratio, with about as many pixels, and sides that can be divided by 8. */
function reshape({ width, height }: Size, ratio: number): Size {
  const even = (length: number) => Math.max(1, Math.round(length / 8)) * 8;
  const area = width * height;
  return { width: even(Math.sqrt(area * ratio)), height: even(Math.sqrt(area / ratio)) };
}

/** The size of the first picture that was sent along; undefined where there is none, or only the address of one. */
function findSource(node: unknown, isPicture = false): Size | undefined {
  if (typeof node === 'string') return isPicture ? readSize(node) : undefined;
  for (const [name, child] of Object.entries(Object(node))) {
    const found = findSource(child, isPicture || /image|^contents$/.test(name));
    if (found) return found;
  }
  return undefined;
}

/** Characters of Base64 in which a picture has said its size. */
const maxHead = 400_000;

/** Reads the size of a picture in Base64; of none that is larger, or narrower, than any picture. */
function readSize(base64: string): Size | undefined {
  const size = readPicture(Buffer.from(base64.slice(0, maxHead), 'base64'));
  return size && Math.max(size.width, size.height) <= 20_000 ? size : undefined;
}
