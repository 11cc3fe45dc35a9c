// The host's side of the frame: points it at embed.html, saying who may be told the height, and believes only what
// comes from that very frame and its origin.

const frame = /** @type {HTMLIFrameElement} */ (document.getElementById('frame'));
const address = new URL('../embed.html', location.href);
address.search = new URLSearchParams({
  framework: 'frameworks/souschef.json',
  purpose: 'development',
  lang: document.documentElement.lang,
  host: location.origin,
}).toString();

window.addEventListener('message', ({ origin, source, data }) => {
  if (origin !== address.origin || source !== frame.contentWindow) return;
  if (data?.type === 'rokade-height' && Number.isFinite(data.height)) frame.style.height = `${data.height}px`;
});

frame.src = address.href;
