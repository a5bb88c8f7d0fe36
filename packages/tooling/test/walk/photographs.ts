// Photographs as a camera makes them: a few megabytes that nothing makes smaller. No two are alike.

import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

const [WIDTH, HEIGHT] = [1800, 2400];

/** A JPEG; its size is below what a page would scale down before it is sent. */
export async function takePhotograph(): Promise<Buffer> {
  const noise = { width: WIDTH / 2, height: HEIGHT / 2, channels: 3 } as const;
  return sharp(randomBytes(noise.width * noise.height * noise.channels), { raw: noise })
    .resize(WIDTH, HEIGHT, { kernel: 'nearest' })
    .jpeg({ quality: 80 })
    .toBuffer();
}
