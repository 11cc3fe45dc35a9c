// The custom element: its public surface first, then its life from waiting to mounted to gone. It holds the answers
// while the wasm is away and tells the wasm what the page's author set; of competences it knows nothing.

import { closed, headingLevel, listed, reflect, SETTINGS, toJson } from './element/attributes.js';
import { buttons, notice, reasonOf, saveFile } from './element/failure.js';
import { Fallback } from './element/fallback.js';
import { LoadFailure } from './element/files.js';
import { findFramework } from './element/framework.js';
import { keepKeysInside } from './element/keys.js';
import { watchLanguage } from './element/language.js';
import { running } from './element/loading.js';
import { printAlone } from './element/print.js';
import { Speech } from './element/speech.js';
import { adoptStyles, documentStyles } from './element/styles.js';

/**
 * What the wasm calls back; src/embed.rs holds the other side.
 *
 * @typedef {{
 *   emit(name: string, detail: string): void,
 *   words(tag: string): void,
 *   keep(progress: string | undefined): void,
 *   shared(assessment: string | undefined): void,
 *   print(): void,
 *   styles(): string,
 *   signal: AbortSignal,
 * }} Host
 */

/**
 * A mounted widget: the copy of the wasm it lives in, its handle, and the `div` it draws in.
 *
 * @typedef {{
 *   instance: import('./element/loading.js').Instance,
 *   widget: import('rokade-glue').Widget,
 *   root: HTMLElement,
 *   onPanic: (message: string) => void,
 *   onFailure: (failure: LoadFailure) => void,
 * }} Mounted
 */

/** @typedef {import('./rokade.js').RokadeAssessment} PublicElement */
/** @typedef {import('./element/words.js').Words} Words */

/** Loads when it comes this near, so that it is there when the reader is. */
const NEAR = '600px 0px';

/** What a browser gives back of a form's value that isn't to be given back. */
const FORGOTTEN = 'forgotten';

/** Properties that a page may have set before this class was there. */
const EARLY = /** @type {const} */ ([
  'framework', 'purpose', 'roleId', 'rater', 'storage', 'storageKey', 'sharing', 'recipient', 'name', 'required',
  'disabled', 'words', 'headingLevel', 'eager', 'messages', 'reference',
]);

/** @implements {PublicElement} */
export class RokadeAssessment extends HTMLElement {
  static version = __ROKADE_VERSION__;
  static formAssociated = true;
  static observedAttributes = [...SETTINGS, 'framework', 'words', 'eager', 'required'];

  // What the page's author sets.

  /** A framework's address, or the framework itself; whichever was set last holds. */
  get framework() {
    return this.#framework ?? this.getAttribute('framework');
  }

  set framework(value) {
    const changesAttribute = typeof value === 'string' || (!value && this.hasAttribute('framework'));
    if (changesAttribute) {
      reflect(this, 'framework', value);
    } else {
      this.#framework = /** @type {object | null} */ (value ?? null);
      this.#frameworkChanged();
    }
  }

  get purpose() {
    return listed(this, 'purpose', null);
  }

  set purpose(value) {
    reflect(this, 'purpose', value);
  }

  get roleId() {
    return this.getAttribute('role-id');
  }

  set roleId(value) {
    reflect(this, 'role-id', value);
  }

  get rater() {
    return listed(this, 'rater', null);
  }

  set rater(value) {
    reflect(this, 'rater', value);
  }

  get storage() {
    return closed(this, 'storage', 'device', 'none');
  }

  set storage(value) {
    // A slip of the page's, and no way to say that the default is meant: that is `null`.
    reflect(this, 'storage', value === undefined ? 'undefined' : value);
  }

  get storageKey() {
    return this.getAttribute('storage-key');
  }

  set storageKey(value) {
    reflect(this, 'storage-key', value);
  }

  get sharing() {
    return listed(this, 'sharing', 'none');
  }

  set sharing(value) {
    reflect(this, 'sharing', value);
  }

  get recipient() {
    return this.getAttribute('recipient');
  }

  set recipient(value) {
    reflect(this, 'recipient', value);
  }

  get name() {
    return this.getAttribute('name') ?? '';
  }

  set name(value) {
    reflect(this, 'name', value);
  }

  /** Whether its form is valid only once something was shared. It can't be where nobody is asked to share. */
  get required() {
    return this.hasAttribute('required');
  }

  set required(value) {
    this.toggleAttribute('required', Boolean(value));
  }

  get disabled() {
    return this.hasAttribute('disabled');
  }

  set disabled(value) {
    this.toggleAttribute('disabled', Boolean(value));
  }

  /** The address of a words file for a language that doesn't ship, or the words themselves; whichever was set last holds. */
  get words() {
    return this.#words ?? this.getAttribute('words');
  }

  set words(value) {
    const changesAttribute = typeof value === 'string' || (!value && this.hasAttribute('words'));
    if (changesAttribute) {
      reflect(this, 'words', value);
    } else {
      this.#words = /** @type {object | null} */ (value ?? null);
      this.#wordsSet();
    }
  }

  get headingLevel() {
    return headingLevel(this);
  }

  set headingLevel(value) {
    reflect(this, 'heading-level', value);
  }

  get eager() {
    return this.hasAttribute('eager');
  }

  set eager(value) {
    this.toggleAttribute('eager', Boolean(value));
  }

  get messages() {
    return this.#messages;
  }

  set messages(value) {
    this.#messages = value ?? {};
    this.#settingsChanged();
  }

  get reference() {
    return this.#reference;
  }

  set reference(value) {
    this.#reference = value === null || value === undefined ? null : String(value);
    this.#settingsChanged();
  }

  // What the page's author can read and do.

  /** The assessment that the person last shared with the page, else null. */
  get shared() {
    return this.#shared === null ? null : JSON.parse(this.#shared);
  }

  // As every field of a form says it.

  get type() {
    return this.localName;
  }

  get form() {
    return this.#internals?.form ?? null;
  }

  get willValidate() {
    return this.#internals?.willValidate ?? false;
  }

  get validity() {
    return this.#internals?.validity ?? null;
  }

  get validationMessage() {
    return this.#internals?.validationMessage ?? '';
  }

  checkValidity() {
    return this.#internals?.checkValidity() ?? true;
  }

  reportValidity() {
    return this.#internals?.reportValidity() ?? true;
  }

  /**
   * Opens an assessment as if the person had chosen the file: they are asked before answers are replaced.
   *
   * @param {object | string} assessment
   * @returns {Promise<void>} settles once the widget has it; what the person then says is theirs. Refused with a `TypeError`
   *   for what is no assessment at all, such as `undefined`
   */
  async open(assessment) {
    const text = typeof assessment === 'string' ? assessment : JSON.stringify(assessment);
    if (typeof text !== 'string') throw new TypeError(`an assessment is an object or its text, not ${typeof assessment}`);
    await this.#ask((widget) => widget.open(text));
  }

  /** Asks the person whether to delete the answers and start over. */
  async reset() {
    await this.#ask((widget) => widget.reset());
  }

  // Its inner state. What the person said outlives the wasm.

  #internals = 'attachInternals' in this ? this.attachInternals() : null;
  #shadow = this.attachShadow({ mode: 'open' });
  /** Shows the element's own children for as long as the widget can't run. */
  #slot = document.createElement('slot');
  #fallback = new Fallback(this.#slot);
  /** What stands before the children when something is wrong. */
  #notice = /** @type {HTMLElement | null} */ (null);

  #framework = /** @type {object | null} */ (null);
  #words = /** @type {object | null} */ (null);
  #messages = /** @type {Record<string, string>} */ ({});
  #reference = /** @type {string | null} */ (null);
  #shared = /** @type {string | null} */ (null);
  /** The answers, as the wasm last said them. */
  #progress = /** @type {string | null} */ (null);
  /** Whether the focus was last seen here, and didn't go elsewhere since. */
  #hadFocus = false;

  #mounted = /** @type {Mounted | null} */ (null);
  /** The mounting under way; all who wait for it wait for the same. */
  #mounting = /** @type {Promise<Mounted> | null} */ (null);
  /** Those who wait for the element to stand in a page. */
  #waiting = /** @type {(() => void)[]} */ ([]);
  /** Counts the frameworks asked for: only the latest is used. */
  #request = 0;
  /** The settings that the wasm was last told. */
  #sentSettings = '';
  #tellsSoon = false;
  /** Whether the widget can't run, or not with this framework. */
  #isBroken = false;
  /** Whether the form has switched the element off. */
  #disabled = false;
  /** Whether the page was told that the widget is there. */
  #ready = false;
  /** Draws the notice again, in the language that is spoken by then. */
  #redraw = /** @type {(() => void) | null} */ (null);
  /** The words that are spoken. */
  #speech = new Speech(this, {
    given: () => this.words,
    report: (code, message, once) => (once ? this.#reportOnce(code, message) : this.#report(code, message)),
    changed: () => this.#settingsChanged(),
  });
  /** What is wrong with the settings and was said already. */
  #reported = new Set();
  #leave = () => {};

  constructor() {
    super();
    this.#shadow.append(this.#slot);
    this.#slot.tabIndex = -1;
    // Where a form leads to before the widget is there.
    this.#slot.addEventListener('focus', () => this.#notice || this.#goOn());
    // The heading that the form would lead to may have been drawn anew.
    this.addEventListener('invalid', () => this.#validate());
    this.#shadow.addEventListener('focusin', () => {
      this.#hadFocus = true;
    });
    // What is taken away gives its focus to nothing.
    this.#shadow.addEventListener('focusout', (event) => {
      this.#hadFocus = !(/** @type {FocusEvent} */ (event).relatedTarget);
    });
  }

  // What the browser says.

  connectedCallback() {
    for (const name of EARLY) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete (/** @type {any} */ (this)[name]);
      /** @type {any} */ (this)[name] = value;
    }
    if ('adoptedStyleSheets' in this.#shadow) adoptStyles(this.#shadow);
    this.#arrive();
    for (const placed of this.#waiting.splice(0)) placed();
  }

  disconnectedCallback() {
    this.#leave();
    // Moving in the page takes it out and puts it back before the task is over.
    queueMicrotask(() => {
      if (!this.isConnected) this.#unmount();
    });
  }

  /** Takes the place of the two above when a page moves the element with `moveBefore`. */
  connectedMoveCallback() {
    this.#arrive();
  }

  /**
   * @param {string} name
   */
  attributeChangedCallback(name) {
    this.#validate();
    if (name === 'framework') {
      this.#framework = null;
      this.#frameworkChanged();
    } else if (name === 'words') {
      this.#words = null;
      this.#wordsSet();
    } else if (name === 'eager') {
      if (this.eager && this.isConnected) this.#start();
    } else {
      this.#settingsChanged();
    }
  }

  /** What was shared is withdrawn from the form; the answers are the person's and stay. */
  formResetCallback() {
    this.#share(null);
  }

  /** @param {unknown} state */
  formStateRestoreCallback(state) {
    if (typeof state === 'string') this.#share(state === FORGOTTEN || this.storage === 'none' ? null : state);
  }

  /** @param {boolean} disabled */
  formDisabledCallback(disabled) {
    this.#disabled = disabled;
    if (this.#mounted) this.#mounted.root.inert = disabled;
  }

  // Its life.

  /** Takes up its place: waits until it is near the reader, and follows the language around it. */
  #arrive() {
    this.#leave();
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          near.disconnect();
          this.#start();
        }
      },
      { rootMargin: NEAR, scrollMargin: NEAR },
    );
    const unwatch = watchLanguage(this, () => this.#settingsChanged());
    this.#leave = () => {
      near.disconnect();
      unwatch();
    };
    this.#settingsChanged();
    if (this.eager) this.#start();
    else if (!this.#mounted && !this.#notice) near.observe(this);
  }

  /** Mounts; a failure has been shown and said by the time this is done. */
  #start() {
    this.#mount().catch(() => {});
  }

  /** @returns {Promise<Mounted>} rejects with what stood in the way */
  #mount() {
    if (this.#mounted) return Promise.resolve(this.#mounted);
    this.#mounting ??= this.#load()
      .catch((error) => {
        if (error instanceof LoadFailure) this.#failed(error);
        throw error;
      })
      .finally(() => {
        this.#mounting = null;
      });
    return this.#mounting;
  }

  /**
   * Asks something of the widget once it is there.
   *
   * @param {(widget: import('rokade-glue').Widget) => void} work
   */
  async #ask(work) {
    for (;;) {
      const mounted = await this.#mount();
      // The page may have taken the element away meanwhile.
      if (mounted === this.#mounted) return mounted.instance.enter(() => work(mounted.widget));
    }
  }

  async #load() {
    for (;;) {
      // A page may have called a method of an element that stands nowhere yet.
      if (!this.isConnected) await /** @type {Promise<void>} */ (new Promise((placed) => this.#waiting.push(placed)));
      const request = ++this.#request;
      const started = running();
      const framework = findFramework(this, this.#framework);
      const words = this.#speech.first(framework);
      // Without the wasm it is no matter whether there are words.
      words.catch(() => {});
      const instance = await started;
      const [found, spoken] = await Promise.all([framework, words]);
      if (this.isConnected && request === this.#request && !instance.ended) return this.#draw(instance, found, spoken);
    }
  }

  /** What the page gives as words is read anew. */
  #wordsSet() {
    this.#speech.forget();
    // What is being loaded is loaded anew.
    if (!this.#mounted) this.#request++;
    this.#settingsChanged();
  }

  /**
   * @param {import('./element/loading.js').Instance} instance
   * @param {import('./element/framework.js').Framework} framework
   * @param {import('./element/speech.js').ShippedWords[]} words
   * @returns {Mounted}
   */
  #draw(instance, framework, words) {
    const root = document.createElement('div');
    root.className = 'mount';
    root.setAttribute('part', 'widget');
    root.inert = this.#disabled;
    keepKeysInside(root);
    this.#clear();
    this.#shadow.prepend(root);

    // What listens for a copy that broke down must never call into it again.
    const silence = new AbortController();
    /** @type {Host} */
    const host = {
      emit: (name, detail) => instance.ended || this.#heard(name, JSON.parse(detail)),
      words: (tag) => void (instance.ended || this.#speech.bring(tag)),
      keep: (progress) => {
        if (!instance.ended) this.#progress = progress ?? null;
      },
      shared: (assessment) => {
        if (instance.ended) return;
        this.#share(assessment ?? null);
        if (!assessment) return;
        const { parts } = this.shared;
        this.#emit('rokade-share', { assessment: this.shared, parts });
      },
      // Printing waits for the person, and nobody is to call into the wasm meanwhile.
      print: () => void setTimeout(() => printAlone(this)),
      styles: documentStyles,
      signal: silence.signal,
    };
    /** @param {string} message */
    const onPanic = (message) => {
      silence.abort();
      this.#stopped(message, root);
    };
    /** @param {LoadFailure} failure the widget itself says it to the person */
    const onFailure = ({ code, message }) => this.#report(code, message);
    instance.panicListeners.add(onPanic);
    instance.failureListeners.add(onFailure);
    this.#ready = false;
    this.#speech.begin();
    this.#sentSettings = this.#settings();
    const settings = JSON.stringify({ ...JSON.parse(this.#sentSettings), progress: this.#progress });
    const widget = instance.enter(() => new instance.Widget(root, settings, host));
    this.#mounted = { instance, widget, root, onPanic, onFailure };
    this.#speech.meet(this.#mounted, words);
    this.#give(framework);
    // What was set meanwhile.
    this.#settingsChanged();
    return this.#mounted;
  }

  /** @param {import('./element/framework.js').Framework} framework */
  #give(framework) {
    if (!this.#mounted || this.#mounted.instance.ended) return;
    const { instance, widget } = this.#mounted;
    this.#clear();
    if ('text' in framework) {
      // Whether it is a good one is heard once it was read.
      instance.enter(() => widget.framework(framework.text));
      return;
    }
    const { code, detail } = framework;
    instance.enter(() => widget.framework_failed(code, detail));
    this.#turn('error');
    if (code !== 'framework-unreachable') return;
    this.#drawNotice(({ lang, words }) => buttons(lang, [[words.retry, () => this.#frameworkChanged().then(() => this.#goOn())]]));
  }

  #unmount() {
    this.#clear();
    this.#turn(null);
    this.#speech.end();
    if (!this.#mounted) return;
    const { instance, widget, root, onPanic, onFailure } = this.#mounted;
    this.#mounted = null;
    instance.panicListeners.delete(onPanic);
    instance.failureListeners.delete(onFailure);
    if (!instance.ended) {
      instance.enter(() => {
        widget.destroy();
        widget.free();
      });
    }
    root.remove();
  }

  // What changes while it lives.

  async #frameworkChanged() {
    const request = ++this.#request;
    if (!this.#mounted) return;
    const framework = await findFramework(this, this.#framework);
    if (request === this.#request) this.#give(framework);
  }

  /** Several changes in one task become one. */
  #settingsChanged() {
    if (this.#tellsSoon) return;
    this.#tellsSoon = true;
    queueMicrotask(() => {
      this.#tellsSoon = false;
      if (this.isConnected) this.#tell();
    });
  }

  #tell() {
    this.#validate();
    if (this.#notice && this.#notice.lang !== this.#speech.words.lang) this.#redraw?.();
    if (!this.#mounted || this.#mounted.instance.ended) return;
    this.#speech.bringOwn();
    const settings = this.#settings();
    if (settings === this.#sentSettings) return;
    const { instance, widget } = this.#mounted;
    this.#sentSettings = settings;
    instance.enter(() => widget.set(settings));
  }

  /** The settings as they stand in the attributes: the wasm says which of them it doesn't know. */
  #settings() {
    const headingLevel = this.getAttribute('heading-level');
    const settings = {
      lang: this.#speech.language,
      languages: this.#speech.languages,
      purpose: this.getAttribute('purpose'),
      roleId: this.roleId,
      rater: this.getAttribute('rater'),
      storage: this.getAttribute('storage'),
      storageKey: this.storageKey,
      sharing: this.getAttribute('sharing'),
      recipient: this.recipient,
      // What is no number is told as it stands.
      headingLevel: headingLevel ? Number(headingLevel) || headingLevel : null,
      messages: this.#readMessages(),
      reference: this.#reference,
      isRequired: this.required,
      isShared: this.#shared !== null,
      progress: null,
    };
    return /** @type {string} */ (toJson(settings, () => this.#reportHalf()));
  }

  #reportHalf() {
    this.#reportOnce('setting-unknown', 'a setting holds half a character, as a text does that was cut in the middle of one; the sign for what is unknown stands in its place');
  }

  /** The page's own words, as far as they are words: what can't be written down is told and left out. */
  #readMessages() {
    try {
      return JSON.parse(toJson(this.#messages, () => this.#reportHalf()) ?? '');
    } catch (error) {
      const message = `\`messages\` can't be read, so none of them is used: ${error}`;
      this.#reportOnce('setting-unknown', message);
      return {};
    }
  }

  /** @param {string | null} assessment what the page holds from now on */
  #share(assessment) {
    this.#shared = assessment;
    // Where nothing may be kept, nobody gets it back from the browser's own history either: whoever comes next could go back
    // there. A browser gives back the value of what has a state, and then says so.
    const isKept = assessment === null || this.storage !== 'none';
    this.#internals?.setFormValue(assessment, isKept ? assessment : FORGOTTEN);
    this.#validate();
    this.#settingsChanged();
  }

  /** Says to the form whether it lacks something, which it can't where the person isn't asked or the widget can't run. */
  #validate() {
    const isAsked = this.sharing === 'ask' && this.recipient && ['development', 'onboarding'].includes(this.purpose ?? '');
    const valueMissing = Boolean(this.required && isAsked && this.#shared === null && !this.#isBroken);
    const message = valueMissing ? this.#speech.words.words.required : '';
    // Where the focus goes: a heading of the widget, or what stands in its place.
    const place = /** @type {HTMLElement | null} */ (this.#shadow.querySelector('[tabindex="-1"]'));
    this.#internals?.setValidity({ valueMissing }, message, place ?? undefined);
  }

  /**
   * What the wasm says to the page.
   *
   * @param {string} name
   * @param {any} detail
   */
  #heard(name, detail) {
    if (name === 'rokade-error') {
      const { code, message } = detail;
      if (/^(framework|role)-/.test(code)) this.#turn('error');
      // Every change of a setting has all of them read again, and words may be asked for again.
      if (/^(setting|role|words)-/.test(code)) this.#reportOnce(code, message);
      else this.#report(code, message);
      return;
    }
    if (name === 'rokade-ready') {
      this.#turn('ready');
      // Another framework is the page's own doing, and nothing that it has to be told.
      if (this.#ready) return;
      this.#ready = true;
    }
    this.#emit(name, detail);
  }

  // What goes wrong.

  /** @param {LoadFailure} failure */
  #failed({ code, message }) {
    this.#place((words) => ({
      heading: words.cannot,
      text: words.reasons[reasonOf(code)],
      actions: code.endsWith('-unreachable') ? [[words.retry, () => this.#goOn()]] : [],
    }));
    this.#report(code, message);
  }

  /**
   * The wasm panicked, here or in another element of the page. The dead copy is never called again, not even to
   * free what it holds.
   *
   * @param {string} message
   * @param {HTMLElement} root
   */
  #stopped(message, root) {
    // A panic while drawing may have taken away what had the focus, which is then nowhere.
    const isNowhere = [null, document.body].includes(/** @type {any} */ (document.activeElement));
    const hadFocus = this.#shadow.activeElement !== null || (this.#hadFocus && isNowhere);
    // Keeps the garbage collector from calling the dead copy.
    /** @type {any} */ (this.#mounted?.widget)?.__destroy_into_raw?.();
    this.#mounted = null;
    root.remove();

    const progress = this.#progress;
    this.#place((words) => {
      /** @type {[string, () => void][]} */
      const actions = [[words.goOn, () => this.#goOn()]];
      if (progress === null) return { heading: words.stopped, text: words.reasons.panic, actions };
      // As a file that opens again, not as it is kept here; the examples go into a file only when they are ticked for it.
      const { evidence = {}, ...file } = JSON.parse(progress).assessment;
      const isManagers = file.rater === 'manager';
      const whose = isManagers ? words.fileManager : words.file;
      // In Swedish a day is written as in names of files: year, month, day.
      const name = `${file.framework.id}-${whose}-${new Date().toLocaleDateString('sv')}.json`;
      file.notice = isManagers ? words.fileNoticeManager : words.fileNotice;
      actions.push([words.save, () => saveFile(name, JSON.stringify(file))]);
      const text = words.reasons['panic-kept'];
      const hasExamples = Object.keys(evidence).length > 0;
      return { heading: words.stopped, text: hasExamples ? `${text} ${words.withoutExamples}` : text, actions };
    });
    if (hadFocus && this.#notice) focusHeading(this.#notice);
    this.#report('panic', message);
  }

  /** Mounts, after a panic in a new copy of the wasm and with the answers kept, and leads the person there. */
  #goOn() {
    this.#mount().then(
      // Drawn in the next task.
      ({ root }) => setTimeout(() => focusHeading(root)),
      () => this.#notice && focusHeading(this.#notice),
    );
  }

  /**
   * Shows a notice before the element's own children.
   *
   * @param {(words: Words) => Omit<Parameters<typeof notice>[0], 'lang' | 'level'>} content
   */
  #place(content) {
    this.#clear();
    this.#drawNotice(({ lang, words }) => notice({ ...content(words), lang, level: this.headingLevel }));
    this.#turn('error');
  }

  /**
   * @param {(spoken: Speech['words']) => HTMLElement} draw
   */
  #drawNotice(draw) {
    this.#redraw = () => {
      const hadFocus = this.#notice?.contains(this.#shadow.activeElement) && this.#shadow.activeElement !== null;
      this.#notice?.remove();
      this.#notice = draw(this.#speech.words);
      this.#slot.before(this.#notice);
      if (hadFocus) focusHeading(this.#notice);
    };
    this.#redraw();
  }

  #clear() {
    this.#notice?.remove();
    this.#notice = null;
    this.#redraw = null;
  }

  /** @param {'ready' | 'error' | null} state */
  #turn(state) {
    this.#fallback.cover(state === 'ready');
    this.#isBroken = state === 'error';
    this.#validate();
    for (const name of ['ready', 'error']) {
      // Engines before 2024 take no state without dashes.
      try {
        if (name === state) this.#internals?.states.add(name);
        else this.#internals?.states.delete(name);
      } catch {}
    }
  }

  /**
   * @param {string} code
   * @param {string} message for the page's developer
   */
  #reportOnce(code, message) {
    if (this.#reported.has(message)) return;
    this.#reported.add(message);
    this.#report(code, message);
  }

  /**
   * @param {string} code
   * @param {string} message for the page's developer
   */
  #report(code, message) {
    if (!logged.has(message)) {
      logged.add(message);
      console.error(`Rokade: ${message} (${code})`);
    }
    this.#emit('rokade-error', { code, message });
  }

  /**
   * Tells the page, once the wasm has returned: a listener may call back into it.
   *
   * @param {string} name
   * @param {unknown} detail
   */
  #emit(name, detail) {
    queueMicrotask(() => this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail })));
  }
}

/** What the console was told, so that several elements say the same only once. */
const logged = new Set();

/** @param {HTMLElement} within */
function focusHeading(within) {
  /** @type {HTMLElement | null} */ (within.querySelector(':is(h1, h2, h3, h4, h5, h6)[tabindex="-1"]'))?.focus();
}
