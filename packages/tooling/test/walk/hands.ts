// A person's eyes and hands: opens pages in a real browser, looks, clicks with the mouse and types on the keyboard.

import { once } from 'node:events';
import { launch, type Frame, type Page } from 'puppeteer-core';
import { Builder, Capabilities, type WebElement } from 'selenium-webdriver';
import { chromiumFlags, type Browsers, type Engine, type WebKit } from '../../src/browsers.ts';
import { standsStill, type Point } from './stand-still.ts';
import { prepareWebKitDriver } from '../../src/browser-tests/webkit.ts';

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Hands {
  /** Opens a page in a window of its own, as large as the browser makes it if no size is given. */
  open(url: string, size?: Size): Promise<Window>;
  close(): Promise<void>;
}

export interface MortalHands extends Hands {
  /** Ends the browser, with all its processes, as a power cut would. */
  kill(): Promise<void>;
}

export interface Window {
  /** Looks at the page: answers what the expression is there. */
  look<Seen>(expression: string): Promise<Seen>;
  /** Presses and lets go of the mouse, in CSS pixels of what is visible. */
  clickAt(x: number, y: number): Promise<void>;
  type(text: string): Promise<void>;
  /** Chooses a file of this machine in the file input that the expression finds. */
  give(input: string, path: string): Promise<void>;
  /** What is in the frame that the expression finds, whatever its origin; places are those of the frame. */
  within(frame: string): Inside;
  /** Closes the tab. Another one has to be open. */
  close(): Promise<void>;
}

/** What can be done in a frame. */
export type Inside = Omit<Window, 'within' | 'close'>;

export async function takeHands(engine: Engine, browsers: Browsers): Promise<Hands> {
  const { webkit } = browsers;
  if (engine === 'webkit' && webkit) return takeWebKit(webkit);
  if (engine !== 'webkit') return takeMortalHands(engine, browsers);
  throw new Error('There is no webkit.');
}

/** The engines that can be driven with a profile that stays. */
export type MortalEngine = Exclude<Engine, 'webkit'>;

/** @param profile folder for what the browser keeps; without it nothing stays */
export async function takeMortalHands(
  engine: MortalEngine,
  { chromium, firefox }: Browsers,
  profile?: string,
): Promise<MortalHands> {
  if (engine === 'chromium' && chromium) return takePuppeteer('chrome', chromium, profile);
  if (engine === 'firefox' && firefox) return takePuppeteer('firefox', firefox, profile);
  throw new Error(`There is no ${engine}.`);
}

async function takePuppeteer(
  name: 'chrome' | 'firefox',
  executablePath: string,
  profile?: string,
): Promise<MortalHands> {
  const args = name === 'chrome' ? [...chromiumFlags] : [];
  const keeping = profile === undefined ? {} : { userDataDir: profile };
  const browser = await launch({ browser: name, executablePath, args, defaultViewport: null, ...keeping });
  return {
    async open(url, size) {
      const page = await browser.newPage();
      if (size) await page.setViewport(size);
      await page.goto(url);
      // The window that a person uses is the one in front.
      const inFront = async <Done>(act: () => Promise<Done>): Promise<Done> => {
        await page.bringToFront();
        return act();
      };
      const look = <Seen>(expression: string) => page.evaluate(expression) as Promise<Seen>;
      const clickAt = (x: number, y: number) => inFront(() => page.mouse.click(x, y));
      const type = (text: string) => inFront(() => page.keyboard.type(text));
      const give = async (at: Page | Frame, input: string, path: string): Promise<void> => {
        const found = (await at.evaluateHandle(input)).asElement();
        await (await found?.toElement('input'))?.uploadFile(path);
      };
      return {
        look,
        clickAt,
        type,
        give: (input, path) => give(page, input, path),
        within(frame) {
          const enter = async (): Promise<Frame> => {
            const element = (await page.evaluateHandle(frame)).asElement();
            const entered = await (await element?.toElement('iframe'))?.contentFrame();
            if (!entered) throw new Error(`There is no frame ${frame}`);
            return entered;
          };
          return {
            look: async <Seen>(expression: string) => (await enter()).evaluate(expression) as Promise<Seen>,
            clickAt: async (x, y) =>
              clickAt(...(await standsStill(() => look<Point>(pointThrough(frame, x, y))))),
            type,
            give: async (input, path) => give(await enter(), input, path),
          };
        },
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
    async kill() {
      const child = browser.process();
      if (child?.pid === undefined) throw new Error('The browser has no process.');
      const ended = once(child, 'exit');
      // It leads a group with all the processes that it has started.
      process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}

async function takeWebKit(webkit: WebKit): Promise<Hands> {
  const driver = await prepareWebKitDriver(webkit);
  await driver.start();
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] },
  });
  const session = await new Builder()
    .usingServer(driver.url)
    .forBrowser('MiniBrowser')
    .withCapabilities(capabilities)
    .build();
  let opened = 0;
  return {
    async open(url, size) {
      if (opened++ > 0) await session.switchTo().newWindow('window');
      const handle = await session.getWindowHandle();
      if (size)
        await session
          .manage()
          .window()
          .setRect({ x: 0, y: 0, ...size });
      await session.get(url);
      const inFront = async <Done>(act: () => Promise<Done>): Promise<Done> => {
        await session.switchTo().window(handle);
        return act();
      };
      const lookHere = <Seen>(expression: string) => session.executeScript<Seen>(`return ${expression}`);
      const look = <Seen>(expression: string) => inFront(() => lookHere<Seen>(expression));
      const clickAt = (x: number, y: number) =>
        inFront(() =>
          session
            .actions()
            .move({ x: Math.round(x), y: Math.round(y) })
            .click()
            .perform(),
        );
      const type = (text: string) => session.actions().sendKeys(text).perform();
      const give = async (input: string, path: string): Promise<void> => {
        await (await lookHere<WebElement>(input)).sendKeys(path);
      };
      return {
        look,
        clickAt,
        type: (text) => inFront(() => type(text)),
        give: (input, path) => inFront(() => give(input, path)),
        within(frame) {
          const inside = async <Done>(act: () => Promise<Done>): Promise<Done> =>
            inFront(async () => {
              await session.switchTo().frame(await lookHere<WebElement>(frame));
              try {
                return await act();
              } finally {
                await session.switchTo().defaultContent();
              }
            });
          return {
            look: <Seen>(expression: string) => inside(() => lookHere<Seen>(expression)),
            clickAt: async (x, y) =>
              clickAt(...(await standsStill(() => look<Point>(pointThrough(frame, x, y))))),
            type: (text) => inside(() => type(text)),
            give: (input, path) => inside(() => give(input, path)),
          };
        },
        async close() {
          await inFront(() => session.close());
          const [another] = await session.getAllWindowHandles();
          if (another !== undefined) await session.switchTo().window(another);
        },
      };
    },
    async close() {
      await session.quit();
      await driver.stop();
    },
  };
}

/** Brings a place of a frame into sight where it is not; answers where it is in the window then. */
function pointThrough(frame: string, x: number, y: number): string {
  return `((frame) => {
    const below = frame.getBoundingClientRect().top + ${y};
    const isInSight = below > 100 && below < innerHeight - 50;
    if (!isInSight) scrollBy({ top: below - innerHeight / 2, behavior: 'instant' });
    const { left, top } = frame.getBoundingClientRect();
    return [left + ${x}, top + ${y}];
  })(${frame})`;
}
