// Starts Chromium, Firefox and WebKit, each with its own driver, and gives a WebDriver session. What differs between the
// engines stands here and nowhere else. It knows no page and no test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import { findFreePort } from 'selenium-webdriver/net/portprober.js';
import remote from 'selenium-webdriver/remote/index.js';
import { program, SWITCHES } from '../programs.mjs';

/**
 * How each engine is started. `capabilities` gets the person's own folder and how the browser is set;
 * `environment` is what the driver hands on to the browser; with `needsDisplay` it can't do without one.
 * At a desk a window is shown, and what it shows is told to assistive technology.
 */
const ENGINES = {
  chromium: {
    driver: () => program('CHROMEDRIVER', ['chromedriver']),
    capabilities: (home, { isPrivate, blocksStorage, desk }) => ({
      browserName: 'chrome',
      'goog:chromeOptions': {
        binary: program('ROKADE_CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
        args: [
          ...(desk ? ['--force-renderer-accessibility', '--start-maximized'] : ['--headless=new']),
          '--lang=en',
          ...SWITCHES,
          ...(isPrivate ? ['--incognito'] : []),
        ],
        // Otherwise a bar over the page says that it is driven.
        ...(desk ? { excludeSwitches: ['enable-automation'] } : {}),
        prefs: {
          'download.default_directory': join(home, 'files'),
          'download.prompt_for_download': false,
          ...(blocksStorage ? { 'profile.default_content_setting_values.cookies': 2 } : {}),
        },
      },
    }),
  },
  firefox: {
    driver: () => program('GECKODRIVER', ['geckodriver']),
    // One for each browser that runs at the same time.
    args: async () => [`--websocket-port=${await findFreePort()}`],
    capabilities: (home, { isPrivate, blocksStorage, desk }) => ({
      browserName: 'firefox',
      'moz:firefoxOptions': {
        binary: program('ROKADE_FIREFOX', ['firefox-esr', 'firefox']),
        args: desk ? ['--kiosk'] : ['-headless'],
        prefs: {
          ...(desk ? { 'accessibility.force_disabled': -1 } : {}),
          'browser.download.dir': join(home, 'files'),
          'browser.download.folderList': 2,
          'intl.accept_languages': 'en',
          // Otherwise the first file opens a panel, which takes the focus.
          'browser.download.alwaysOpenPanel': false,
          'browser.privatebrowsing.autostart': isPrivate,
          ...(blocksStorage ? { 'network.cookie.cookieBehavior': 2 } : {}),
        },
      },
    }),
  },
  webkit: {
    needsDisplay: true,
    driver: () => program('WEBKITDRIVER', ['WebKitWebDriver']),
    // WebKitGTK saves files where the desktop says, and has no way to say otherwise.
    environment: (home, desk) => ({
      HOME: home,
      XDG_CONFIG_HOME: home,
      ...(desk ? {} : { NO_AT_BRIDGE: '1' }),
      LANG: 'en_GB.UTF-8',
      LANGUAGE: 'en',
    }),
    capabilities: (_, { isPrivate, blocksStorage }) => ({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {
        binary: program('ROKADE_WEBKIT', ['MiniBrowser'], miniBrowsers()),
        args: ['--automation', ...(isPrivate ? ['--private'] : []), ...(blocksStorage ? ['--enable-html5-local-storage=false'] : [])],
      },
    }),
  },
};

export const NAMES = Object.keys(ENGINES);

/** Where distributions put WebKitGTK's browser, which is on no path. */
function miniBrowsers() {
  const places = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/libexec', '/usr/lib'];
  return places.flatMap((place) => ['4.1', '6.0', '4.0'].map((version) => join(place, `webkit2gtk-${version}`)));
}

/**
 * Starts a browser of this engine, as somebody who has never used it.
 *
 * @param {string} engine
 * @param {{ isPrivate?: boolean, blocksStorage?: boolean, timeZone?: string, desk?: { environment: Record<string, string> } | null }} [options]
 *   `blocksStorage`: keeps nothing for any site; `timeZone`: the one that it is used in, such as `America/Nuuk`; `desk`: where
 *   it is used, with a display and assistive technology
 * @returns {Promise<{ driver: import('selenium-webdriver').WebDriver, files: string, quit: () => Promise<void> }>}
 *   `files` is the folder that it saves files to
 */
export async function start(engine, { isPrivate = false, blocksStorage = false, timeZone, desk = null } = {}) {
  const { driver: path, args = () => [], environment = () => ({}), needsDisplay = false, capabilities } = ENGINES[engine];
  const home = await mkdtemp(join(tmpdir(), `rokade-${engine}-`));
  const files = join(home, 'files');
  await mkdir(files);
  await writeFile(join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${files}"\n`);

  // One of its own for each browser: a window that another one covers isn't always drawn.
  const display = needsDisplay && !desk ? await startDisplay() : null;
  const port = await findFreePort();
  const service = new remote.DriverService(path(), {
    loopback: true,
    port,
    args: [`--port=${port}`, ...(await args())],
    // Each engine reads the time zone where the system has it.
    env: { ...process.env, ...environment(home, desk), ...(timeZone && { TZ: timeZone }), ...(display && { DISPLAY: display.name }), ...desk?.environment },
  });
  const stop = async () => {
    await service.kill();
    display?.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = await service.start();
    const driver = await new Builder()
      .usingServer(address)
      .withCapabilities(new Capabilities(capabilities(home, { isPrivate, blocksStorage, desk })))
      .build();
    const quit = async () => {
      await driver.quit().catch(() => {});
      await stop();
    };
    return { driver, files, quit };
  } catch (error) {
    await stop();
    throw new Error(`${engine} didn't start: ${error.message}`, { cause: error });
  }
}

/** A display that nobody sees, for one browser. */
export async function startDisplay() {
  const server = spawn(program('XVFB', ['Xvfb']), ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const failed = once(server, 'exit').then(() => Promise.reject(new Error('Xvfb gave no display')));
  const [number] = await Promise.race([once(server.stdio[3], 'data'), failed]);
  failed.catch(() => {});
  return { name: `:${String(number).trim()}`, stop: () => void server.kill() };
}
