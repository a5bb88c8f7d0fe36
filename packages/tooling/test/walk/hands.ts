// A person's eyes and hands: opens pages in a real browser, looks, clicks with the mouse and types on the keyboard.

import { once } from 'node:events';
import { launch } from 'puppeteer-core';
import { Builder, Capabilities, type WebElement } from 'selenium-webdriver';
import { chromiumFlags, type Browsers, type Engine, type WebKit } from '../../src/browsers.ts';
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
  /** Closes the tab. Another one has to be open. */
  close(): Promise<void>;
}

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
      return {
        look: <Seen>(expression: string) => page.evaluate(expression) as Promise<Seen>,
        clickAt: (x, y) => inFront(() => page.mouse.click(x, y)),
        type: (text) => inFront(() => page.keyboard.type(text)),
        async give(input, path) {
          const found = (await page.evaluateHandle(input)).asElement();
          await (await found?.toElement('input'))?.uploadFile(path);
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
      return {
        look: <Seen>(expression: string) =>
          inFront(() => session.executeScript<Seen>(`return ${expression}`)),
        clickAt: (x, y) =>
          inFront(() =>
            session
              .actions()
              .move({ x: Math.round(x), y: Math.round(y) })
              .click()
              .perform(),
          ),
        type: (text) => inFront(() => session.actions().sendKeys(text).perform()),
        give: (input, path) =>
          inFront(async () => {
            const found = await session.executeScript<WebElement>(`return ${input}`);
            await found.sendKeys(path);
          }),
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
