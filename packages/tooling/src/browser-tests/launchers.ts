// The three engines as Web Test Runner wants them: Chromium and Firefox through Puppeteer, WebKit through
// WebDriver.

import type { BrowserLauncher, TestRunnerPlugin } from '@web/test-runner';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { seleniumLauncher } from '@web/test-runner-selenium';
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

type WebKitLauncher = ReturnType<typeof seleniumLauncher>;

/** WebKit, and the plugin that starts and stops its driver together with the test server. */
export async function launchWebKit(
  webkit: WebKit,
): Promise<{ launcher: WebKitLauncher; plugin: TestRunnerPlugin }> {
  const driver = await prepareWebKitDriver(webkit);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] },
  });
  const builder = new Builder()
    .usingServer(driver.url)
    .forBrowser('MiniBrowser')
    .withCapabilities(capabilities);
  // The launcher keeps its session to itself, and keys have to be pressed in it.
  const build = builder.build.bind(builder);
  let session: WebDriver | undefined;
  builder.build = () => {
    const built = build();
    session = built;
    return built;
  };
  const launcher = seleniumLauncher({ driverBuilder: builder });
  const initialize = launcher.initialize.bind(launcher);
  Object.assign(launcher, {
    concurrency: 1,
    async initialize(...given: Parameters<WebKitLauncher['initialize']>) {
      await initialize(...given);
      // Instead of the name of the browser's program.
      launcher.name = 'WebKit';
    },
    // The name under which the command `send-keys` knows a launcher that presses keys itself.
    type: 'webdriver',
    async sendKeys(_sessionId: string, keys: readonly string[]) {
      await session
        ?.actions()
        .sendKeys(...keys.map(findKey))
        .perform();
    },
  });
  return { launcher, plugin: { name: 'webkit-driver', serverStart: driver.start, serverStop: driver.stop } };
}

/** WebDriver's code of a key that is named as in `KeyboardEvent.key`: `ArrowLeft` is its `ARROW_LEFT`. */
function findKey(name: string): string {
  if (name === 'Backspace') return Key.BACK_SPACE;
  const constant = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  const code: unknown = Reflect.get(Key, constant);
  return typeof code === 'string' ? code : name;
}
