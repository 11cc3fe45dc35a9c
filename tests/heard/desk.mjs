// A desk with a screen reader: a display that nobody sees, a session bus, a window manager, and Orca without sound, which
// writes down all that it says. It knows no browser and no page.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startDisplay } from '../browser/engines/drivers.mjs';
import { program } from '../browser/programs.mjs';

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** What stands in for what Orca would find on the machine. */
const voice = fileURLToPath(new URL('voice', import.meta.url));

/** How long Orca may take to begin, on a machine that others use too. */
const PATIENCE = 60_000;

/** Where distributions put what is on no path. */
const LIBRARIES = ['/usr/libexec', '/usr/lib/at-spi2-core', '/usr/lib/at-spi2'];

/**
 * Sits down at a desk.
 *
 * `environment` is what programs need to be used there; `key(name)` presses a key, by its name in X; `said(from)` is what
 * Orca has said, each phrase as it came, with where the next one will begin; `leave()` ends all that was started.
 */
export async function sitDown() {
  const home = await mkdtemp(join(tmpdir(), 'rokade-desk-'));
  const file = join(home, 'said');
  const started = [];
  const stoppers = [() => rm(home, { recursive: true, force: true, maxRetries: 5 })];
  const leave = async () => {
    for (const child of started.reverse()) {
      const isOver = child.exitCode !== null || child.signalCode ? null : once(child, 'exit');
      // With all that it started itself: the launcher's bus outlives it otherwise, and takes from the system's few watches.
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
      await isOver;
    }
    for (const stop of stoppers.reverse()) await stop();
  };
  try {
    const display = await startDisplay();
    stoppers.push(display.stop);
    await mkdir(join(home, 'runtime'), { mode: 0o700 });
    const environment = {
      DISPLAY: display.name,
      HOME: home,
      XDG_RUNTIME_DIR: join(home, 'runtime'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
      LANG: 'C.UTF-8',
      LANGUAGE: 'en',
      GNOME_ACCESSIBILITY: '1',
      GTK_MODULES: 'gail:atk-bridge',
      NO_AT_BRIDGE: '0',
      GSETTINGS_BACKEND: 'memory',
    };
    const env = { ...process.env, ...environment };
    const begin = (path, args, more = {}) => {
      const child = spawn(path, args, { env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
      child.stdout.resume();
      started.push(child);
      return child;
    };

    const bus = begin(program('DBUS_DAEMON', ['dbus-daemon']), ['--session', '--nofork', '--print-address=1']);
    environment.DBUS_SESSION_BUS_ADDRESS = env.DBUS_SESSION_BUS_ADDRESS = String((await once(bus.stdout, 'data'))[0]).trim();
    begin(program('OPENBOX', ['openbox']), []);
    begin(program('ATSPI', ['at-spi-bus-launcher'], LIBRARIES), ['--launch-immediately']);
    begin(program('ORCA', ['orca']), ['--disable', 'braille', '--disable', 'braille-monitor'], {
      PATH: `${voice}:${process.env.PATH}`,
      // What it speaks by is another module of the same name, which writes it down.
      PYTHONPATH: voice,
      PYTHONDONTWRITEBYTECODE: '1',
      ROKADE_SAID: file,
    });
    const said = (from = 0) => phrases(file, from);
    const end = Date.now() + PATIENCE;
    while (!said().phrases.length) {
      if (Date.now() > end) throw new Error('Orca has said nothing since it was started');
      await pause(50);
    }
    const xdotool = program('XDOTOOL', ['xdotool']);
    const key = (name) => promisify(execFile)(xdotool, ['key', '--clearmodifiers', name], { env });
    return { environment, key, said, leave };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** The phrases in the file from this byte on, a line for each, and where the next begins. */
function phrases(path, from) {
  if (!existsSync(path)) return { phrases: [], end: from };
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(statSync(path).size - from, 0));
    const read = readSync(file, bytes, 0, bytes.length, from);
    // The last line may be half written.
    const length = read && bytes.lastIndexOf('\n', read - 1) + 1;
    return { phrases: bytes.toString('utf8', 0, length).split('\n').filter(Boolean), end: from + length };
  } finally {
    closeSync(file);
  }
}
