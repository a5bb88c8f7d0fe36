// The three engines as Web Test Runner wants them: Chromium and Firefox through Puppeteer, WebKit through
// WebDriver.

import type { BrowserLauncher, TestRunnerPlugin } from '@web/test-runner';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { Builder, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import { chromiumFlags, type WebKit } from '../browsers.ts';
import { prepareWebKitDriver } from './webkit.ts';

export function launchChromium(executablePath: string): BrowserLauncher {
  return puppeteerLauncher({ concurrency: 1, launchOptions: { executablePath, args: [...chromiumFlags] } });
}

export function launchFirefox(executablePath: string): BrowserLauncher {
  return puppeteerLauncher({
    concurrency: 1,
    launchOptions: { browser: 'firefox', executablePath, defaultViewport: null },
  });
}

/**
 * WebKit, and the plugin that starts and stops its driver together with the test server.
 *
 * Each test file is a page of its own in the browser's one window. The launcher that Web Test Runner has for WebDriver
 * puts it into a frame that every file shares, as well as one web socket; now and then a file did not begin there.
 */
export async function launchWebKit(
  webkit: WebKit,
): Promise<{ launcher: BrowserLauncher; plugin: TestRunnerPlugin }> {
  const driver = await prepareWebKitDriver(webkit);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] },
    // Whether a page has come is seen by its tests.
    pageLoadStrategy: 'none',
  });
  const builder = new Builder()
    .usingServer(driver.url)
    .forBrowser('MiniBrowser')
    .withCapabilities(capabilities);
  let browser: WebDriver | undefined;
  let shown: string | undefined;
  const show = async (url: string): Promise<void> => {
    browser ??= await builder.build();
    await browser.get(url);
  };
  const launcher: BrowserLauncher & KeyPresser = {
    name: 'WebKit',
    // The name under which the command `send-keys` knows a launcher that presses keys itself.
    type: 'webdriver',
    concurrency: 1,
    async startSession(id, url) {
      await show(url);
      shown = id;
    },
    isActive: (id) => id === shown,
    getBrowserUrl: async () => await browser?.getCurrentUrl(),
    async stopSession() {
      shown = undefined;
      await show('about:blank');
      return {};
    },
    startDebugSession: async (_id, url) => await show(url),
    async stop() {
      await browser?.quit();
    },
    async sendKeys(_id, keys) {
      await browser
        ?.actions()
        .sendKeys(...keys.map(findKey))
        .perform();
    },
  };
  return { launcher, plugin: { name: 'webkit-driver', serverStart: driver.start, serverStop: driver.stop } };
}

/** What the command `send-keys` asks of a launcher. */
interface KeyPresser {
  sendKeys(sessionId: string, keys: readonly string[]): Promise<void>;
}

/** WebDriver's code of a key that is named as in `KeyboardEvent.key`: `ArrowLeft` is its `ARROW_LEFT`. */
function findKey(name: string): string {
  if (name === 'Backspace') return Key.BACK_SPACE;
  const constant = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  const code: unknown = Reflect.get(Key, constant);
  return typeof code === 'string' ? code : name;
}
